# SPDX-License-Identifier: EUPL-1.2
"""`/cijfers/`: what the network did, as charts, tables and files; no number that points to somebody."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from netwerk.dates import date_text
from netwerk.desk import export
from portal.charts import Chart, bars
from ruimte_in_de_regels import public as desk
from ruimte_in_de_regels.public import Figures

LICENCE = "CC0 1.0: je mag deze cijfers vrij gebruiken"
HIDDEN = "niet genoemd"
"""Small, or hidden so that a small number cannot be worked out: which of the two is not told."""
KEPT_BY_BROWSERS = "public, max-age=600"


@dataclass(frozen=True)
class Field:
    """A column: its name, and what it means."""

    label: str
    meaning: str


@dataclass(frozen=True)
class Table:
    """One subject: a table, its chart, and its address as a file."""

    name: str
    title: str
    lead: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[str, ...], ...]
    """Each begins with its heading; every cell is the text that is shown."""
    chart: Chart


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The figures to read."""
    figures = desk.current_figures(timezone.now())
    context = {
        "figures": figures,
        "heads": [(label, _told(number)) for label, number in _heads(figures)],
        "tables": tables(figures),
        "crumbs": [{"label": "Ruimte in de Regels", "url": "/ruimte-in-de-regels/"}],
    }
    return render(request, "portal/insight.html", context)


@require_safe
def file(request: HttpRequest, name: str) -> HttpResponse:
    """One table as CSV; lines that begin with # say what it holds, of which day, and under which licence."""
    figures = desk.current_figures(timezone.now())
    table = next((one for one in tables(figures) if one.name == name), None)
    if table is None:
        raise Http404
    about = [f"{field.label}: {field.meaning}" for field in table.fields]
    small = (
        f"{HIDDEN}: kleiner dan {figures.least}, of weggelaten zodat een klein getal niet uit te rekenen is"
    )
    told = [table.title, f"Stand van {date_text(figures.counted_at)}", f"Licentie: {LICENCE}", small, *about]
    if figures.with_demo:
        told.append("Proefopstelling: alle meldingen en casussen zijn verzonnen")
    text = "".join(f"# {line}\r\n" for line in told).encode("utf-8-sig")
    rows = export.as_csv([field.label for field in table.fields], table.rows)
    response = HttpResponse(text + rows.removeprefix(b"\xef\xbb\xbf"), content_type=export.FORMS["csv"])
    response["Content-Disposition"] = f'attachment; filename="cijfers-{name}.csv"'
    response["Cache-Control"] = KEPT_BY_BROWSERS
    return response


def _told(number: int | None) -> str:
    return HIDDEN if number is None else str(number)


def _days(number: int | None) -> str:
    return "te weinig om te zeggen" if number is None else str(number)


def _heads(figures: Figures) -> list[tuple[str, int | None]]:
    """Return the numbers on top."""
    totals = {outcome.label: outcome.total for outcome in figures.outcomes}
    return [
        ("Meldingen ontvangen", figures.received),
        ("Casussen nog open", figures.open_cases),
        *((label, totals[label]) for label in _HEADS),
    ]


_HEADS = ("Opgelost binnen de regels", "Regel aangepast", "Geen ruimte, met uitleg", "Geen antwoord")


def tables(figures: Figures) -> tuple[Table, ...]:
    """Return every subject of the page, in order."""
    return _per_quarter(figures), _outcomes(figures), _steps(figures), _ministries(figures)


def _first(figures: Figures) -> int:
    """Return the place of the first quarter of which there is something to draw; the table has them all."""
    quarters = enumerate(figures.quarters)
    return next((place for place, row in quarters if place and (row.received, row.decided) != (0, 0)), 1)


def _per_quarter(figures: Figures) -> Table:
    rows = figures.quarters
    drawn = [
        (
            row.label,
            [
                (row.received, f"gemeld: {_told(row.received)}"),
                (row.decided, f"uitkomst: {_told(row.decided)}"),
            ],
        )
        for row in rows[_first(figures) :]
    ]
    return Table(
        "kwartalen",
        "Meldingen en uitkomsten per kwartaal",
        "De bovenste balk is wat er binnenkwam. De onderste balk, met rand, is waar een uitkomst van kwam.",
        (
            Field("Kwartaal", "kwartaal in Nederlandse tijd; ‘Eerder’ is alles daarvoor"),
            Field("Meldingen ontvangen", "aantal meldingen dat is verstuurd"),
            Field("Casussen met uitkomst", "aantal casussen waarvan de uitkomst is vastgesteld"),
        ),
        tuple((row.label, _told(row.received), _told(row.decided)) for row in rows),
        bars(
            "Meldingen en uitkomsten per kwartaal",
            "Per kwartaal twee balken: ontvangen meldingen en casussen met een uitkomst.",
            drawn,
        ),
    )


def _outcomes(figures: Figures) -> Table:
    rows = tuple(
        (row.label, *(_told(number) for number in row.per_year), _told(row.total)) for row in figures.outcomes
    )
    drawn = [(row.label, [(row.total, _told(row.total))]) for row in figures.outcomes]
    years = (Field(year, "aantal casussen met deze uitkomst in die tijd") for year in figures.years)
    return Table(
        "uitkomsten",
        "Uitkomsten van casussen",
        "Een casus telt één keer mee. Heeft hij meer uitkomsten, dan telt de uitkomst die bovenaan staat.",
        (
            Field("Uitkomst", "wat er van de casus kwam"),
            *years,
            Field("Totaal", "aantal casussen met deze uitkomst in alle jaren"),
        ),
        rows,
        bars("Uitkomsten van casussen", "Voor elke uitkomst een balk met het aantal casussen.", drawn),
    )


def _steps(figures: Figures) -> Table:
    return Table(
        "doorlooptijd",
        "Hoelang duurt elke stap?",
        "De middelste tijd in werkdagen: de helft ging sneller, de helft duurde langer.",
        (
            Field("Stap", "naam van de stap"),
            Field("Wat telt mee", "waar de stap begint en eindigt; alleen de eerste keer telt"),
            Field("Werkdagen", "mediaan van het aantal werkdagen"),
            Field("Aantal", "aantal meldingen of casussen dat de stap afmaakte"),
        ),
        tuple((row.label, row.meaning, _days(row.days), _told(row.number)) for row in figures.steps),
        _drawn_days("Hoelang duurt elke stap?", [(row.label, row.days) for row in figures.steps]),
    )


def _ministries(figures: Figures) -> Table:
    rows = tuple(
        (row.ministry, _told(row.asked), _told(row.answered), _days(row.days)) for row in figures.ministries
    )
    return Table(
        "ministeries",
        "Hoe snel antwoorden ministeries?",
        "De middelste tijd in werkdagen, van vraag tot antwoord. Andere partijen tellen niet mee.",
        (
            Field("Ministerie", "korte naam van het ministerie"),
            Field("Gevraagd", "aantal vragen dat is verstuurd"),
            Field("Beantwoord", "aantal vragen met een antwoord"),
            Field("Werkdagen", "mediaan van het aantal werkdagen tussen vraag en antwoord"),
        ),
        rows,
        _drawn_days(
            "Hoe snel antwoorden ministeries?", [(row.ministry, row.days) for row in figures.ministries]
        ),
    )


def _drawn_days(title: str, rows: Sequence[tuple[str, int | None]]) -> Chart:
    named = [(label, [(days, _in_days(days))]) for label, days in rows]
    return bars(title, "Voor elke rij een balk met het aantal werkdagen.", named)


def _in_days(number: int | None) -> str:
    if number is None:
        return _days(number)
    return "1 werkdag" if number == 1 else f"{number} werkdagen"
