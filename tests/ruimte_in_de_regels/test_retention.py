# SPDX-License-Identifier: EUPL-1.2
"""What goes when its time is over: a day before and after for every rule, dry run, register and hold."""

import uuid
from datetime import timedelta
from io import StringIO

import pytest
from dateutil.relativedelta import relativedelta
from django.core.management import call_command
from django.urls import reverse

from netwerk import links, retention, timeline, uploads
from netwerk.access import NotPermitted
from netwerk.models import (
    Attachment,
    Contact,
    Delivery,
    Dossier,
    Export,
    LegalHold,
    Look,
    Message,
    Note,
    OutboxEvent,
    RetentionPeriod,
    RetentionRun,
    TimelineEntry,
    TimelinePersonal,
)
from netwerk.perform import NotNow
from netwerk.tasks import forget_by_retention
from ruimte_in_de_regels.actions import contacts, drafts, reports, threads
from ruimte_in_de_regels.models import (
    AlsoUs,
    MinistryAnswer,
    MinistryContact,
    MinistryThread,
    ReportDraft,
    ReporterIdentity,
    ThreadHolder,
)
from tests.factories import files
from tests.factories import obstacles as make
from tests.factories.desk import Colleague, delivery
from tests.factories.people import actor, user
from tests.factories.retaining import goes_on_its_day, over, planned

pytestmark = pytest.mark.django_db

NOW = make.NOW


def a_report():
    """Make a report that ended now, with everything that does not stay."""
    report = make.sent_report(
        name="Rita Melder", email="rita@voorbeeld.example", phone="06", organisation_name="Huis Noord"
    ).report
    clean = uploads.CleanFile("brief.pdf", uploads.TYPES["pdf"], files.PDF)
    uploads.attach(clean, report, NOW, audience="reporter")
    uploads.attach(clean, report, NOW)
    reports.say(report, "Bel me op mijn mobiel.", Message.Side.OTHER, NOW)
    reports.say(report, "Kijk hier eens naar.", Message.Side.TEAM, NOW, [clean])
    over(report, "melding.close", "closed", NOW)
    return report


def ended_otherwise():
    """Make a report that was withdrawn and one that was referred, and closed since: both ended now."""
    for name, ends in (
        ("Ina Ingetrokken", (("withdraw", "withdrawn"),)),
        ("Dora Door", (("refer", "referred"), ("close", "closed"))),
    ):
        report = make.sent_report(name=name, email="", phone="", organisation_name="").report
        for move, state in ends:
            over(report, f"melding.{move}", state, NOW)


def a_case():
    """Make a case that ended now: two people said it plays there too, a colleague was asked."""
    case = make.case("escalated")
    thread = make.thread(case, "sent")
    make.thread_link(thread)
    colleague = threads.Colleague("Corrie Collega", "corrie@ministerie.example", "jurist")
    threads.forward(thread, colleague, by=actor("team"), now=NOW)
    MinistryContact.objects.update(active=False)
    begun = {"stance": "follows", "kind": "explanation", "reasoning": "Nog niet af."}
    MinistryAnswer.objects.create(thread=thread, updated_at=NOW, **begun)
    never = make.ministry_contact("szw", "nooit@ministerie.example")
    as_is = {"ministry": never.ministry, "job": "", "is_backup": True, "active": False}
    person = {"name": "Nora Nooit", "email": "nooit@ministerie.example", "phone": ""}
    contacts.change_contact(never, {**as_is, **person}, by=actor("team"), now=NOW)
    said = {"case": case, "hours": 1, "people": 1, "organisation_name": "Huis Zuid", "created_at": NOW}
    for confirmed in (NOW, None):
        contact = Contact.objects.create(email=f"{uuid.uuid4().hex}@voorbeeld.example")
        AlsoUs.objects.create(**said, contact=contact, confirmed_at=confirmed)
    over(case, "casus.close", "closed", NOW)
    return case


@pytest.fixture
def everything():
    """One of everything that does not stay, ended at the same moment."""
    Delivery.objects.all().delete()
    report, case = a_report(), a_case()
    for layer in ("own", "team"):
        Note.objects.create(dossier=case, layer=layer, author=user("team"), text="x", created_at=NOW)
    event = OutboxEvent.objects.create(entry=report.timeline.first())
    to = report.identity.contact
    delivery("sent", event=event, contact=to)
    delivery("dead", raw={"body": "Je code is 123456"})
    draft = drafts.start_draft(NOW)
    uploads.stage(uploads.CleanFile("brief.pdf", uploads.TYPES["pdf"], files.PDF), draft.pk, NOW)
    uploads.stage(uploads.CleanFile("los.pdf", uploads.TYPES["pdf"], files.PDF), uuid.uuid4(), NOW)
    Look.objects.create(user_label="Tess", dossier=case, reader="melder", at=NOW)
    Export.objects.create(user_label="Tess", kind="melding", form="csv", rows=3, at=NOW)
    for link in [*report.secret_links.all(), *case.secret_links.all()]:
        links.revoke(link, NOW)
    return report, case


def test_each_rule_waits_until_its_last_day_and_then_forgets(everything):
    """A day before nothing goes; on the day exactly the row; the dry run says before what the run does. How
    long we know who reported depends on how it ended: each of the three is counted by its own rule alone."""
    ended_otherwise()
    goes_on_its_day("ruimte-in-de-regels", NOW)

    report, case = everything
    entries = TimelineEntry.objects.filter(dossier__in=(report, case)).order_by("pk")
    known = list(entries.values())
    last = NOW + relativedelta(months=24)
    news = dict(Dossier.objects.values_list("pk", "last_news_at"))
    told = planned(last)
    assert entries.count() == len(known), "a dry run changes nothing"
    done = {line.rule: line.went for line in retention.run(last)}
    assert done == told, "the run does what the dry run said"
    assert list(entries.values())[: len(known)] == known, "what happened stays as it was written"
    assert dict(Dossier.objects.values_list("pk", "last_news_at")) == news, "forgetting is no news"

    who = ("melding.melder", "melding.ingetrokken", "melding.doorverwezen")
    assert [told[code] for code in who] == [1, 1, 1], "nobody is counted twice"
    identity = ReporterIdentity.objects.get(report=report.pk)
    kept = [identity.contact.name, identity.contact.email, identity.contact.phone, identity.organisation_name]
    assert (kept, identity.contact.forgotten_at) == ([""] * 4, last)
    assert [file.audience for file in Attachment.objects.all()] == ["team"]
    assert not Message.objects.exists() and [note.layer for note in Note.objects.all()] == ["team"]
    assert not Contact.objects.exclude(email="").exists() and not Export.objects.exists()
    assert list(AlsoUs.objects.values_list("hours", "organisation_name", "contact")) == [(1, "", None)] * 2
    assert (TimelinePersonal.objects.get().data, ThreadHolder.objects.get().job) == ({}, "")
    assert list(Delivery.objects.values_list("contact", "raw")) == [(None, None)] * 2
    assert not ReportDraft.objects.exists() and not MinistryAnswer.objects.exists()
    report.refresh_from_db()
    assert report.story, "the text of the report stays"
    sentences = [timeline.sentence(entry) for entry in report.timeline.filter(type="dossier.forgotten")]
    assert "Verwijderd volgens de bewaartermijn: naam, adres en organisatie van de melder." in sentences

    assert not forget_by_retention(last), "a second run finds nothing"
    assert RetentionRun.objects.count() == 2 * len(retention.all_rules()), "each run leaves a line a rule"
    assert not RetentionRun.objects.filter(failed__gt=0).exists()


def test_a_held_dossier_is_skipped_until_it_is_let_go(everything):
    """Held with a reason and by whom, on the timeline; listed, counted, and gone after lifting."""
    report, _case = everything
    last = NOW + relativedelta(months=24)
    boss = Colleague("coordinator", first_name="Coby")
    asked = {"reference": report.reference.lower(), "reason": "Er loopt een klacht."}
    assert boss.post(reverse("desk:hold_new"), asked).status_code == 302
    assert boss.post(reverse("desk:hold_new"), asked).status_code == 409, "held already"
    assert boss.post(reverse("desk:hold_new"), {**asked, "reference": "RR-1"}).status_code == 200
    with pytest.raises(NotPermitted):
        retention.hold(report, "x", by=actor("team"), now=NOW)
    page = boss.get(reverse("desk:holds")).content.decode()
    assert report.reference in page and "Er loopt een klacht." in page and "Coby" in page

    lines = {line.rule: line for line in retention.run(last)}
    assert (lines["melding.melder"].went, lines["melding.melder"].held) == (0, 1)
    assert (lines["melding.bestanden"].went, lines["casus.ook_bij_ons"].went) == (0, 2)
    assert report.identity.contact.name == "Rita Melder"

    placed = LegalHold.objects.get()
    assert boss.post(reverse("desk:hold_lift", args=[placed.pk])).status_code == 302
    with pytest.raises(NotNow):
        retention.lift(placed, by=actor("coordinator"), now=NOW)
    types = list(report.timeline.filter(type__in=("dossier.held", "dossier.let_go")).values_list("type"))
    assert sorted(types) == [("dossier.held",), ("dossier.let_go",)]
    assert {line.rule: line.went for line in retention.run(last)}["melding.melder"] == 1


def test_a_dossier_that_goes_on_keeps_everything(everything):
    """Reopened means: not over; a colleague with a question in another case that runs is kept too."""
    report, _case = everything
    Dossier.objects.filter(pk=report.pk).update(state="in_intake")
    running = make.case("escalated")
    first = MinistryContact.objects.earliest("pk")
    other = make.thread(running, "sent", code="szw")
    MinistryThread.objects.filter(pk=other.pk).update(contact=first)
    other.holders.create(contact=ThreadHolder.objects.get().contact, added_at=NOW)
    told = planned(NOW + relativedelta(months=24))
    for code in ("melding.melder", "melding.bestanden", "casus.collega", "partij.contactpersoon"):
        assert told[code] == 0, code


def test_what_fails_is_counted_and_the_rest_goes_on(everything, monkeypatch):
    """One broken file stops neither the other rules nor the register; the next run tries it again."""
    monkeypatch.setattr("netwerk.uploads.discard", lambda _files: 1 / 0)
    last = NOW + relativedelta(months=24)
    lines = {line.rule: line for line in retention.run(last)}
    assert (lines["melding.bestanden"].went, lines["melding.bestanden"].failed) == (0, 1)
    assert lines["melding.melder"].went == 1 and planned(last)["melding.bestanden"] == 2


def test_periods_are_set_within_bounds_and_the_screens_name_nobody(everything):
    """A coordinator sets a period, under the heading of what it is about; outside the bounds nothing
    changes. Screen and command show references."""
    report, _case = everything
    boss = Colleague("beheerder")
    screen = reverse("desk:retention_periods")
    lengths = {code.replace(".", "_"): length for code, length in retention.lengths().items()}
    page = boss.post(screen, {**lengths, "melding_bestanden": 6}).content.decode()
    groups = ("Links, berichten en logboeken", "Initiatieven", "Leertrajecten", "Meldingen", "Casussen")
    for group in groups:
        assert page.count(f"<legend><h2>{group}</h2></legend>") == 1
        assert f"<h2>{group}</h2>" in boss.get(reverse("desk:retention")).content.decode()
    assert (
        page.index("<h2>Meldingen</h2>") < page.index('name="melding_bestanden"') < page.index("<h2>Casussen")
    )
    assert "Kies een getal van 7 tot 180." in page and not RetentionPeriod.objects.exists()
    assert boss.post(screen, {**lengths, "melding_bestanden": 60}).status_code == 302
    assert list(RetentionPeriod.objects.values_list("rule", "length")) == [("melding.bestanden", 60)]
    assert planned(NOW + timedelta(days=59))["melding.bestanden"] == 0
    assert planned(NOW + timedelta(days=60))["melding.bestanden"] == 2
    RetentionPeriod.objects.update(length=1)
    assert retention.lengths()["melding.bestanden"] == 7, "the bounds always hold"

    out = StringIO()
    call_command("retention", "--dry-run", stdout=out)
    assert "melding.melder (12 maanden nadat de melding klaar is): 0 nu" in out.getvalue()
    assert ReporterIdentity.objects.get().contact.name == "Rita Melder"
    forget_by_retention(NOW + relativedelta(months=12))
    for name in ("retention", "retention_register"):
        page = boss.get(reverse(f"desk:{name}")).content.decode()
        assert "aam, adres en organisatie van de melder" in page and "Rita" not in page
    assert report.reference not in page, "the register names no dossier"


def test_an_account_takes_its_own_notes_along(everything):
    """Deleting an account deletes the notes that only its holder could read; the team's stay, nameless."""
    for note in Note.objects.select_related("author"):
        note.author.delete()
    assert [(note.layer, note.author) for note in Note.objects.all()] == [("team", None)]


def test_a_length_of_one_is_told_in_words_that_are_dutch():
    """Proves that screens and register say "1 maand" and "1 dag", not "1 maanden"."""
    in_months = retention.Period(1, 1, 12)
    in_days = retention.Period(1, 1, 30, retention.Unit.DAYS)
    assert (in_months.words(1), in_months.words(2)) == ("1 maand", "2 maanden")
    assert (in_days.words(1), in_days.words(8)) == ("1 dag", "8 dagen")
