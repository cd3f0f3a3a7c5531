# SPDX-License-Identifier: EUPL-1.2
"""The rules in law that cases are about: the list of the team, and the form of one rule."""

from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk.desk.paging import CappedPaginator
from netwerk.desk.views import DeskView, FormScreen
from netwerk.forms import PortalForm, PortalModelForm
from netwerk.models import Regulation

from ..actions import regulations
from ..kinds import CASE
from ..models import ObstacleCase
from .base import HANDLE_CASE

PAGE_SIZE = 50


class RegulationForm(PortalModelForm):
    """One rule in law."""

    link = forms.URLField(
        label="Waar staat de regel?",
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text="Plak het adres van de pagina. Een wet staat op wetten.overheid.nl.",
    )

    class Meta:
        model = Regulation
        fields = ("name", "article", "kind", "owner", "owner_name", "link", "description")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["article"].help_text = "Bijvoorbeeld: artikel 3, lid 2."
        self.fields["owner_name"].help_text = "Welk ministerie, welke gemeente of welke partij?"
        self.fields["description"].help_text = "Iedereen leest dit zodra er een casus over op de site staat."
        self.fields["description"].widget.attrs["rows"] = 5

    def validate_constraints(self) -> None:
        """Leave it to the action: it says in plain words that a rule is there already."""


class Regulations(DeskView):
    """All rules, each with its cases, and whether everybody can read of it."""

    permission: ClassVar[str] = HANDLE_CASE

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list, narrowed to names in which the words of `q` stand."""
        asked = request.GET.get("q", "").replace("\x00", "").strip()[:100]
        rows = Regulation.objects.filter(Q(name__icontains=asked) | Q(article__icontains=asked))
        shown = ObstacleCase.objects.filter(regulations=OuterRef("pk"), listed_at__isnull=False)
        numbered = rows.annotate(
            case_count=Count("dossiers", filter=Q(dossiers__kind=CASE)), is_shown=Exists(shown)
        )
        ordered = numbered.order_by("name", "article", "pk")
        page = CappedPaginator(ordered, PAGE_SIZE).get_page(request.GET.get("pagina"))
        context = {
            "title": "Wetten en regels",
            "page": page,
            "asked": asked,
            "query": f"q={asked}&" if asked else "",
        }
        return self.show("ruimte_in_de_regels/desk/regulations.html", context)


class KeepRegulation(FormScreen):
    """Add a rule, or change one."""

    permission: ClassVar[str] = HANDLE_CASE
    submit = "Bewaar de regel"
    done = "De regel is bewaard."
    back_label = "Wetten en regels"
    intro = "Schrijf kort en gewoon. Zet er niets in over één melder of één organisatie."

    @property
    def title(self) -> str:  # type: ignore[override]
        """Whether it is a new one."""
        return "Wijzig de regel" if "pk" in self.kwargs else "Nieuwe regel"

    @cached_property
    def regulation(self) -> Regulation | None:
        """Return the rule that the address names; None for a new one."""
        return get_object_or_404(Regulation, pk=self.kwargs["pk"]) if "pk" in self.kwargs else None

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form over the rule as it is."""
        return RegulationForm(data, instance=self.regulation)  # type: ignore[return-value]

    def act(self, form: PortalForm) -> Any:
        """Keep it."""
        return regulations.keep_regulation(self.regulation, form.cleaned_data, by=self.actor)

    def back_url(self) -> str:
        """Return the list."""
        return reverse("rir_desk:regulations")
