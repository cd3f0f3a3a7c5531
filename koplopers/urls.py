# SPDX-License-Identifier: EUPL-1.2
"""Public addresses of Koplopers, below /koplopers/. The landing itself is a Wagtail page."""

from django.urls import path, re_path

from .views import owner, registry, write

app_name = "koplopers"

urlpatterns = [
    path("overzicht/", registry.registry, name="list"),
    path("initiatieven/<slug:slug>/", registry.page, name="page"),
    path("aanmelden/", write.start, name="start"),
    path("mijn/<int:pk>/", owner.own_page, name="own"),
    re_path(r"^mijn/(?P<pk>\d{1,18})/wijzigen/(?P<screen>[12])/$", write.edit, name="edit"),
    path("mijn/<int:pk>/stap/<str:move>/", owner.step, name="step"),
    path("mijn/<int:pk>/intrekken/", owner.withdraw, name="withdraw"),
]
