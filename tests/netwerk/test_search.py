# SPDX-License-Identifier: EUPL-1.2
"""The search: the same answers on both databases, only what may be seen, and always up to date."""

import pytest

from netwerk import search
from netwerk.access import SYSTEM, Actor
from netwerk.kinds import Entry
from netwerk.models import Dossier, SearchDocument
from netwerk.search import Question, Source
from netwerk.stems import fold, stems, words
from netwerk.tasks import index_dossiers
from ruimte_in_de_regels.actions import publications, reports
from ruimte_in_de_regels.models import CHECKLIST
from tests.factories import obstacles as make
from tests.factories.people import actor
from tests.netwerk.golden_search import DOCUMENTS, QUERIES

VISITOR = Actor("visitor", "Bezoeker")


def put(entry, number=1, kind="artikel"):
    """Put one entry in the index without a page or dossier behind it."""
    read = search.Read.of(entry)
    row = search.document(Source(kind, make.NOW, page_id=number), entry, read)
    row.page_id = None
    row.save()
    search.learn_words([*read.title, *read.body])


@pytest.fixture
def library(db):
    """The documents of the golden queries."""
    for number, (key, (title, summary, body)) in enumerate(DOCUMENTS.items(), 1):
        put(Entry(title, key, summary, body), number)


def found(text, by=VISITOR, **filters):
    return [hit.url for hit in search.ask(Question(text, **filters), by).hits]


@pytest.mark.both
def test_golden_queries(library):
    """Each of the forty queries gives the same addresses in the same order, with the same correction."""
    assert len(QUERIES) >= 40
    answers = {query: search.ask(Question(query), VISITOR) for query in QUERIES}
    given = {query: ([hit.url for hit in answer.hits], answer.corrected) for query, answer in answers.items()}
    assert given == QUERIES


@pytest.mark.both
@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "de het een",
        "'; DROP TABLE x; --",
        '" OR 1',
        "a*",
        "NEAR(",
        "\x00",
        "🙂",
        "stage" * 200,
        "x y z" * 99,
    ],
)
def test_odd_questions_are_answered_calmly(library, text):
    """Empty, only little words, the syntax of either index, null bytes, emoji, endless: never an error."""
    answer = search.ask(Question(text), VISITOR)
    assert isinstance(answer.hits, list)


def test_words_and_stems():
    """Accents and apostrophes do not matter; ziekenhuis and ziekenhuizen share a stem."""
    assert fold("Financiële THEMA\u2019S") == "financiele themas"
    assert fold("e\u0301e\u0301n \ufb01ets… 5 €") == "een fiets... 5 €", "signs in parts, in one, and others"
    assert words("De zorg, en het wérk!") == ["zorg", "werk"]
    assert stems("ziekenhuis") == stems("ziekenhuizen")


@pytest.mark.both
def test_filters_on_kind_and_theme_and_counts_per_kind(library):
    """Choosing a kind narrows the hits; the counts keep telling what the other kinds have."""
    put(Entry("Stage in de zorg", "case", audience="public", themes=["gezond-werken"]), 99, kind="casus")
    answer = search.ask(Question("stage", kind="casus"), VISITOR)
    assert [hit.url for hit in answer.hits] == ["case"]
    assert answer.by_kind == {"casus": 1, "artikel": 1}
    assert found("stage", theme="gezond-werken") == ["case"]
    assert found("stage", theme="gezond") == []


@pytest.mark.both
def test_who_finds_what(db):
    """Public for all, network for who logged in, team documents only for who works on that kind."""
    put(Entry("Stage openbaar", "public", audience="public"), 1)
    put(Entry("Stage netwerk", "network", audience="network"), 2)
    put(Entry("Stage team", "team", audience="team"), 3, kind="casus")
    put(Entry("Stage ander team", "other", audience="team"), 4, kind="onbekend")
    assert set(found("stage")) == {"public"}
    assert set(found("stage", SYSTEM)) == {"public"}
    for role in ("lid", "redacteur", "ambassadeur", "beheerder"):
        assert set(found("stage", actor(role))) == {"public", "network"}, role
    for role in ("team", "coordinator"):
        assert set(found("stage", actor(role))) == {"public", "network", "team"}, role


def index():
    index_dossiers()
    return set(SearchDocument.objects.values_list("audience", flat=True))


@pytest.mark.both
def test_a_report_is_found_by_the_team_only_and_never_by_who_reported_it(db):
    """Its words are found by the team; the name of its reporter by nobody."""
    make.sent_report(name="Noor Geheimzinnig", email="noor@geheim.example")
    assert index() == {"team"}
    assert len(found("zomer stage", actor("team"))) == 1
    assert found("zomer stage") == []
    assert found("geheimzinnig", actor("team")) == []


@pytest.mark.both
def test_a_published_case_is_found_by_all_and_a_retracted_one_no_longer(db):
    """The public text appears in the index with publication, and goes with retraction."""
    case, coordinator = make.case("feedback"), actor("coordinator")
    text = make.publication(case, "approved", checklist=[code for code, _ in CHECKLIST])
    assert index() == {"team"}
    publications.publish(text, by=coordinator, now=make.NOW)
    assert index() == {"team", "public"}
    assert found("zomer") == [text.get_absolute_url()]
    publications.retract(text, "Toch niet", "Klopt niet meer.", by=coordinator, now=make.NOW)
    assert index() == {"team"}
    assert found("zomer") == []


@pytest.mark.both
def test_only_what_changed_is_indexed_again(db):
    """Indexing twice does nothing the second time; a change makes one dossier stale."""
    first, _second = make.report(), make.report()
    assert index_dossiers() == 2
    assert index_dossiers() == 0
    reports.take(first, by=actor("team"), now=make.NOW)
    assert index_dossiers() == 1


@pytest.mark.both
def test_words_in_open_work_leave_out_what_is_closed_and_know_what_reopens(db):
    """Open work is searched apart from all there is; a report moves between them as it is handled."""
    team, coordinator = actor("team"), actor("coordinator")
    report, other = make.report("in_intake", assignee=team.user), make.report("closed")

    def of_team(*, only_open):
        held = search.dossiers_with("stage zom", "melding", only_open=only_open)
        return set(Dossier.objects.filter(pk__in=held).values_list("pk", flat=True))

    assert index() == {"team"}
    every = {report.pk, other.pk}
    assert (of_team(only_open=True), of_team(only_open=False)) == ({report.pk}, every)
    reports.refer(report, next_desk="De gemeente", reason="Die gaat erover.", by=team, now=make.NOW)
    reports.reopen(other, "Het speelt weer.", by=coordinator, now=make.NOW)
    index_dossiers()
    assert (of_team(only_open=True), of_team(only_open=False)) == ({other.pk}, every)


def test_storing_nothing_removes_a_source(db):
    """What cannot be found any more leaves no row behind."""
    report = make.report()
    source = Source("melding", make.NOW, dossier_id=report.pk)
    search.store(source, [Entry("Stage", "/a/"), Entry("Stage", "/b/", audience="team")])
    assert SearchDocument.objects.count() == 2
    search.store(source, [Entry("Stage", "/b/", audience="team")])
    assert SearchDocument.objects.get().url == "/b/"
    search.store(source, [])
    assert not SearchDocument.objects.exists()


def test_a_question_costs_few_queries(library, django_assert_max_num_queries):
    """A word that occurs: one query. A mistyped one: at most five."""
    with django_assert_max_num_queries(1):
        found("stage")
    with django_assert_max_num_queries(5):
        found("speelregels")
