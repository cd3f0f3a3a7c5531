# SPDX-License-Identifier: EUPL-1.2
"""The public list of cases: words, boxes and their numbers, as addresses that can be shared."""

from collections import Counter
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netwerk import register, search
from netwerk.models import Sector, Theme
from ruimte_in_de_regels import facets
from ruimte_in_de_regels.models import CaseOutcome, ObstacleCase, Publication
from ruimte_in_de_regels.tasks import count_cases
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uncached")]
LIST = reverse("ruimte_in_de_regels:case_list")
STATES = ("feedback", "monitoring", "reopened", "closed")


def shown(number, themes, sectors):
    """Put a case on the site whose facts follow from its number."""
    text = make.publication(make.case(STATES[number % 4]), "published", title=f"Casus {number}")
    case = text.case
    ObstacleCase.objects.filter(pk=case.pk).update(listed_at=make.NOW + timedelta(hours=number))
    case.themes.add(*themes[: 1 + number % 2])
    case.sectors.add(sectors[number % 3])
    make.thread(case, "answered" if number % 2 else "draft", "ocw")
    make.thread(case, "expired", "vws")
    for kind in ("clarified", "clarified", "experiment")[: number % 3 + 1]:
        CaseOutcome.objects.create(case=case, kind=kind, reasoning="x", created_at=make.NOW)
    return case


def numbers(page):
    """Return the numbers beside the boxes, without zeros."""
    boxes = ((group.name, choice) for group in page.context["chosen"].groups for choice in group.choices)
    return Counter({(name, box.value): box.number for name, box in boxes if box.number})


def titles(page):
    return [card.title for card in page.context["cards"]]


def by_hand(cases):
    """Count what each box must say, case by case."""
    found = Counter()
    for case in cases:
        found["stand", next(word for word, states in facets.STANDS.items() if case.state in states)] += 1
        found.update(("thema", theme.slug) for theme in case.themes.all())
        found.update(("sector", sector.slug) for sector in case.sectors.all())
        found.update(("regel", rule.slug) for rule in case.regulations.all())
        found.update({("uitkomst", outcome.kind) for outcome in case.outcomes.all()})
        found.update(("ministerie", one.ministry.code) for one in case.threads.all() if one.state != "draft")
    return found


@pytest.mark.both
def test_boxes_narrow_the_list_and_their_numbers_are_those_of_counting_by_hand(client, monkeypatch):
    """Every filter alone and together: the cards are the fitting ones, newest first, and each number is what
    counting gives; a draft question tells nothing; kept numbers of a long list are the same."""
    themes, sectors = list(Theme.objects.all()[:2]), list(Sector.objects.all()[:3])
    cases = [shown(number, themes, sectors) for number in range(8)]
    hidden = make.publication(make.case("feedback"), "approved", title="Niet op de site").case
    rule, unseen = make.regulation(cases[1], cases[2], hidden), make.regulation(hidden)
    page = client.get(LIST)
    assert titles(page) == [f"Casus {number}" for number in reversed(range(8))]
    assert numbers(page) == by_hand(cases)
    assert str(unseen) not in page.content.decode()

    asked = {
        "thema": (themes[1].slug, lambda case: themes[1] in case.themes.all()),
        "sector": (sectors[2].slug, lambda case: sectors[2] in case.sectors.all()),
        "regel": (rule.slug, lambda case: rule in case.regulations.all()),
        "ministerie": ("ocw", lambda case: case.threads.filter(ministry__code="ocw", state="answered")),
        "uitkomst": ("experiment", lambda case: case.outcomes.filter(kind="experiment")),
        "stand": (facets.FOLLOWED, lambda case: case.state == "monitoring"),
    }
    for name, (value, fits) in asked.items():
        page, fitting = client.get(LIST, {name: value}), [case for case in cases if fits(case)]
        assert 0 < len(fitting) < 8, name
        assert titles(page) == [case.publication.title for case in reversed(fitting)], name
        assert numbers(page) == by_hand(fitting), name
        assert page.headers["X-Robots-Tag"] == "noindex"
    both = {
        "thema": themes[1].slug,
        "stand": [facets.KNOWN, facets.AGAIN],
        "onzin": "x",
        "regel": "bestaat-niet",
    }
    page = client.get(LIST, both)
    fitting = [case for case in cases if themes[1] in case.themes.all() and case.state != "monitoring"]
    assert titles(page) == [case.publication.title for case in reversed(fitting)]
    assert [chip.label for chip in page.context["chips"]] == [
        themes[1].name,
        "Uitkomst bekend",
        "Opnieuw bekeken",
    ]
    without = client.get(LIST + page.context["chips"][0].url)
    assert titles(without) == [
        case.publication.title for case in reversed(cases) if case.state != "monitoring"
    ]

    monkeypatch.setattr(register, "COUNTED", 5)
    cache.clear()
    assert not numbers(client.get(LIST)), "too many to count, and nothing kept"
    count_cases()
    assert numbers(client.get(LIST)) == by_hand(cases)


def test_words_find_what_the_public_text_says_and_never_what_the_team_wrote(client):
    """A mistyped word is corrected in sight; the title of the dossier is not searched."""
    text = make.publication(make.case("feedback"), "published", title="Nachtdienst ruilen")
    ObstacleCase.objects.filter(pk=text.case.pk).update(title="Krokodil")
    while search.index_stale():
        pass
    assert titles(client.get(LIST, {"q": "nachtdienst"})) == [text.title]
    page = client.get(LIST, {"q": "nachtdienxt"})
    assert titles(page) == [text.title]
    assert "We zochten op" in page.content.decode()
    assert titles(client.get(LIST, {"q": "krokodil"})) == []
    assert (
        "Hier past geen casus bij" in client.get(LIST, {"q": "olifant", "pagina": "9\x00"}).content.decode()
    )


def test_members_find_what_is_the_networks_alone_and_nobody_else_does(client):
    """Without an account a network-only case is not in the list or found by its words; a member finds it,
    marked, in a list that nobody keeps; a team's own text finds nothing."""
    open_to_all = make.publication(make.case("feedback"), "published", title="Voor iedereen")
    Publication.objects.update(published_at=make.NOW)
    inside = make.publication(make.case("feedback"), "published", title="Voor leden", audience="network")
    drafted = make.publication(make.case("feedback"), "approved", title="Voor niemand")
    Publication.objects.filter(pk=inside.pk).update(published_at=make.NOW + timedelta(hours=1))
    ObstacleCase.objects.filter(pk=inside.case.pk).update(
        visibility="network", listed_at=None, title="Krokodil"
    )
    while search.index_stale():
        pass
    member, team = Client(), Colleague("team")
    member.force_login(user("lid"))
    for one in (client, member):
        page = one.get(LIST)
        names = [name for name in ("Voor leden", "Voor iedereen") if f">{name}</a>" in page.content.decode()]
        assert names == (["Voor leden", "Voor iedereen"] if one is member else ["Voor iedereen"])
        assert ("no-store" in page.headers.get("Cache-Control", "")) == (one is member)
    assert titles(member.get(LIST)) == ["Voor leden", "Voor iedereen"], "newest first"
    text = member.get(LIST).content.decode()
    assert text.count("Alleen voor leden") == 1 and drafted.title not in text
    found = [titles(one.get(LIST, {"q": "leden"})) for one in (client, member)]
    assert found == [[], ["Voor leden"]]
    assert titles(team.get(LIST, {"q": "krokodil"})) == [], "the title of the dossier is the team's"
    assert open_to_all.title in text


def test_the_list_costs_the_same_with_three_cases_and_with_sixty(client):
    """At most sixteen questions to the database, filtered or not, however many cases there are."""
    themes, sectors = list(Theme.objects.all()[:2]), list(Sector.objects.all()[:3])
    rule = make.regulation()

    def cost():
        found = []
        for query in ({}, {"thema": themes[0].slug, "regel": rule.slug, "uitkomst": "clarified"}):
            client.get(LIST, query)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(LIST, query).context["cards"]
            found.append(len(asked))
        return found

    for number in range(3):
        shown(number, themes, sectors).regulations.add(rule)
    few = cost()
    for number in range(3, 60):
        shown(number, themes, sectors).regulations.add(rule)
    assert cost() == few
    assert max(few) <= 16
