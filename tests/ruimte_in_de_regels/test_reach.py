# SPDX-License-Identifier: EUPL-1.2
"""How far a case reaches: "dit speelt ook bij ons", where it was spread, on one page, as a question."""

import re
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from netwerk import cache_tags, deliveries, links
from netwerk.models import Connection, Contact, Dossier, Region, SecretLink, Sector, Theme
from portal.pages.models import QuestionPage
from portal.starter.rights import group_name
from ruimte_in_de_regels.actions import also, drafts, reports
from ruimte_in_de_regels.figures import reach
from ruimte_in_de_regels.models import AlsoUs, CaseOutcome, MinistryAnswer, Publication
from tests.factories import obstacles as make
from tests.factories.desk import Colleague, said
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db

UNKEPT = {"x": "1"}
ANSWERS = {"hours": "2", "people": "3", "website": ""}


def shown(text):
    """Return the page of a text as it is now."""
    return Client().get(text.get_absolute_url(), UNKEPT).content.decode()


def test_the_kept_page_of_a_case_counts_with_each_report(django_capture_on_commit_callbacks):
    """A report that says it plays there too, and its withdrawal, each empty the kept page of that case."""
    case = make.publication(make.case("feedback"), "published", published_at=make.NOW).case
    draft = drafts.start_draft(make.NOW)
    before = cache_tags.versions([cache_tags.dossier(case.pk)])
    with django_capture_on_commit_callbacks(execute=True):
        sent = reports.send_report(draft, {"story": "Bij ons ook.", "also_hits": case}, make.NOW)
    counted = cache_tags.versions(before)
    with django_capture_on_commit_callbacks(execute=True):
        reports.withdraw(sent.report, "", by=links.actor_for(sent.link), now=make.NOW)
    assert len({str(found) for found in (before, counted, cache_tags.versions(before))}) == 3


def test_others_say_it_plays_there_too_and_hear_what_comes_of_it(monkeypatch):
    """Two questions, once per form; bands and a count only from the minimum; mail only after confirming."""
    monkeypatch.setattr("ruimte_in_de_regels.views.also.SAID_AN_HOUR", 5)
    text = make.publication(make.case("feedback"), "published", published_at=make.NOW)
    case, visitor = text.case, Client()
    address = reverse("ruimte_in_de_regels:also_us", args=[text.slug])
    assert address in shown(text)
    assert visitor.post(address, {**ANSWERS, "hours": ""}).status_code == 422
    assert visitor.post(address, {**ANSWERS, "website": "x"}).status_code == 422
    where = {"organisation_name": "Huis Noord", "sector": Sector.objects.first().pk}
    where |= {"region": Region.objects.last().pk, "email": "noor@voorbeeld.example", "key": str(uuid4())}
    for _ in range(2):  # a double click
        assert visitor.post(address, {**ANSWERS, **where}).status_code == 302
    row = AlsoUs.objects.get()
    assert (row.hours, row.people, row.organisation_name) == (2, 3, "Huis Noord")
    version = Dossier.objects.get(pk=case.pk).version
    assert version == 0, "a stranger's click makes no screen of the desk out of date"
    assert "Huis Noord" not in shown(text) and "keer vertelde" not in shown(text)

    make.report("answered", also_hits=case)
    make.report("withdrawn", also_hits=case)
    for _ in range(3):
        assert visitor.post(address, {**ANSWERS, "hours": "4"}).status_code == 302
    page = shown(text)
    assert "5 keer vertelde" in page, "four on the page and one report"
    assert "per maand" not in page, "too few tell how heavy it is"
    refused = visitor.post(address, ANSWERS)
    assert refused.status_code == 422 and "Wacht een uur" in refused.content.decode()
    also.say_also(text, uuid4(), {"hours": 1, "people": 1}, by=actor("lid"), now=make.NOW)
    assert "Meestal kost het meer dan 80 uur per maand en raakt het 50 tot 250 mensen." in shown(text)
    kim = Colleague("team")
    rows = kim.page("also_rows", case.pk)
    assert "Huis Noord" in rows and "Adres nog niet bevestigd" in rows and "noor@" not in rows
    assert "6 keer" in kim.page("case", case.pk)

    deliveries.deliver_due(lambda: make.NOW)
    asked = [message for message in mail.outbox if message.to == ["noor@voorbeeld.example"]]
    assert [message.subject for message in asked] == ["Bevestig dat je wilt horen wat eruit komt"]
    coordinator = Colleague("coordinator")
    reasons = {"reason": "x", "public_reason": "We schrijven hem opnieuw."}
    _again(coordinator, case, reasons)
    assert len(mail.outbox) == len(asked) + 0, "an address that nobody confirmed hears nothing"
    door = re.search(r"/l/[\w-]+/", asked[0].body)[0]
    mine = visitor.post(door).url
    assert "Bevestig mijn adres" in visitor.get(mine).content.decode()
    assert Client().get(mine).status_code == 404, "the door was not opened there"
    visitor.post(mine)
    _again(coordinator, case, reasons)
    assert mail.outbox[-1].subject == "Er is nieuws over een knelpunt dat ook bij jullie speelt"
    assert text.title not in mail.outbox[-1].body
    assert "wis" in visitor.post(mine, {"stop": "1"}).content.decode()
    assert not Contact.objects.filter(email="noor@voorbeeld.example").exists()
    assert not links.find(door.split("/")[2], make.NOW), "the link opens nothing any more"
    assert reach.counted(case) == 6
    assert SecretLink.objects.filter(scope="ook-bij-ons").count() == 1


def _again(coordinator, case, reasons):
    """Take the text back and publish it once more, as the public sees it happen."""
    coordinator.done("publication_move", case.pk, "retract", **reasons)
    type(case.publication).objects.filter(case=case).update(state="approved")
    coordinator.done("publication_move", case.pk, "publish", audience="public")
    deliveries.deliver_due(lambda: make.NOW)


def test_where_a_case_was_spread_is_kept_counted_and_printed():
    """Date, where, how and link, with who wrote it; what is missing is asked; it goes along on paper."""
    kim, case = Colleague("team", first_name="Kim"), make.case("feedback")
    day = {"day_dag": "3", "day_maand": "11", "day_jaar": "2026"}
    values = {
        **day,
        "how": "newsletter",
        "to_whom": "Voorbeeldnieuwsbrief",
        "link": "voorbeeld.example/brief",
    }
    assert "Waar of aan wie" in said(kim.press("spread", case.pk, **{**values, "to_whom": ""}))
    assert not case.distributions.exists()
    kim.done("spread", case.pk, **values)
    page = kim.page("spread", case.pk)
    assert "1 keer verspreid" in page and "3 november 2026" in page and "Kim" in page
    assert "https://voorbeeld.example/brief" in page
    assert "1 keer." in kim.page("case", case.pk)
    assert case.timeline.filter(type="casus.spread").count() == 1
    paper = kim.press("case_paper", case.pk)
    assert paper.status_code == 200 and paper.content.startswith(b"%PDF")
    assert "Voorbeeldnieuwsbrief" in str(paper.context["distributions"])


def _allowed(state="published", kind="already_allowed"):
    """Make a decided case with a public text and this outcome, below a theme."""
    text = make.publication(
        make.case("feedback"), state, published_at=make.NOW, what_you_can_do="Vraag het na."
    )
    text.case.themes.set([Theme.objects.get(slug="meer-uren-werken")])
    CaseOutcome.objects.create(case=text.case, kind=kind, reasoning="Intern verhaal.", created_at=make.NOW)
    return text


def test_what_may_already_becomes_a_draft_question_once():
    """One click makes an unpublished question below the theme, for its ambassador; nobody else reads it."""
    call_command("load_starter_content", verbosity=0)
    kim, text = Colleague("team"), _allowed("drafting")
    case = text.case
    assert "Maak er een veelgestelde vraag van" in kim.page("case", case.pk)
    assert "goedkeuren" in said(kim.press("question_draft", case.pk))
    Publication.objects.filter(pk=text.pk).update(state="approved")
    kim.done("question_draft", case.pk)
    question = QuestionPage.objects.get(title=text.title)
    assert (question.live, question.theme_above.slug) == (False, "meer-uren-werken")
    assert (question.short_answer, question.subject) == ("Het mag.", "ruimte-in-de-regels")
    assert "Intern verhaal" not in str(question.get_latest_revision().content)
    assert Connection.objects.get(from_dossier=case.pk).to_page_id == question.pk
    ambassador = user("ambassadeur")
    ambassador.groups.add(Group.objects.get(name=group_name("meer-uren-werken")))
    assert question.permissions_for_user(ambassador).can_edit()
    assert Client().get(question.get_url()).status_code == 404
    again = kim.press("question_draft", case.pk)
    assert again.status_code == 409 and "al een vraag gemaakt" in again.content.decode()
    assert "conceptvraag" in kim.page("case", case.pk)
    other = _allowed("approved", "no_room").case
    assert "veelgestelde vraag" not in kim.page("case", other.pk)
    assert "al mag" in said(kim.press("question_draft", other.pk))


def test_what_is_solved_within_the_rules_stands_on_one_sheet():
    """Question, answer, who says so and what to do, to print and as PDF, with nothing internal; else 404."""
    text = _allowed(kind="other_approach")
    make.regulation(text.case)
    thread = make.thread(text.case, "answered")
    MinistryAnswer.objects.create(
        thread=thread,
        stance="follows",
        kind="explanation",
        reasoning="Geheim",
        public_text="Dat mag.",
        updated_at=make.NOW,
    )
    sheet = reverse("ruimte_in_de_regels:factsheet", args=[text.slug])
    assert sheet in shown(text)
    response = Client().get(sheet)
    page = response.content.decode()
    for words in (text.problem, text.outcome, "Vraag het na.", "Dat mag.", text.case.reference):
        assert words in page
    assert "Geheim" not in page and "Intern verhaal" not in page and not response.cookies
    for _ in range(2):
        made = Client().get(reverse("ruimte_in_de_regels:factsheet_pdf", args=[text.slug]))
        assert made.content.startswith(b"%PDF") and made["Content-Type"] == "application/pdf"
    for none in (_allowed(kind="no_room"), _allowed("approved")):
        assert Client().get(reverse("ruimte_in_de_regels:factsheet", args=[none.slug])).status_code == 404
        assert "factsheet" not in shown(none)
