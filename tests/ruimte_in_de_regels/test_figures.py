# SPDX-License-Identifier: EUPL-1.2
"""The public figures: what is counted, what is too small to tell, and what it costs."""

import csv
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from netwerk.models import TimelineEntry
from ruimte_in_de_regels.figures import counts, small_numbers
from ruimte_in_de_regels.models import CaseOutcome, DeskTerms, ObstacleReport
from tests.factories import obstacles as make

PAGE = reverse("insight")
LATER = make.NOW + timedelta(days=60)


def happened(dossier, kind, at):
    """Write down that something happened."""
    TimelineEntry.objects.create(
        dossier=dossier, type=kind, at=at, actor_kind="system", actor_label="Portaal"
    )


def decided(*kinds, at=make.NOW):
    """Make a case of which these outcomes were decided at a moment."""
    case = make.case("closed")
    for kind in kinds:
        CaseOutcome.objects.create(case=case, kind=kind, reasoning="Daarom.", created_at=at)
    happened(case, "casus.set_outcome", at)
    return case


def count(now=LATER, least=1):
    """Count everything now; by default no number is too small."""
    return counts.count(now, with_demo=False, least=least)


@pytest.mark.django_db
def test_figures_are_what_one_counts_by_hand():
    """A case with two outcomes counts once, demo data and a merged case never; quarters are those of Dutch
    time; a step takes its working days the first time; other tables are no ministries."""
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    for moment in (make.NOW, make.NOW, datetime(2026, 12, 31, 22, 30, tzinfo=UTC), new_year):
        make.sent_report(moment)
    unreal = make.sent_report().report
    ObstacleReport.objects.filter(pk=unreal.pk).update(is_demo=True)
    heard = ObstacleReport.objects.order_by("pk").first()
    happened(heard, "melding.ask", make.NOW + timedelta(days=2))
    happened(heard, "melding.accept", make.NOW + timedelta(days=9))
    decided("clarified", "rule_changed", at=new_year)
    decided("clarified")
    decided("no_room", at=make.NOW - timedelta(days=3000))
    make.case("parked")
    make.case("closed", merged_into=make.case("escalated"))
    asked = make.case("escalated")
    make.thread(asked, "answered", settled_at=make.NOW + timedelta(days=7))
    make.thread(asked, "answered", "vws", settled_at=make.NOW + timedelta(days=1))
    make.thread(make.case("escalated"), "sent", "vws")
    make.thread(asked, "draft", "szw")
    found = count()
    assert (found.received, found.open_cases) == (4, 4)
    told = {row.label: (row.received, row.decided) for row in found.quarters}
    assert told["2026, kwartaal 4"] == (3, 1)
    assert told["2027, kwartaal 1"] == (1, 1), "half past midnight in the Netherlands"
    assert told["Eerder"] == (0, 1)
    assert len(told) == 9
    outcomes = {row.label: dict(zip(found.years, row.per_year, strict=True)) for row in found.outcomes}
    assert outcomes["Regel aangepast"]["2027"] == 1
    assert outcomes["Opgelost binnen de regels"] == {
        "Voor 2024": 0, "2024": 0, "2025": 0, "2026": 1, "2027": 0,
    }  # fmt: skip
    assert outcomes["Geen ruimte, met uitleg"]["Voor 2024"] == 1
    assert {(row.label, row.days, row.number) for row in found.steps if row.number} == {
        ("Eerste contact", 2, 1)
    }
    assert [(row.ministry, row.asked, row.answered, row.days) for row in found.ministries] == [
        ("VWS", 2, 1, 1),
        ("OCW", 1, 1, 5),
    ]
    assert counts.count(LATER, with_demo=True, least=1).received == 5
    assert count(make.NOW - timedelta(days=1)).received == 0, "what is still to come does not count"


@pytest.mark.django_db
def test_a_small_number_stands_nowhere_and_the_files_say_what_the_page_says(client, uncached):
    """One below the minimum no number is on the page or in a file; at the minimum it is. Each file is the
    table of the page, after lines on licence, day and meaning; no cookie is set."""
    for _ in range(DeskTerms.current().shown_from - 1):
        decided("no_room", at=make.NOW)
        make.sent_report(make.NOW)
    counts.keep_figures(LATER)
    page = client.get(PAGE)
    assert not page.cookies
    html = page.content.decode()
    assert "niet genoemd" in html
    assert "<dd>4</dd>" not in html
    assert ">4<" not in html
    decided("no_room", at=make.NOW)
    make.sent_report(make.NOW)
    assert "<dd>5</dd>" not in client.get(PAGE).content.decode(), "counted by the sweep, not by a reader"
    counts.keep_figures(LATER)
    page = client.get(PAGE)
    html = page.content.decode()
    assert html.count("<dd>5</dd>") == 2
    assert html.count("<h1>") == 1
    for table in page.context["tables"]:
        file = client.get(reverse("insight_csv", args=[table.name]))
        assert not file.cookies
        lines = file.content.decode("utf-8-sig").splitlines()
        about = [line for line in lines if line.startswith("# ")]
        rows = list(csv.reader(lines[len(about) :], delimiter=";"))
        assert rows[0] == [field.label for field in table.fields]
        assert [tuple(row) for row in rows[1:]] == list(table.rows)
        assert any("CC0" in line for line in about)
        assert any("Stand van 22 januari 2027" in line for line in about)
        assert len(about) == 4 + len(table.fields), "each column is explained"
        if table.rows:
            assert html.count(f'aria-labelledby="{table.name}-titel {table.name}-uitleg"') == 1
            assert f"<caption>{table.title}</caption>" in html
        for cell in (cell for row in table.rows for cell in row):
            assert cell in html


@pytest.mark.django_db
def test_counting_and_reading_ask_as_many_questions_whatever_there_is(client, uncached):
    """With three cases and with sixty; a reader of kept figures asks few."""

    def cost():
        with CaptureQueriesContext(connection) as counted:
            counts.keep_figures(LATER)
        with CaptureQueriesContext(connection) as read:
            assert client.get(PAGE).status_code == 200
        return len(counted), len(read)

    def grow(number):
        for _ in range(number):
            make.thread(decided("clarified"), "answered", settled_at=LATER)

    client.get(PAGE)
    grow(3)
    few = cost()
    grow(57)
    assert cost() == few
    assert few[1] <= 16


@given(st.lists(st.lists(st.integers(0, 12), min_size=4, max_size=4), min_size=1, max_size=5))
def test_no_small_number_can_be_worked_out_from_its_row_or_column(rows):
    """Proves for any table: what is hidden in a row or a column is together none, or no small number, unless
    nothing but noughts is left to read."""
    least = 5
    shown = small_numbers.crossed(rows, least)
    lines = [*zip(rows, shown, strict=True)]
    lines += [*zip(zip(*rows, strict=True), zip(*shown, strict=True), strict=True)]
    for numbers, told in lines:
        assert not any(told_ is not None and 0 < told_ < least for told_ in told)
        hidden = sum(number for number, told_ in zip(numbers, told, strict=True) if told_ is None)
        assert hidden == 0 or hidden >= least or not any(told)
