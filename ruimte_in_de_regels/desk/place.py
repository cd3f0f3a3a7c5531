# SPDX-License-Identifier: EUPL-1.2
"""What a report or a case is about, and the words of a case: kept right by the team."""

from typing import Any

from django.utils import timezone

from netwerk.desk.forms import NO_NAMES, line, text
from netwerk.forms import PortalForm
from netwerk.models import Region, Sector, Theme
from netwerk.widgets import CheckCards, ManyField

from ..actions import place
from .base import CaseForm, ReportForm

PARTS = ("themes", "sectors", "regions")


class PlaceForm(PortalForm):
    """Themes, sectors and regions."""

    themes = ManyField(
        Theme.objects.all(),
        label="Bij welke thema's past het?",
        required=False,
        widget=CheckCards(columns=2),
        help_text="Wie een thema volgt, hoort ervan zodra het op de site staat.",
    )
    sectors = ManyField(
        Sector.objects.all(),
        label="In welke sectoren speelt het?",
        required=False,
        widget=CheckCards(columns=2),
    )
    regions = ManyField(
        Region.objects.none(),
        label="In welke regio's speelt het?",
        required=False,
        widget=CheckCards(columns=2),
        help_text="Kies ‘Landelijk’ als het overal speelt.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regions = Region.objects.valid_on(timezone.localdate())
        chosen = Region.objects.filter(pk__in=[one.pk for one in self.initial.get("regions", ())])
        self.fields["regions"].queryset = (regions | chosen).distinct()  # type: ignore[attr-defined]

    def place(self) -> place.Place:
        """Return what was chosen."""
        return place.Place(*(list(self.cleaned_data[name]) for name in PARTS))


class DescribeForm(PlaceForm):
    """The words of a case, and what it is about."""

    field_order = ("title", "summary")

    title = line("Titel", 160, "Zo herkent een collega de casus. " + NO_NAMES)
    summary = text("Samenvatting", 2000, NO_NAMES, rows=8, required=False)


def _now(dossier: Any) -> dict[str, Any]:
    """Return where a dossier stands, to begin the form with."""
    here = place.Place.of(dossier)
    return {name: getattr(here, name) for name in PARTS}


class PlaceReport(ReportForm):
    """Say what a report is about: the reporter may have skipped it."""

    title = "Thema, sector en regio"
    intro = (
        "Komt de melding in een nieuwe casus, dan gaat dit mee. Heeft de melding nog geen behandelaar? "
        "Dan gaat zij naar wie er volgens de verdeelregels over gaat."
    )
    done = "Thema, sector en regio zijn bewaard."

    def make_form(self, data: Any = None) -> PlaceForm:
        """Return the form as it stands."""
        return PlaceForm(data, initial=_now(self.report))

    def act(self, form: PortalForm) -> Any:
        """Keep it."""
        assert isinstance(form, PlaceForm)  # noqa: S101 - made above
        return place.place_report(self.report, form.place(), **self.who)


class DescribeCase(CaseForm):
    """Give a case better words, and say what it is about."""

    title = "Titel, samenvatting en thema"
    intro = "Dit is voor het team. De tekst op de site schrijf je bij ‘Openbare tekst’."
    done = "De casus is bijgewerkt."

    def make_form(self, data: Any = None) -> DescribeForm:
        """Return the form as it stands."""
        words = {"title": self.case.title, "summary": self.case.summary}
        return DescribeForm(data, initial={**words, **_now(self.case)})

    def act(self, form: PortalForm) -> Any:
        """Keep it."""
        assert isinstance(form, DescribeForm)  # noqa: S101 - made above
        given = form.cleaned_data
        new = place.Description(given["title"], given["summary"], form.place())
        return place.describe_case(self.case, new, **self.who)
