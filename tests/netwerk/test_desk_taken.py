# SPDX-License-Identifier: EUPL-1.2
"""The log of who looked and who took lists along: filters, pages, cost and file."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netwerk import links
from netwerk.access import Actor
from netwerk.desk import taken
from netwerk.models import Export, Look
from netwerk.timeline import Happening, record
from ruimte_in_de_regels.access import MINISTRY_SCOPE
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import user

pytestmark = pytest.mark.django_db

NOW = make.NOW


@pytest.fixture
def log():
    """Make one line of each sort, a day apart, and one by somebody with a link."""
    kim, robin = user("team", first_name="Kim"), user("team", first_name="Robin")
    report = make.sent_report(name="Rita Melder", email="rita@voorbeeld.example").report
    opened = Happening("melding.identity_opened", data={"reason": "Terugbellen"})
    record(report, opened, by=Actor.of(kim), now=NOW)
    link = links.new_link(MINISTRY_SCOPE, report, contact=None, now=NOW)
    theirs = Happening("ministerievraag.reporters_opened", data={"ministry": "OCW", "reports": "RR-1"})
    record(report, theirs, by=links.actor_for(link), now=NOW + timedelta(days=1))
    Look.objects.create(
        user=robin, user_label="Robin", dossier=report, reader="de melder", at=NOW + timedelta(days=2)
    )
    taken = {"kind": "melding", "form": "csv", "rows": 3, "query": "stand=alles"}
    Export.objects.create(user=kim, user_label="Kim", at=NOW + timedelta(days=3), **taken)
    return kim, robin, report


def test_the_log_is_filtered_by_person_sort_and_days_and_names_no_reporter(log):
    """One list, newest first; each filter alone and together; the address keeps them, a wrong day is said."""
    kim, robin, report = log
    boss = Colleague("coordinator", first_name="Coby")
    address = reverse("desk:taken")
    assert "Er is niets met deze filters." in boss.get(address, {"van": "2031-01-01"}).content.decode()

    def sorts(**query):
        return [line.sort for line in boss.get(address, query).context["object_list"]]

    assert sorts() == ["export", "blik", "persoon", "persoon"]
    assert sorts(wie=kim.pk) == ["export", "persoon"] and sorts(wie=robin.pk) == ["blik"]
    assert sorts(wie="link") == ["persoon"] and sorts(soort="persoon") == ["persoon", "persoon"]
    day = NOW.date() + timedelta(days=2)
    assert sorts(van=day) == ["export", "blik"] and sorts(tot=day) == ["blik", "persoon", "persoon"]
    assert sorts(van=day, tot=day, wie=robin.pk, soort="blik") == ["blik"]
    assert sorts(van=f"{day:%d-%m-%Y}", wie=kim.pk) == ["export"]

    page = boss.get(address).content.decode()
    assert "Rita" not in page and report.reference in page and "Reden: Terugbellen" in page
    assert "Keek zoals de melder." in page and "als csv, 3 rijen. Filter: stand=alles." in page
    wrong = boss.get(address, {"van": "gisteren", "wie": kim.pk}).content.decode()
    assert "Deze dag begrijpen we niet." in wrong and 'value="gisteren"' in wrong
    assert Colleague("team").get(address).status_code == 403


def test_the_log_costs_the_same_however_long_and_is_turned_by_page(log):
    """Sixty lines more cost no query more; the link to the next page carries the filter."""
    kim, _robin, report = log
    boss = Colleague("coordinator")
    address = reverse("desk:taken")
    boss.get(address)
    with CaptureQueriesContext(
        connection,
    ) as few:
        boss.get(address)
    for number in range(60):
        moment = NOW - timedelta(minutes=number)
        Look.objects.create(user=kim, user_label="Kim", dossier=report, reader="de melder", at=moment)
    with CaptureQueriesContext(connection) as many:
        page = boss.get(address, {"wie": kim.pk}).content.decode()
    assert len(many) <= len(few) <= 20
    assert "62 gevonden" in page and f'href="?wie={kim.pk}&amp;pagina=2"' in page
    assert len(boss.get(address, {"wie": kim.pk, "pagina": "2"}).context["object_list"]) == 12


@pytest.mark.both
def test_the_log_reads_its_own_entries_and_not_the_timeline(log):
    """What is watched is found by an index that holds nothing else, newest first, of everybody or of one;
    an entry is marked by its type as it is written, and the database keeps the mark as it keeps the rest."""
    kim, _robin, report = log
    entries = report.timeline
    assert set(entries.filter(watched=True).values_list("type", flat=True)) == {
        "melding.identity_opened", "ministerievraag.reporters_opened",
    }  # fmt: skip
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
    watched = taken._watched().order_by("-at", "-pk")
    for rows, index in ((watched, "watched"), (watched.filter(actor=kim), "watched_by")):
        plan = rows[:50].explain()
        assert f"netwerk_timeline_{index}" in plan, plan
        assert "sort" not in plan.lower() and "TEMP B-TREE" not in plan, "in the order of the index"
    with pytest.raises(DatabaseError), transaction.atomic():
        entries.filter(actor=None).update(watched=True)


def test_the_log_leaves_as_a_file_and_that_stands_in_it(log):
    """The file holds what the filter shows; taking it is a line of the log; an unknown form is not made."""
    boss = Colleague("beheerder", first_name="Bea")
    address = reverse("desk:taken")
    answer = boss.post(f"{address}?soort=blik", {"bestand": "csv"})
    head, row = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    assert dict(zip(head, row, strict=True))["Wat"] == "Keek zoals de melder."
    kept = Export.objects.latest("pk")
    assert (kept.kind, kept.query, kept.rows, kept.user) == ("inzage", "soort=blik", 1, boss.user)
    assert boss.post(address, {"bestand": "exe"}).status_code == 302
