# SPDX-License-Identifier: EUPL-1.2
"""Standard texts, and the exact mail before it goes."""

import pytest
from django.urls import reverse

from netwerk import deliveries
from netwerk.models import Dossier, Message, OutboxEvent, SecretLink, StandardText, Theme
from netwerk.notifications import as_mail, letter_for
from ruimte_in_de_regels.models import ObstacleCase, ObstacleReport
from tests.factories import obstacles as make
from tests.factories.desk import Colleague

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    """Somebody of the team."""
    return Colleague("team", first_name="Kim")


def test_standard_texts_fit_the_kind_the_state_and_the_theme(kim):
    """The team keeps its texts; a form offers those that fit, and puts one below what was typed."""
    theme, other = Theme.objects.all()[:2]
    report = make.report("in_intake")
    report.themes.add(theme)
    new = reverse("desk:text_new")
    for title, place, about in (
        ("Past", "melding:in_intake", theme.pk), ("Altijd", "melding", ""), ("Thema", "melding", other.pk),
        ("Status", "melding:closed", ""), ("Casus", "casus", ""),
    ):  # fmt: skip
        values = {
            "title": title,
            "place": place,
            "theme": about,
            "text": f"{title} [kenmerk]",
            "active": "on",
        }
        assert kim.post(new, values).status_code == 302
    assert (
        "Kies een van de antwoorden"
        in kim.post(new, {"title": "x", "text": "x", "place": "x"}).content.decode()
    )
    page = kim.see("report_move", report.pk, "ask")
    assert {text.title for text in page.context["texts"]} == {"Past", "Altijd"}
    wanted = StandardText.objects.get(title="Past")
    typed = {"question": "Dag,", "standard": wanted.pk, "insert": "1"}
    filled = kim.press("report_move", report.pk, "ask", **typed)
    assert filled.context["form"]["question"].value() == f"Dag,\n\nPast {report.reference}"
    assert not filled.context["form"].errors, "nothing was sent yet"
    for wrong in ("", "x", "9" * 30, StandardText.objects.get(title="Casus").pk):
        same = kim.press("report_move", report.pk, "ask", **{**typed, "standard": wrong})
        assert same.context["form"]["question"].value() == "Dag,"
    kim.post(
        reverse("desk:text_change", args=[wanted.pk]), {"title": "Past", "place": "melding", "text": "Anders"}
    )
    titles = {text.title for text in kim.see("report_move", report.pk, "ask").context["texts"]}
    assert titles == {"Altijd"}, "one that can no longer be chosen is not offered"


def test_the_mail_on_screen_is_the_mail_that_goes(kim):
    """Looking sends and changes nothing; sending then sends those words. The reporter stays unnamed."""
    report = make.sent_report(email="mia@voorbeeld.example", name="Mia").report
    ObstacleReport.objects.filter(pk=report.pk).update(state="in_intake")
    before = (
        Dossier.objects.get(pk=report.pk).version,
        OutboxEvent.objects.count(),
        SecretLink.objects.count(),
    )
    look = kim.press("report_move", report.pk, "ask", question="Waar was dit?", preview="1")
    (preview,) = look.context["previews"]
    assert (look.status_code, preview.to) == (200, "De melder")
    assert "mia@" not in look.content.decode() and "Mia" not in look.content.decode()
    assert "Waar was dit?" in look.content.decode(), "what was typed is still there"
    now = (Dossier.objects.get(pk=report.pk).version, OutboxEvent.objects.count(), SecretLink.objects.count())
    assert now == before and not Message.objects.exists()
    kim.done("report_move", report.pk, "ask", question="Waar was dit?")
    while deliveries.expand_batch(make.NOW):
        pass
    (delivery,) = OutboxEvent.objects.latest("pk").deliveries.all()
    letter = letter_for(delivery)
    mail = as_mail(letter, "x@voorbeeld.example")
    assert preview.subject == mail.subject
    assert preview.body == mail.body.replace(
        letter.button_url, "http://localhost:8000/l/(persoonlijke link)/"
    )


def test_every_form_that_sends_shows_its_mails(kim):
    """Feedback, adding to a case and a ministry's answer: each can be looked at, for everybody it reaches."""
    case = make.case("outcome_set", assignee=kim.user)
    for number in range(2):
        sent = make.sent_report(email=f"m{number}@voorbeeld.example").report
        ObstacleReport.objects.filter(pk=sent.pk).update(state="accepted", case=case)
    look = kim.press("case_move", case.pk, "give_feedback", message="Het mag.", preview="1")
    assert [one.to for one in look.context["previews"]] == ["De melder", "De melder"]
    report = make.sent_report(email="later@voorbeeld.example").report
    ObstacleReport.objects.filter(pk=report.pk).update(state="in_intake")
    open_case = make.case("context_analysis")
    look = kim.press("report_to_case", report.pk, case=open_case.pk, preview="1")
    assert len(look.context["previews"]) == 1
    note = kim.page("report", report.pk).split('name="note" value="')[1].split('"')[0]
    look = kim.press("case_new", note=note, title="Nieuw", origin="reported", summary="", preview="1")
    assert [one.to for one in look.context["previews"]] == ["De melder"] and ObstacleCase.objects.count() == 2
    anonymous = make.report("in_intake")
    look = kim.press("report_move", anonymous.pk, "ask", question="Hoe?", preview="1")
    assert "Er gaat geen mail uit" in look.content.decode()
    thread = make.thread(make.case("escalated"), "question_back")
    args = (thread.case_id, thread.pk, "answer_back")
    look = kim.press("thread_move", *args, answer="Zo.", preview="1")
    assert [one.to for one in look.context["previews"]] == [thread.contact.contact.email]
    assert "Bekijk de mail" not in Colleague("coordinator").page("case_move", open_case.pk, "park")
