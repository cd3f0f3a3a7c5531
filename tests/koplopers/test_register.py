# SPDX-License-Identifier: EUPL-1.2
"""The register for everybody: the list, its filters and words, and the page of one initiative."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from koplopers import public
from koplopers.actions import decisions
from koplopers.models import Initiative, InitiativePartner
from koplopers.tasks import count_register
from koplopers.workflow import INITIATIVE
from netwerk import cache_tags
from netwerk.models import Province, Region, Sector, Theme
from netwerk.tasks import index_dossiers
from tests.factories import initiatives as make
from tests.factories.people import actor, user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uncached")]

LIST = "/koplopers/overzicht/"


def html(client, address=LIST):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def titles(client, query=""):
    """Return the titles on the cards, in order."""
    return [one.title for one in client.get(LIST + query).context["page"]]


@pytest.mark.parametrize("state", [state.code for state in INITIATIVE.states])
def test_only_what_is_shown_stands_in_the_register(client, state):
    """Of every state: on the site or not there at all, for a stranger and for its owner alike."""
    made = make.initiative(state, user("lid"), slug="ruilrooster")
    shown = state in ("good_example", "nominated", "recognised", "alumni")
    for person in (None, made.owners.get().user):
        if person:
            client.force_login(person)
        assert (titles(client) == [made.title]) == shown
        assert client.get("/koplopers/initiatieven/ruilrooster/").status_code == (200 if shown else 404)


@pytest.mark.both
def test_newest_first_in_pages_of_twenty_four(client):
    """The order is fixed, and no initiative falls between two pages."""
    for number in range(26):
        make.initiative(
            "good_example", title=f"Nr {number:02d}", listed_at=make.NOW + timedelta(hours=number)
        )
    first, second = titles(client), titles(client, "?pagina=2")
    assert [*first, *second] == [f"Nr {number:02d}" for number in reversed(range(26))]
    assert len(first) == 24
    assert titles(client, "?pagina=niets") == first
    assert "26 initiatieven" in html(client)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?q=ruilrooster&thema=meer-uren-werken&sector=thuiszorg-en-wijkverpleging&regio=provincie-overijssel",
    ],
)
def test_the_list_asks_no_more_queries_for_more_rows(client, query):
    """Ten or a hundred initiatives: the same number of queries, and twelve at most; also with a search."""
    numbers = []
    for total in (10, 100):
        for _ in range(total - Initiative.objects.count()):
            make.initiative("recognised").sectors.set(Sector.objects.all())
        index_dossiers()
        cache_tags.bump(cache_tags.listing("initiatief"))
        titles(client, query)
        with CaptureQueriesContext(connection) as asked:
            assert len(titles(client, query)) == min(total, 24)
        numbers.append(len(asked))
    assert numbers[0] == numbers[1] <= 12


def test_the_page_asks_few_queries_however_much_is_linked(client, django_assert_max_num_queries):
    """One initiative with twelve partners and all themes costs no more than a bare one."""
    made = make.initiative("recognised")
    for number in range(12):
        InitiativePartner.objects.create(initiative=made, organisation=make.organisation(f"Huis {number}"))
    made.themes.set(Theme.objects.all())
    with django_assert_max_num_queries(10):
        html(client, made.get_absolute_url())


# --- Filters ---------------------------------------------------------------------------------------


@pytest.fixture
def shelf():
    """Initiatives that differ in one thing each."""
    make.initiative("recognised", title="Erkend", phase="bewezen", goal_enough=True)
    make.initiative("alumni", title="Oud", phase="gestopt", retired_at=make.NOW)
    make.initiative("good_example", title="Goed", theme="gezond-werken", phase="pilot", goal_satisfied=True)
    other = make.initiative("nominated", title="Elders", phase="idee")
    other.regions.set([Region.objects.get(slug="drenthe")])
    other.sectors.clear()


@pytest.mark.both
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("thema=gezond-werken", {"Goed"}),
        ("thema=gezond-werken&thema=meer-uren-werken", {"Goed", "Erkend", "Oud", "Elders"}),
        ("sector=ouderenzorg-verpleging-en-verzorging", {"Goed", "Erkend", "Oud"}),
        ("regio=provincie-drenthe", {"Elders"}),
        ("regio=drenthe", {"Elders"}),
        ("regio=provincie-overijssel", {"Goed", "Erkend", "Oud"}),
        ("fase=bewezen&fase=pilot", {"Erkend", "Goed"}),
        ("erkenning=koploper", {"Erkend"}),
        ("erkenning=goed-voorbeeld", {"Goed", "Elders"}),
        ("erkenning=oud-koploper&erkenning=koploper", {"Erkend", "Oud"}),
        ("doel=genoeg", {"Erkend"}),
        ("doel=genoeg&doel=tevreden", {"Erkend", "Goed"}),
        ("doel=genoeg&fase=pilot", set()),
        ("thema=bestaat-niet&regio=nergens&fase=%00&onbekend=1", {"Goed", "Erkend", "Oud", "Elders"}),
    ],
)
def test_filters_within_a_group_widen_and_between_groups_narrow(client, shelf, query, expected):
    """Each filter alone, two of one group, two groups together, and nonsense, which is left out."""
    assert set(titles(client, f"?{query}")) == expected


def test_a_chip_leads_to_the_same_list_without_it(client, shelf):
    """Every choice has a chip; its address holds all the others."""
    response = client.get(LIST, {"thema": "gezond-werken", "fase": ["pilot", "idee"], "regio": "drenthe"})
    chips = {chip.label: chip.url for chip in response.context["chips"]}
    assert chips == {
        "Gezond werken": "?fase=idee&fase=pilot&regio=drenthe",
        "Idee": "?thema=gezond-werken&fase=pilot&regio=drenthe",
        "Pilot": "?thema=gezond-werken&fase=idee&regio=drenthe",
        "Drenthe": "?thema=gezond-werken&fase=idee&fase=pilot",
    }
    assert response["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get(LIST)


@pytest.mark.both
def test_words_are_found_also_mistyped_and_only_what_is_public(client):
    """The site's own search: stems and typing errors; what only the team can find stays out."""
    shown = make.initiative("good_example", title="Ruilroosters in de wijk", summary="Losse uren.")
    make.initiative("in_review", title="Ruilrooster in de maak")
    index_dossiers()
    assert titles(client, "?q=ruilrooster") == [shown.title]
    page = html(client, f"{LIST}?q=ruilrosster")
    assert shown.title in page
    assert "We zochten op" in page


@pytest.mark.parametrize(
    "words", ["%00", "'; DROP TABLE x; --", "de het", "a" * 5000, "<script>alert(1)</script>"]
)
def test_odd_words_break_nothing_and_come_back_escaped(client, words):
    """Whatever is typed, the page answers and shows it as text."""
    make.initiative("good_example")
    page = client.get(LIST, {"q": words})
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_an_empty_list_says_what_to_do(client):
    """Nothing yet, or nothing that fits: two different sentences, both with a way on."""
    assert "Er staan nog geen initiatieven" in html(client)
    page = html(client, f"{LIST}?q=helikopter&regio=provincie-zeeland")
    assert "Hier is nog niets. Begin jij?" in page
    assert "0 initiatieven" in page
    assert page.count("chip--active") == 2
    assert reverse("koplopers:start") in page


def test_every_province_can_be_chosen(client):
    """All twelve, each with its regions; and what is the whole country."""
    page = html(client)
    for code, name in Province.choices:
        assert f'value="provincie-{code}"' in page
        assert f"Heel {name}" in page
    assert 'value="landelijk"' in page


# --- The page --------------------------------------------------------------------------------------


def test_the_page_tells_the_story_and_nothing_of_the_process(client):
    """What was told, with who did it; no owner, no address, no status of the process."""
    owner = user("lid", first_name="Verborgen")
    made = make.initiative("nominated", owner, started_on="2025-09-01")
    InitiativePartner.objects.create(
        initiative=made, organisation=make.organisation("Voorbeeldschool"), role="education"
    )
    page = html(client, made.get_absolute_url())
    for text in (*make.TEXTS.values(), "Voorbeeldschool", "Onderwijs", "Goed voorbeeld", "1 september 2025"):
        if text not in ("in-gebruik", "eigen-meting"):
            assert text.replace("'", "&#x27;") in page, text
    for hidden in ("Verborgen", owner.email, made.reference, "Voorgedragen"):
        assert hidden not in page


def test_a_part_that_was_not_told_is_left_out(client):
    """No heading without text below it, also not in the contents."""
    made = make.initiative("good_example", transfer="", what_did_not_work=" ", results="", evidence="")
    page = html(client, made.get_absolute_url())
    for heading in ("Overnemen", "Wat niet werkte", "Wat het oplevert"):
        assert heading not in page


def test_a_koploper_wears_its_badge_with_the_day(client):
    """On the card and on the page, with since when and by whom; a good example has none."""
    made = make.initiative("recognised")
    assert 'class="recognition"' in html(client)
    page = html(client, made.get_absolute_url())
    assert "2 november 2026" in page
    assert "Door VWS." in page


def test_what_somebody_typed_is_shown_as_text(client):
    """HTML in any field comes out harmless, on the card and on the page."""
    evil = "<script>alert(1)</script>"
    texts = {name: evil for name in make.TEXTS if name not in ("phase", "evidence")}
    made = make.initiative("recognised", title=evil, recognised_by=evil, slug="x", **texts)
    for address in (LIST, made.get_absolute_url()):
        page = html(client, address)
        assert evil not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_site_asks_by_the_public_door_only():
    """Home and theme pages get what is listed, newest first, ready for a card."""
    make.initiative("draft")
    old = make.initiative("good_example", listed_at=make.NOW - timedelta(days=1))
    new = make.initiative("recognised", theme="gezond-werken")
    assert list(public.listed_initiatives()) == [new, old]
    assert list(public.listed_initiatives().about_themes(["gezond-werken"])) == [new]


def test_strangers_get_no_cookie_and_no_token(client):
    """The register can be kept by a proxy: the same bytes for everybody."""
    made = make.initiative("recognised")
    for address in (LIST, made.get_absolute_url()):
        response = client.get(address)
        assert not response.cookies
        assert "csrfmiddlewaretoken" not in response.content.decode()


def test_each_choice_tells_how_many_it_holds_and_the_map_says_the_same(client):
    """Proves that the numbers are those of what is shown, on the filters, the map and its list alike."""
    for number in range(3):
        made = make.initiative("recognised", theme="meer-uren-werken" if number else "gezond-werken")
    made.regions.set(Region.objects.filter(province="limburg")[:2])
    context = client.get(LIST).context
    numbers = {(group.name, c.value): c.number for group in context["chosen"].groups for c in group.choices}
    assert numbers["thema", "meer-uren-werken"] == 2
    assert numbers["thema", "gezond-werken"] == 1
    assert numbers["thema", "werken-naar-talent"] == 0
    assert (numbers["erkenning", "koploper"], numbers["erkenning", "goed-voorbeeld"]) == (3, 0)
    on_map = {item.name: item.number for item in context["provinces"]}
    assert len(on_map) == 12
    assert (on_map["Overijssel"], on_map["Limburg"], on_map["Zeeland"]) == (2, 1, 0)
    limburg = next(item.url for item in context["provinces"] if item.name == "Limburg")
    assert titles(client, limburg) == [made.title]
    page = html(client, LIST + limburg)
    assert 'class="is-current"' in page
    assert "<text" in page


def test_numbers_of_the_whole_list_are_kept_until_it_changes(client, django_capture_on_commit_callbacks):
    """Proves that a second visit counts nothing, and that what the team does is counted at once."""
    made = make.initiative("recognised")

    def visit():
        with CaptureQueriesContext(connection) as asked:
            groups = client.get(LIST).context["chosen"].groups
        numbers = {choice.value: choice.number for group in groups for choice in group.choices}
        counted = sum("COUNT(DISTINCT" in query["sql"] for query in asked)
        return numbers["koploper"], numbers["oud-koploper"], counted

    assert [visit(), visit()] == [(1, 0, 1), (1, 0, 0)]
    with django_capture_on_commit_callbacks(execute=True):
        decisions.retire(made, "Gestopt", by=actor("coordinator"), now=make.NOW)
    assert [visit(), visit()] == [(0, 1, 1), (0, 1, 0)]


def test_numbers_of_many_come_from_the_sweep_and_of_many_narrowed_are_not_shown(client, monkeypatch):
    """Proves that many rows show the kept numbers, none without those, and none when narrowed."""
    monkeypatch.setattr("netwerk.register.COUNTED", 1)
    for _ in range(3):
        made = make.initiative("recognised")
    made.regions.set(Region.objects.filter(province="limburg")[:2])

    def number(query=""):
        groups = client.get(LIST + query).context["chosen"].groups
        return groups[0].choices[3].number

    assert Theme.objects.all()[3].slug == "meer-uren-werken"
    assert number() is None
    assert "Per provincie" not in html(client)
    count_register()
    assert number() == 3
    assert {i.name: i.number for i in client.get(LIST).context["provinces"]}["Limburg"] == 1
    assert number("?thema=meer-uren-werken") is None
