# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the desk, below /beheer/actieleren/."""

from django.urls import path

from . import lists, projects

app_name = "act_desk"

urlpatterns = [
    path("", lists.ProjectQueue.as_view(), name="projects"),
    path("<int:pk>/", projects.ProjectView.as_view(), name="project"),
    path("<int:pk>/stap/<str:move>/", projects.ProjectMove.as_view(), name="move"),
    path("<int:pk>/behandelaar/", projects.AssignProject.as_view(), name="assign"),
    path("<int:pk>/kaart-weg/", projects.HideCard.as_view(), name="hide_card"),
]
