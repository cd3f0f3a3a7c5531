# SPDX-License-Identifier: EUPL-1.2
"""A work queue all the way: tabs, words to search, pages far down, kept filters, files, many at once."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from openpyxl import load_workbook

from netwerk import search
from netwerk.desk import export, paging
from netwerk.desk.keyset import Order
from netwerk.desk.table import short_date
from netwerk.models import Dossier, Export, Label, Message, SavedFilter, StandardText
from tests.factories import obstacles as make
from tests.factories.desk import Colleague, said

pytestmark = pytest.mark.django_db
QUEUE = reverse("rir_desk:reports")


@pytest.fixture
def kim():
    """Somebody of the team."""
    return Colleague("team", first_name="Kim")


def shown(response):
    """Return the references in a queue, from the top."""
    return [row.reference for row in response.context["object_list"]]


def test_the_tabs_hold_what_their_names_say(kim):
    """Mine, nobody's, everybody's, what waits for another, what is late: each with its number."""
    past = date(2020, 1, 1)
    mine = make.report("in_intake", assignee=kim.user)
    late, waiting = make.report(due_at=past), make.report("waiting_reporter", due_at=past)
    make.report("closed", due_at=past)
    tabs = {chip.label: chip for chip in kim.get(QUEUE).context["chips"]}
    for label, expected in {
        "Van mij": {mine}, "Zonder behandelaar": {late, waiting}, "Hele team": {mine, late, waiting},
        "Wacht op een ander": {waiting}, "Te laat": {late},
    }.items():  # fmt: skip
        found = kim.get(f"{QUEUE}?{tabs[label].query}")
        assert (set(shown(found)), tabs[label].number) == ({one.reference for one in expected}, len(expected))
    assert shown(kim.get(QUEUE, {"termijn": "veel-te-laat"})) == [late.reference]
    assert "Veel te laat" in kim.get(QUEUE).content.decode()


def test_words_are_found_through_the_search_table(kim, django_assert_max_num_queries):
    """Any words of the story find a report, in any order and form; a reference finds it by its beginning.

    When nothing open has them, the same search goes on in what is closed.
    """
    report, other = make.report(story="De leerlingen wachten op een stageplek."), make.report(story="Iets.")
    search.index_stale()
    with django_assert_max_num_queries(14):
        assert shown(kim.get(QUEUE, {"zoek": "stageplekken leerling"})) == [report.reference]
    assert shown(kim.get(QUEUE, {"zoek": other.reference.lower()})) == [other.reference]
    closed = make.report("closed", story="De bus rijdt niet op zondag.")
    search.index_stale()
    page = kim.get(QUEUE, {"zoek": "zondag", "wie": "niemand"}).content.decode()
    wider = re.search(r'href="(\?[^"]+stand=alles)"', page)[1].replace("&amp;", "&")
    assert shown(kim.get(QUEUE + wider)) == [closed.reference]
    for nothing in ("zomerdienst", "%", "' OR 1=1 --"):
        assert shown(kim.get(QUEUE, {"zoek": nothing})) == [], nothing


@pytest.mark.parametrize("ordering", ["termijn", "-termijn", "-binnen", "kenmerk"])
def test_far_down_every_row_comes_once_and_back_again(kim, monkeypatch, ordering):
    """Beyond the numbered pages next and previous go from row to row: nothing twice, nothing left out."""
    monkeypatch.setattr(paging, "MOST_COUNTED", 4)
    monkeypatch.setattr("netwerk.desk.listing.QueueView.paginate_by", 2)
    first = make.report().pk
    for number in range(8):
        due = None if number % 3 == 0 else date(2027, 1, 1) + timedelta(days=number % 4)
        make.report(due_at=due, created_at=make.NOW + timedelta(hours=number % 3))
    whole = Dossier.objects.filter(pk__gte=first, kind="melding")
    view = kim.get(QUEUE, {"ordering": ordering}).context["view"]
    expected = [row.reference for row in view.order_queryset(whole)]
    seen, pages, query = [], [], "pagina=1"
    while query and len(pages) < 9:
        response = kim.get(f"{QUEUE}?ordering={ordering}&{query}")
        seen += shown(response)
        pages.append(query)
        query = response.context["pages"].next
    assert seen == expected
    assert [page.partition("=")[0] for page in pages] == ["pagina", "pagina", "na", "na", "na"]
    back = kim.get(f"{QUEUE}?ordering={ordering}&{response.context['pages'].previous}")
    assert shown(back) == expected[6:8]
    assert "Meer dan 4" not in back.content.decode()
    for wrong in ("na=x", "na=2027-13-45_1", "voor=_", f"na={'9' * 30}_{'9' * 30}", "pagina=3"):
        assert shown(kim.get(f"{QUEUE}?ordering={ordering}&{wrong}")) == expected[:2], wrong


def test_the_latest_news_stands_with_the_state_and_sorts(kim):
    """Each row says when something last happened; by its heading what lay still longest comes first."""
    young = make.report(last_news_at=make.NOW)
    old = make.report(last_news_at=make.NOW - timedelta(days=40))
    page = kim.get(QUEUE, {"ordering": "nieuws"})
    assert shown(page)[:2] == [old.reference, young.reference]
    html = page.content.decode()
    assert f"<small>nieuws {short_date(old.last_news_at)}</small>" in html
    assert re.search(r'aria-sort="ascending"><a href="[^"]*ordering=-nieuws">Status en nieuws', html)


def test_a_filter_is_kept_shared_and_thrown_away(kim):
    """A kept filter stands above the queue, for its maker or for all; only its maker throws it away."""
    robin = Colleague("team", first_name="Robin")
    address = reverse("desk:filter_keep", args=["melding"])
    asked = "termijn=te-laat&zoek=&pagina=3"
    assert kim.post(f"{address}?{asked}", {"name": "Mijn laat"}).status_code == 302
    assert kim.post(f"{address}?{asked}", {"name": "Ons laat", "shared": "on"}).status_code == 302
    assert "Er staat geen filter aan" in kim.post(address, {"name": "Leeg"}).content.decode()
    assert "Dat is nu vervangen." in said(kim.post(f"{address}?{asked}", {"name": "Mijn laat"}))
    names = [[chip.label for chip in one.get(QUEUE).context["saved"]] for one in (kim, robin)]
    assert names == [["Mijn laat", "Ons laat"], ["Ons laat"]]
    chip = robin.get(QUEUE, {"termijn": "te-laat"}).context["saved"][0]
    assert (chip.query, chip.current) == ("termijn=te-laat", True)
    assert [chip.label for chip in kim.get(reverse("rir_desk:cases")).context["saved"]] == []
    own, shared = SavedFilter.objects.get(shared=False), SavedFilter.objects.get(shared=True)
    assert robin.post(reverse("desk:filter_drop", args=[own.pk])).status_code == 404
    assert robin.post(reverse("desk:filter_drop", args=[shared.pk])).status_code == 403
    assert kim.post(reverse("desk:filter_drop", args=[own.pk])).status_code == 302
    assert "Mijn laat" not in kim.get(reverse("desk:filters")).content.decode()


def test_a_list_leaves_as_a_file_that_runs_nothing(kim):
    """CSV and Excel hold what the filter shows, in Dutch time and without formulas; who took it is kept."""
    report = make.report(title='=HYPERLINK("http://x.example")', due_at=date(2026, 11, 30))
    make.report("closed")
    answer = kim.post(f"{QUEUE}?stand=received&zoek=Jansen", {"bestand": "csv"})
    assert list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))[1:] == []
    answer = kim.post(f"{QUEUE}?stand=received", {"bestand": "csv"})
    assert answer["Content-Disposition"].startswith("attachment") and "no-store" in answer["Cache-Control"]
    head, row = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    line = dict(zip(head, row, strict=True))
    assert (line["Kenmerk"], line["Status"]) == (report.reference, "Ontvangen")
    assert (line["Titel"], line["Termijn"]) == (f"'{report.title}", "30-11-2026")
    assert line["Binnen sinds"] == "23-11-2026 11.00", "ten o'clock in London is eleven here"
    sheet = load_workbook(io.BytesIO(kim.post(QUEUE, {"bestand": "xlsx"}).content)).active
    cells = {cell.value: cell for cell in sheet[2]}
    assert f"'{report.title}" in cells and all(cell.data_type != "f" for cell in sheet[2])
    formats = {cell.number_format for cell in sheet[2] if cell.is_date}
    assert formats == {"dd-mm-yyyy", "dd-mm-yyyy hh:mm"}, "days as we write them"
    assert sheet.column_dimensions["E"].width > len("30-11-2026 11:00"), "a narrow column shows only #"
    first = Export.objects.order_by("pk").first()
    assert (first.user, first.query, first.rows) == (kim.user, "stand=received", 0), "no searched words"
    page = Colleague("coordinator").get(reverse("desk:taken")).content.decode()
    assert str(kim.user) in page and " als csv, " in page
    assert kim.post(QUEUE, {"bestand": "exe"}).status_code == 302


def test_an_export_stops_at_its_limit(kim, monkeypatch):
    """However long the list, a file holds no more than the limit."""
    monkeypatch.setattr(export, "MOST_ROWS", 2)
    for _ in range(3):
        make.report()
    assert len(kim.post(QUEUE, {"bestand": "csv"}).content.decode().splitlines()) == 3


@pytest.mark.parametrize("value", ["=1+1", "+31", "-2", "@x", "\tx", "\r=x", "\n=x"])
def test_no_cell_begins_a_formula(value):
    """Whatever a spreadsheet would run is text."""
    assert export.plain(value).startswith("'")


def bulk(kim, way, dossiers, **data):
    """Do one thing to many, as the last button does."""
    chosen = {"doe": way, "dossier": [one.pk for one in dossiers], "uitvoeren": "1", **data}
    return kim.post(reverse("desk:bulk", args=["melding"]), chosen)


def test_many_at_once_each_with_its_result(kim):
    """Assign, label and a standard text: each row says how it went, and one refusal stops no other. The text
    and the very mails are there to look at first."""
    robin = Colleague("team", first_name="Robin").user
    reports = [make.report(), make.report("withdrawn"), make.report()]
    label = Label.objects.create(name="Stage", slug="stage")
    label_on = reports[0].labels.add(label) or label
    asking = {"doe": "bericht", "dossier": [reports[0].pk]}
    without = kim.post(reverse("desk:bulk", args=["melding"]), asking).content.decode()
    assert "Maak er een bij ‘Standaardteksten’." in without
    text = StandardText.objects.create(title="Stand", kind="melding", text="Over [kenmerk]: nog even geduld.")
    look = kim.post(reverse("desk:bulk", args=["melding"]), {"doe": "label", "dossier": [reports[0].pk]})
    assert "Welk label?" in look.content.decode() and reports[0].reference in look.content.decode()
    assert [r.done for r in bulk(kim, "toewijzen", reports, to=robin.pk).context["results"]] == [True] * 3
    assert set(Dossier.objects.filter(kind="melding").values_list("assignee", flat=True)) == {robin.pk}
    results = bulk(kim, "label", reports, label=label_on.pk).context["results"]
    assert [(r.done, r.reason) for r in results] == [
        (False, "Dit label staat er al op."),
        (True, ""),
        (True, ""),
    ]
    sent = make.sent_report(email="mia@voorbeeld.example").report
    asked = {"doe": "bericht", "dossier": [sent.pk, reports[1].pk], "standard": text.pk, "preview": "1"}
    looked = kim.post(reverse("desk:bulk", args=["melding"]), asked)
    (mail,) = looked.context["previews"]
    assert sent.reference in mail.subject and "Over [kenmerk]: nog even geduld." in looked.content.decode()
    assert not Message.objects.exists(), "looking sends nothing"
    told = bulk(kim, "bericht", reports, standard=text.pk, sleutel="eens")
    assert [r.done for r in told.context["results"]] == [True, False, True]
    said_to = list(Message.objects.order_by("pk").values_list("dossier", "text"))
    assert said_to == [
        (one.pk, f"Over {one.reference}: nog even geduld.") for one in (reports[0], reports[2])
    ]
    again = bulk(kim, "bericht", reports, standard=text.pk, sleutel="eens")
    assert "was al gedaan" in said(again) and Message.objects.count() == 2
    back = bulk(kim, "bericht", [], lijst="wie=mij&termijn=te-laat")
    assert "Kies eerst rijen" in said(back) and back.url == f"{QUEUE}?wie=mij&termijn=te-laat"
    assert "Kies eerst rijen" in said(bulk(kim, "bestaat-niet", reports))


def test_many_at_once_reaches_no_dossier_of_another_kind(kim):
    """A forged number of another list's dossier is not among what is chosen."""
    case = make.case("signal")
    assert "Kies eerst rijen" in said(bulk(kim, "toewijzen", [case], to=kim.user.pk))
    case.refresh_from_db()
    assert case.assignee is None


@pytest.mark.both
@pytest.mark.parametrize("order", ["created_at", "last_news_at", "id", "due_at"])
@pytest.mark.parametrize("down", [False, True])
def test_a_queue_in_any_order_stops_at_its_first_page(order, down):
    """The first page comes out of an index: neither database sorts the whole queue for it."""
    rows = Dossier.objects.filter(kind="melding", state__in=["received", "accepted"])
    asked = Order(order, down).apply(rows).values_list("pk")[:25]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    assert "Sort" not in asked.explain() and "TEMP B-TREE" not in asked.explain()
