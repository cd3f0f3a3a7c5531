# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the desk, below /beheer/koplopers/."""

from django.urls import path, re_path

from . import initiatives, lists

app_name = "kop_desk"

urlpatterns = [
    path("", lists.InitiativeQueue.as_view(), name="initiatives"),
    path("in-beeld/", initiatives.Scout.as_view(), name="scout"),
    path("<int:pk>/", initiatives.InitiativeView.as_view(), name="initiative"),
    path("<int:pk>/stap/<str:move>/", initiatives.InitiativeMove.as_view(), name="move"),
    path("<int:pk>/behandelaar/", initiatives.AssignInitiative.as_view(), name="assign"),
    re_path(r"^(?P<pk>\d{1,18})/tekst/(?P<screen>[12])/$", initiatives.EditInitiative.as_view(), name="edit"),
    path("<int:pk>/partners/nieuw/", initiatives.AddPartner.as_view(), name="partner_new"),
    path("<int:pk>/partners/<int:partner>/weg/", initiatives.RemovePartner.as_view(), name="partner_remove"),
]
