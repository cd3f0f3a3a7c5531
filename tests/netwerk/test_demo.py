# SPDX-License-Identifier: EUPL-1.2
"""The demo data: every state, made up, spread, made by the actions, and gone by one command."""

from collections import Counter
from datetime import timedelta

import pytest
import textstat
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction

from netwerk import demo, search
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
from tests.factories import obstacles as make
from tests.portal.test_plain_dutch import EASE, LONGEST, MEAN, sentences

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _told(django_db_setup, django_db_blocker):
    """The demo data, made once for this file; each test works in a transaction inside this one."""
    with django_db_blocker.unblock(), transaction.atomic():
        make.case()
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
    assert (kinds["initiatief"], kinds["melding"], kinds["casus"]) == (30, 40, 24)


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


def test_nobody_hears_of_it(told):
    """What never happened is announced to nobody: not now, and not by the next sweep."""
    assert OutboxEvent.objects.filter(entry__dossier__in=told, expanded_at__isnull=True).count() == 0
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
    for model in (Attachment, Delivery, Message, OutboxEvent, TimelinePersonal, User):
        assert not model._default_manager.exists(), model
    for model in (SearchDocument, SecretLink):
        assert not model._default_manager.filter(dossier__isnull=False).exclude(dossier=own).exists(), model
    assert not storage.exists(name)
    assert not Contact.objects.filter(email__endswith=f"@{demo.DOMAIN}").exists()
    assert set(ReferenceCounter.objects.values_list("last", flat=True)) <= {0, 1}
    make.report()
    with pytest.raises(Exception, match="append-only"), transaction.atomic():
        TimelineEntry.objects.all()._raw_delete("default")
