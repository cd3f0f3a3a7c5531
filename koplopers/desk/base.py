# SPDX-License-Identifier: EUPL-1.2
"""How the screens find what an address names. What is not there for the reader is a 404."""

from functools import cached_property
from typing import ClassVar

from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk.desk.views import DeskView, FormScreen

from ..access import HANDLE
from ..models import Initiative


class InitiativeScreen(DeskView):
    """A screen about one initiative."""

    permission: ClassVar[str] = HANDLE

    @cached_property
    def initiative(self) -> Initiative:
        """Return the initiative that the address names."""
        rows = Initiative.objects.visible_to(self.actor).select_related("assignee", "organisation")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def back_url(self) -> str:
        """Return the address of the initiative's screen."""
        return reverse("kop_desk:initiative", args=[self.initiative.pk])


class InitiativeForm(InitiativeScreen, FormScreen):
    """A form about one initiative."""

    back_label = "Naar het initiatief"

    def dossier(self) -> Initiative:
        """Return the initiative, whose version counts."""
        return self.initiative
