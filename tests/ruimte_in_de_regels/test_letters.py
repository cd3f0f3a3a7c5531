# SPDX-License-Identifier: EUPL-1.2
"""The letter of a quarter to a ministry: what it counts, what it tells, and what never stands in it."""

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from netwerk.access import NotPermitted
from netwerk.models import Export
from netwerk.perform import NotNow
from ruimte_in_de_regels.actions import promises, summaries
from ruimte_in_de_regels.figures import letters
from ruimte_in_de_regels.models import CaseSummary, Ministry, Redaction
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import actor

pytestmark = pytest.mark.django_db
QUARTER = letters.Period(2026, 4)
LATER = datetime(2027, 2, 1, 10, tzinfo=UTC)
LINES = {
    "problem": "Niemand weet of stage in de zomer mag.",
    "question": "Mag een leerling in de vakantie stage lopen?",
    "answer": "Ja, als de school het goed vindt.",
}


def shown(title):
    """Make a case on the site that this ministry was asked about just now: the screen knows no other now."""
    case = make.publication(state="published", title=title).case
    make.thread(case, "sent", sent_at=timezone.now() - timedelta(seconds=5))
    return case


def promised(case, text):
    """Let the ministry promise something today."""
    return make.promise(case, text=text, made_on=timezone.localdate())


def the_letter(now=LATER, period=QUARTER, code="ocw"):
    """Return the letter to a ministry."""
    return letters.letter(Ministry.objects.get(code=code), period, now)


def test_a_quarter_begins_and_ends_by_dutch_time():
    """Half past eleven on old year's eve in London is next year here; a letter counts to the end of its
    quarter, or to now while that runs."""
    edge = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)
    assert (QUARTER.start, QUARTER.end) == (datetime(2026, 9, 30, 22, 0, tzinfo=UTC), edge)
    assert (QUARTER.last_day, QUARTER.after, QUARTER.before.code) == (
        date(2026, 12, 31), letters.Period(2027, 1), "2026-3",
    )  # fmt: skip
    assert [one.code for one in letters.periods(date(2027, 1, 1))][:3] == ["2027-1", "2026-4", "2026-3"]
    make.thread(state="sent", sent_at=edge - timedelta(minutes=1))
    make.thread(state="sent", sent_at=edge)
    asked = "Vragen gesteld in dit kwartaal"
    assert dict(the_letter().counts)[asked] == 1
    assert dict(the_letter(period=QUARTER.after).counts)[asked] == 1
    assert dict(the_letter(now=edge - timedelta(hours=1)).counts)[asked] == 0


def test_the_letter_counts_every_question_and_every_promise_of_one_ministry():
    """Open, late, answered, promised and kept as they stood at the end of the quarter; withdrawn questions,
    those of others and demo data do not count."""
    make.thread(state="sent", due_at=date(2026, 12, 1))
    make.thread(state="answered", settled_at=make.NOW + timedelta(days=3))
    make.thread(state="answered", settled_at=LATER - timedelta(days=2))
    for thread in (make.thread(state="withdrawn"), make.thread(state="sent", code="vws")):
        thread.refresh_from_db()
    unreal = make.thread(state="sent").case
    unreal.is_demo = True
    unreal.save()
    make.promise(state="kept", settled_at=make.NOW)
    make.promise(due_on=date(2026, 12, 1))
    make.promise(code="vws")
    assert [number for _, number in the_letter().counts] == [3, 1, 2, 1, 2, 1, 1]


def test_a_letter_of_the_past_tells_how_promises_stood_then():
    """What was kept, moved, dropped or taken back after the quarter stands in its letter as it was; the
    letter of the next quarter tells what came of it."""
    case = shown("Stage in de zomer")
    boss, after = actor("coordinator"), LATER - timedelta(days=10)
    rows = {
        name: make.promise(case, text=name, due_on=date(2026, 12, 1))
        for name in ("kept later", "moved later", "dropped later", "taken back later", "moved before")
    }
    promises.keep(rows["taken back later"], "Geregeld.", by=boss, now=make.NOW + timedelta(days=3))
    promises.move_date(rows["moved before"], date(2027, 3, 1), "Ziek.", by=boss, now=make.NOW)
    promises.keep(rows["kept later"], "Geregeld.", by=boss, now=after)
    promises.move_date(rows["moved later"], date(2027, 6, 1), "Ziek.", by=boss, now=after)
    promises.drop(rows["dropped later"], "Geen geld.", by=boss, now=after)
    promises.reopen(rows["taken back later"], "Vergissing.", by=boss, now=after)

    def stood(letter):
        return {one.text: (one.state, one.due_on) for one in letter.promises}

    old, early = date(2026, 12, 1), the_letter(period=QUARTER)
    assert stood(early) == {
        "kept later": ("late", old),
        "moved later": ("late", old),
        "dropped later": ("late", old),
        "taken back later": ("kept", old),
        "moved before": ("open", date(2027, 3, 1)),
    }
    assert [number for _, number in early.counts[-3:]] == [5, 1, 3]
    late = the_letter(period=QUARTER.after)
    assert stood(late) == {
        "kept later": ("kept", old),
        "moved later": ("open", date(2027, 6, 1)),
        "dropped later": ("dropped", old),
        "taken back later": ("late", old),
        "moved before": ("open", date(2027, 3, 1)),
    }
    assert [number for _, number in late.counts[-3:]] == [0, 1, 1]


def test_the_letter_tells_of_cases_on_the_site_in_three_lines_and_of_nothing_else():
    """Chosen, read and downloaded by the team, which is written down. A case of which the lines are missing
    is named to the team alone; of a case of the team nothing stands in it."""
    team = Colleague("team")
    told, unwritten = shown("Stage in de zomer"), shown("Nog zonder regels")
    hidden = make.case("escalated")
    type(hidden).objects.filter(pk=hidden.pk).update(title="Geheim bij Zorghuis Voorbeeld")
    make.thread(hidden, "sent", sent_at=timezone.now() - timedelta(seconds=5))
    make.report("accepted", told, title="Van een melder")
    promised(told, "OCW legt het uit.")
    promised(hidden, "Dit blijft tussen ons.")
    assert team.press("case_lines", told.pk, problem="Iets.").status_code == 200, "all three are asked"
    team.done("case_lines", told.pk, **LINES)
    assert told.timeline.filter(type="casus.summed_up").count() == 1
    period = letters.periods(timezone.localdate())[0]
    query = {"ministerie": "ocw", "kwartaal": period.code}
    page = team.page("letters", **query)
    assert "Kwartaalbrieven" in page
    assert reverse("rir_desk:case_lines", args=[unwritten.pk]) in page
    assert "Geheim" not in page
    assert page.count("<h1>") == 1
    file = team.post(reverse("rir_desk:letters"), query)
    assert file.headers["Content-Type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(file.content)).pages
    paper = " ".join(" ".join(one.extract_text() for one in pages).split())
    for words in (*LINES.values(), "Stage in de zomer", "OCW legt het uit.", str(period)):
        assert words in paper
    for secret in ("Geheim", "Zorghuis", "tussen ons", "melder", "Nog zonder regels", told.reference):
        assert secret not in paper
    taken = Export.objects.get()
    assert (taken.kind, taken.form, taken.rows) == ("kwartaalbrief", "pdf", 1)
    assert taken.query == f"ocw {period.code}"
    assert team.post(reverse("rir_desk:letters"), {"ministerie": "nza"}).status_code == 404
    assert LINES["answer"] in page
    type(told).objects.filter(pk=told.pk).update(listed_at=None)
    page = team.page("letters", **query)
    assert LINES["answer"] not in page, "what was taken back is not told any more"
    assert "OCW legt het uit." not in page


def test_the_three_lines_say_nothing_that_was_taken_out_of_the_public_text():
    """Refused off the site, for words that were redacted, and to who is not of the team;
    written again they are replaced."""
    case, who = shown("Stage in de zomer"), {"by": actor("team"), "now": make.NOW}
    with pytest.raises(NotPermitted):
        summaries.write_summary(case, LINES, by=actor("lid"), now=make.NOW)
    with pytest.raises(NotNow, match="staat niet op de site"):
        summaries.write_summary(make.case("escalated"), LINES, **who)
    Redaction.objects.create(
        publication=case.publication, found="zomer", instead="vakantie", reason="combination",
        created_at=make.NOW,
    )  # fmt: skip
    with pytest.raises(NotNow, match="weggehaald"):
        summaries.write_summary(case, LINES, **who)
    for problem in ("Eerst zo.", "Nu zo."):
        summaries.write_summary(case, {**LINES, "problem": problem}, **who)
    assert CaseSummary.objects.get().problem == "Nu zo."


def test_a_letter_costs_the_same_with_three_cases_and_with_sixty():
    """The screen asks as many questions whatever there is to tell."""
    team = Colleague("team")
    query = {"ministerie": "ocw", "kwartaal": letters.periods(timezone.localdate())[0].code}

    def cost():
        with CaptureQueriesContext(connection) as asked:
            page = team.page("letters", **query)
        return len(asked), page.count(LINES["answer"])

    def grow(number):
        for place in range(number):
            case = shown(f"Casus {place}")
            CaseSummary.objects.create(case=case, updated_at=make.NOW, **LINES)
            promised(case, "OCW past de regel aan.")
            shown(f"Nog te schrijven {place}")

    grow(3)
    cost()
    few = cost()
    grow(57)
    many = cost()
    assert (few[0], few[1]) == (many[0], 3)
    assert many[1] == 60
