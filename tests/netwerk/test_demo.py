# SPDX-License-Identifier: EUPL-1.2
"""The demo data: every state, made up, spread, made by the actions, and gone by one command."""

from collections import Counter
from datetime import timedelta

import pytest
import textstat
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from koplopers.models import Initiative
from netwerk import cache_tags, demo, invariants, kinds, scale, search, timeline
from netwerk.casework.texts import fitting
from netwerk.models import (
    Attachment,
    Contact,
    Delivery,
    Dossier,
    Message,
    Organisation,
    OutboxEvent,
    ReferenceCounter,
    SearchDocument,
    SecretLink,
    TimelineEntry,
    TimelinePersonal,
    User,
)
from netwerk.processes import all_processes
from ruimte_in_de_regels.models import (
    CaseOutcome,
    IntakeRule,
    JointQuestion,
    MinistryContact,
    MinistryThread,
    ObstacleCase,
    ObstacleReport,
    Promise,
    PromiseNews,
    Publication,
    ThreadHolder,
)
from tests.factories import obstacles as make
from tests.plain_dutch import EASE, LONGEST, MEAN, sentences

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _told(django_db_setup, django_db_blocker):
    """The demo data, made once for this file; each test works in a transaction inside this one."""
    with django_db_blocker.unblock(), transaction.atomic():
        make.sent_report(story="Ons eigen verhaal.", goal="Iets anders.")
        demo.load("een-lang-wachtwoord", make.NOW)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def told(_told, db):
    """Return every demo dossier, as its own kind."""
    return list(Dossier.objects.filter(is_demo=True).order_by("pk"))


def test_every_state_of_every_process_occurs(told):
    """Whatever can be the case of a report, a case, a question, a text or an initiative can be seen."""
    for model, process in all_processes().items():
        found = set(model._default_manager.values_list("state", flat=True))
        assert {state.code for state in process.workflow.states} - found == set(), model
    kinds = Counter(dossier.kind for dossier in told)
    assert (kinds["initiatief"], kinds["melding"], kinds["casus"]) == (30, 41, 25)
    assert kinds["leertraject"] == 10


def test_it_is_spread_over_fourteen_months_and_tells_its_own_order(told):
    """Nothing lies in the future, each timeline runs forward, and themes, sectors and regions all occur."""
    first = min(dossier.created_at for dossier in told)
    assert timedelta(days=300) < make.NOW - first < timedelta(days=430)
    for dossier in told:
        moments = list(dossier.timeline.order_by("pk").values_list("at", flat=True))
        assert moments == sorted(moments), dossier
        assert moments[0] == dossier.created_at
        assert moments[-1] == dossier.last_news_at < make.NOW
    assert len({theme for dossier in told for theme in dossier.themes.all()}) == 6
    assert len({sector for dossier in told for sector in dossier.sectors.all()}) >= 14
    assert len({region for dossier in told for region in dossier.regions.all()}) >= 25


def _texts():
    """Every text about a demo dossier, a question to a ministry or a text for the site."""
    for model in all_processes():
        fields = [one.name for one in model._meta.local_fields if one.get_internal_type() == "TextField"]
        for row in model._default_manager.values_list(*fields) if fields else ():
            yield from (text for text in row if text)


def test_it_is_visibly_made_up_in_plain_dutch_and_no_two_texts_are_the_same(told):
    """Organisations say that they are invented, and people live at an address that cannot exist."""
    assert all("verzonnen" in one.name for one in Organisation.objects.filter(is_demo=True))
    people = [one.email for model in (User, Contact) for one in model.objects.exclude(email="")]
    assert all(address.endswith(f"@{demo.DOMAIN}") for address in people)
    titles = [dossier.title for dossier in told if dossier.kind != "casus"]
    assert len(titles) == len(set(titles))
    texts = list(_texts())
    assert [text for text, times in Counter(texts).items() if times > 1] == []
    found = sentences(texts)
    assert [sentence for sentence in found if len(sentence.split()) > LONGEST] == []
    assert sum(len(sentence.split()) for sentence in found) / len(found) <= MEAN
    textstat.set_lang("nl")
    assert textstat.flesch_reading_ease(" ".join(texts)) >= EASE


def test_it_shows_what_is_done_with_a_case_besides_its_states(told):
    """An experiment on the site with taken-out words, three lines, others who have it too and where it was
    spread; a second round, a link that was passed on and one closed, promises kept and late with word of
    the ministry, a text that was taken back and one that waits for its day."""
    experiment = Publication.objects.get(state="published", case__outcomes__kind="experiment")
    assert experiment.redactions.count() == 2
    page = Client().get(experiment.get_absolute_url()).content.decode()
    assert "7 keer vertelde iemand dat dit ook daar speelt" in page
    assert "Verzonnenstad" not in page and "nachtcoach" not in page
    assert experiment.case.distributions.count() == 3
    listed = ObstacleCase.objects.listed()
    assert listed.filter(three_lines__isnull=True).count() == 0, "a letter misses no three lines"
    assert MinistryThread.objects.filter(round=2, state="answered").count() == 1
    assert ThreadHolder.objects.filter(kind="colleague").count() == 2
    assert SecretLink.objects.exclude(withdrawn_by="").count() == 1
    promises = Counter(Promise.objects.filter(case__in=listed).values_list("state", flat=True))
    assert {"kept", "late", "dropped", "open"} == set(promises)
    assert PromiseNews.objects.waiting().get().promise.state == "late"
    gone = Publication.objects.get(state="retracted")
    assert Client().get(gone.get_absolute_url()).status_code == 410
    assert Publication.objects.filter(state="held").exists()
    assert TimelineEntry.objects.filter(type="publicatie.give_back").exists(), "a second person gave one back"


def test_it_shows_how_the_team_shares_work_and_asks_together(told):
    """An intake rule for each thing that it can look at, of which one catches a new report; a text for any
    state; one question to two parties that differ, with one reply; and a contact who left and was never
    asked. All visibly made up, and all of it goes along."""
    rules = IntakeRule.objects.all()
    assert all(rule.name.endswith("(verzonnen)") for rule in rules)
    for part in ("theme", "sector", "region", "regulation"):
        assert rules.filter(**{f"{part}__isnull": False}).count() == 1, part
    law = rules.get(regulation__isnull=False)
    report = make.sent_report(rule_text=f"De {law.regulation}").report
    assert report.assignee == law.handler
    assert [str(text) for text in fitting(report)] == ["Het duurt wat langer (verzonnen)"]
    joint = JointQuestion.objects.get()
    assert sorted(bool(reply.replied_at) for reply in joint.replies.all()) == [False, True]
    assert joint.case.differences.count() == 1
    left = MinistryContact.objects.get(active=False)
    assert not left.threads.exists() and left.inactive_since
    ObstacleReport.objects.filter(pk=report.pk).update(is_demo=True)
    demo.remove()
    assert not IntakeRule.objects.exists() and not JointQuestion.objects.exists()
    assert not fitting(report).exists()
    assert not MinistryContact.objects.filter(pk=left.pk).exists()


def test_nobody_hears_of_it(told):
    """What never happened is announced to nobody: not now, and not by the next sweep."""
    assert OutboxEvent.objects.filter(entry__dossier__in=told).exists()
    assert not OutboxEvent.objects.filter(entry__dossier__in=told, expanded_at__isnull=True).exists()
    assert not Delivery.objects.exists()


def test_the_same_seed_gives_the_same_demo_and_a_second_time_adds_nothing(told):
    """Loading again goes on where it stopped; taken away and loaded anew it is the same, day by day."""
    assert demo.load("een-lang-wachtwoord", make.NOW) == 0
    before = [(one.reference, one.title, one.state, one.created_at, one.due_at) for one in told]
    demo.remove()
    demo.load("een-lang-wachtwoord", make.NOW)
    after = Dossier.objects.filter(is_demo=True).order_by("pk")
    assert [(one.reference, one.title, one.state, one.created_at, one.due_at) for one in after] == before


def test_removing_leaves_nothing_but_what_was_there_before(told, django_capture_on_commit_callbacks):
    """Dossiers, messages, files, links, search rows, deliveries, people and organisations: all gone."""
    own = Dossier.objects.get(is_demo=False)
    Organisation.objects.create(name="Echt", slug="echt", kind="care")
    file = Attachment(dossier=told[0], name="plan.pdf", content_type="application/pdf", size=1)
    file.created_at = make.NOW
    file.file.save("plan.pdf", ContentFile(b"x"))
    storage, name = file.file.storage, file.file.name
    search.index_stale(limit=20)
    event = OutboxEvent.objects.filter(entry__dossier__in=told).first()
    Delivery.objects.create(
        event=event, notice="x", channel="mail", next_attempt_at=make.NOW, created_at=make.NOW
    )
    call_command("load_demo_data", "--remove")
    assert list(Dossier.objects.all()) == [own]
    assert [one.name for one in Organisation.objects.all()] == ["Echt"]
    assert set(TimelineEntry.objects.values_list("dossier", flat=True)) <= {own.pk}
    assert not OutboxEvent.objects.exclude(entry__dossier=own).exists()
    for model in (Attachment, Delivery, Message, TimelinePersonal, User):
        assert not model._default_manager.exists(), model
    for model in (SearchDocument, SecretLink):
        assert not model._default_manager.filter(dossier__isnull=False).exclude(dossier=own).exists(), model
    assert not storage.exists(name)
    assert not Contact.objects.filter(email__endswith=f"@{demo.DOMAIN}").exists()
    assert set(ReferenceCounter.objects.values_list("last", flat=True)) <= {0, 1}
    with pytest.raises(Exception, match="append-only"), transaction.atomic():
        TimelineEntry.objects.all()._raw_delete("default")


# --- On every page ---------------------------------------------------------------------------------

FICTION = 'aria-label="Demo"'


def test_every_page_says_that_it_is_made_up_until_the_demo_is_gone(
    told, client, settings, django_capture_on_commit_callbacks
):
    """Public pages, kept ones too, forms, errors, the desk and what is printed; without a query and without
    a cookie."""
    settings.SECOND_FACTOR_REQUIRED = False
    pages = ("/", "/koplopers/overzicht/", "/ruimte-in-de-regels/melden/", "/account/login/", "/weg/")
    assert [page for page in pages if FICTION in client.get(page).content.decode()] == []
    with django_capture_on_commit_callbacks(execute=True):
        demo.load("een-lang-wachtwoord", make.NOW)
    assert [page for page in pages if FICTION not in client.get(page).content.decode()] == []
    kept = Client().get("/")
    assert kept.headers["X-Page-Cache"] == "hit"
    assert not kept.cookies
    team = Client()
    team.force_login(User.objects.get(email=f"team@{demo.DOMAIN}"))
    assert FICTION in team.get("/beheer/").content.decode()
    assert FICTION in team.get("/beheer/ruimte-in-de-regels/meldingen/").content.decode()
    sheet = Publication.objects.filter(state="published", case__outcomes__kind="already_allowed").first()
    address = reverse("ruimte_in_de_regels:factsheet", args=[sheet.slug])
    assert FICTION in client.get(address).content.decode(), "also on paper"
    with CaptureQueriesContext(connection) as asked:
        assert demo.is_there()
    assert len(asked) == 0
    with django_capture_on_commit_callbacks(execute=True):
        demo.remove()
    assert [page for page in pages if FICTION in client.get(page).content.decode()] == []


def test_another_process_hears_of_it_by_the_pages_it_makes(told, client):
    """What was loaded elsewhere is known when a page is made for the changed version of all pages."""
    assert FICTION not in client.get("/").content.decode()
    cache_tags.bump(cache_tags.EVERYWHERE)
    assert FICTION in client.get("/").content.decode()


# --- In bulk ---------------------------------------------------------------------------------------


def test_copies_are_whole_tied_to_each_other_and_found(told):
    """Growing stops and goes on, and makes what could have been made by hand: every invariant holds."""
    assert list(scale.grow(len(told) * 2)) == [len(told) * 2]
    assert list(scale.grow(len(told) * 3 - 10)) == [len(told) * 3]
    assert list(scale.grow(100)) == []
    copies = Dossier.objects.filter(is_demo=True).exclude(reference__regex=scale.BASE)
    assert copies.filter(themes__isnull=True).count() == 2 * sum(not one.themes.exists() for one in told)
    for copy in ObstacleReport.objects.filter(pk__in=copies, case__isnull=False):
        assert copy.case.reference.rpartition("-")[2] == copy.reference.rpartition("-")[2]
        assert copy.case_id in copies.values_list("pk", flat=True)
    original = Publication.objects.published().filter(case__in=told).first()
    made = Publication.objects.get(slug=f"{original.slug}-2")
    assert [thread.public_state for thread in made.case.threads.all()] == [
        thread.public_state for thread in original.case.threads.all()
    ]
    assert made.case.created_at < original.case.created_at
    while search.index_stale():
        pass
    assert SearchDocument.objects.filter(dossier=made.case, audience="public").exists()
    assert invariants.check() == []
    assert Client().get(made.get_absolute_url()).status_code == 200


def test_growing_needs_a_base_set(told):
    """Without a demo there is nothing to copy."""
    Dossier.objects.update(is_demo=False)
    with pytest.raises(ValueError, match="load the demo"):
        list(scale.grow(10))


# --- Invariants ------------------------------------------------------------------------------------


def _case(**filters):
    return ObstacleCase.objects.filter(**filters).first()


def _rows(model, **filters):
    """Return one row of a model, to be changed behind the actions' back."""
    return model.objects.filter(pk=model.objects.filter(**filters).first().pk)


def _deliver(state):
    times = {"next_attempt_at": make.NOW, "created_at": make.NOW}
    event = OutboxEvent.objects.filter(expanded_at__isnull=False).first()
    return Delivery.objects.create(event=event, notice="x", channel="mail", state=state, **times)


def _closed_in_search():
    search.index_stale()
    return _rows(SearchDocument, is_open=True).update(is_open=False)


BREACHES = {
    "state_is_in_the_table": lambda: _rows(MinistryThread).update(state="verdwaald"),
    "dossier_has_its_child": lambda: _rows(Dossier, kind="casus").update(kind="melding"),
    "number_was_given_out": lambda: ReferenceCounter.objects.filter(prefix="RR").update(last=1),
    "timeline_fits": lambda: _rows(Dossier, is_demo=True).update(last_news_at=make.NOW),
    "search_shows_only_what_is_public": lambda: search.store(
        search.Source("casus", make.NOW, dossier_id=_case(listed_at=None).pk), [kinds.Entry("Nee", "/x/")]
    ),
    "search_shows_all_that_is_public": lambda: _rows(Dossier, visibility="public").update(
        indexed_version=F("version")
    ),
    "search_knows_what_is_open": _closed_in_search,
    "closed_link_stays_closed": lambda: _rows(SecretLink, revoked_at=None).update(withdrawn_by="Kim"),
    "file_stands_at_its_own_message": lambda: Attachment.objects.create(
        dossier=_case(),
        part=timeline.part_key(Message.objects.filter(dossier__kind="melding").first()),
        **{"name": "x.pdf", "size": 1, "created_at": make.NOW},
    ),
    "promise_fits_its_state": lambda: _rows(Promise, state="open").update(settled_at=make.NOW),
    "deliveries_follow_their_event": lambda: OutboxEvent.objects.filter(
        pk=_deliver("pending").event_id
    ).update(expanded_at=None),
    "delivery_fits_its_state": lambda: _deliver("sent"),
    "case_is_listed_when_its_text_is": lambda: _rows(ObstacleCase, listed_at__isnull=False).update(
        listed_at=None
    ),
    "held_text_has_its_day": lambda: _rows(Publication, state="held").update(publish_on=None),
    "closed_case_is_fed_back": lambda: _rows(ObstacleReport, case__state="closed").update(state="accepted"),
    "taken_report_is_in_a_case": lambda: _rows(ObstacleReport, state="accepted").update(case=None),
    "decided_case_has_an_outcome": lambda: CaseOutcome.objects.filter(case__state="monitoring").delete(),
    "question_fits_its_state": lambda: _rows(MinistryThread, state="sent").update(due_at=None),
    "escalated_case_shows_its_term": lambda: _rows(ObstacleCase, state="escalated").update(due_at=None),
    "initiative_is_listed_when_public": lambda: _rows(Initiative, state="nominated").update(listed_at=None),
    "recognition_has_its_dates": lambda: _rows(Initiative, state="alumni").update(retired_at=None),
}
"""By what must be true: how to make it untrue."""


def test_every_invariant_holds_for_the_demo_and_catches_its_breach(told):
    """The base set breaks none of them; each planted breach is found by its own check."""
    assert invariants.check() == []
    assert set(invariants.names()) == set(BREACHES)
    for name, break_it in BREACHES.items():
        point = transaction.savepoint()
        break_it()
        assert name in {breach.invariant for breach in invariants.check()}, name
        transaction.savepoint_rollback(point)
    assert invariants.check() == []


def test_a_dossier_without_a_first_entry_is_found(told):
    """Nothing is made without being written down."""
    ghost = Dossier.objects.create(
        kind="casus", reference="RC-2026-0900T", title="x", state="signal",
        created_at=make.NOW, last_news_at=make.NOW,
    )  # fmt: skip
    assert {breach.invariant for breach in invariants.check([ghost.pk])} == {
        "timeline_fits", "dossier_has_its_child",
    }  # fmt: skip
    assert invariants.check([told[0].pk]) == []


def test_the_command_says_what_is_wrong_and_fails(told, capsys):
    """Somebody who keeps the portal reads which dossier it is, and a script sees that it failed."""
    call_command("check_invariants")
    assert "Alles klopt" in capsys.readouterr().out
    wrong = _case(state="monitoring")
    CaseOutcome.objects.filter(case=wrong).delete()
    with pytest.raises(CommandError, match="1 dingen"):
        call_command("check_invariants", wrong.reference)
    assert f"decided_case_has_an_outcome: {wrong.reference}" in capsys.readouterr().out
    with pytest.raises(CommandError, match="Onbekend: RC-1"):
        call_command("check_invariants", "RC-1")
