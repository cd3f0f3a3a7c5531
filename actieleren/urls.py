# SPDX-License-Identifier: EUPL-1.2
"""Addresses of Actieleren, below /actieleren/. The landing itself is a Wagtail page."""

from django.urls import path

from .views import check, own, registry

app_name = "actieleren"

urlpatterns = [
    path("geschiktheid/", check.check, name="check"),
    path("beginnen/", check.start, name="start"),
    path("projecten/", registry.registry, name="list"),
    path("projecten/<slug:slug>/", registry.project, name="project"),
    path("mijn/<int:pk>/", own.own_page, name="own"),
    path("mijn/<int:pk>/schrijf/<slug:name>/", own.part, name="part"),
    path("mijn/<int:pk>/weg/<slug:name>/<int:item>/", own.remove, name="remove"),
    path("mijn/<int:pk>/stap/<str:move>/", own.step, name="step"),
    path("mijn/<int:pk>/ronde/<int:number>/<str:move>/", own.cycle_step, name="cycle_step"),
]
