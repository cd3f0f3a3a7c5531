# SPDX-License-Identifier: EUPL-1.2
"""What looks like a text."""

import pytest

from netwerk import kinds, search
from netwerk.access import Actor
from netwerk.similar import Text, similar
from tests.factories import obstacles as make
from tests.netwerk.similar_pairs import ITEMS, PAIRS

pytestmark = pytest.mark.django_db
ANYBODY = Actor("visitor", "Bezoeker")
IN_TOP_THREE = 24


def fill(audience: str = "public") -> None:
    """Put the items in the index."""
    said: list[str] = []
    for number, (key, (kind, title, summary, body)) in enumerate(ITEMS.items(), 1):
        entry = kinds.Entry(title, f"/{key}/", summary, body, audience)
        read = search.Read.of(entry)
        said += [*read.title, *read.body]
        row = search.document(search.Source(kind, make.NOW, page_id=number), entry, read)
        row.page_id = None
        row.save()
    search.learn_words(said)


@pytest.mark.both
def test_the_right_item_is_among_the_first_three():
    """Proves on thirty labelled stories that the item about the same stands in the top three for 24."""
    fill()
    missed = []
    for key, story in PAIRS:
        urls = [hit.url for hit in similar(Text(story), ANYBODY, 3)]
        if f"/{key}/" not in urls:
            missed.append((key, urls))
    print(f"{len(PAIRS) - len(missed)} of {len(PAIRS)}; missed {missed}")
    assert len(PAIRS) == 30
    assert len(PAIRS) - len(missed) >= IN_TOP_THREE, missed


@pytest.mark.both
def test_a_text_about_something_else_has_no_like():
    """Proves that nothing is shown when nothing is alike, nor for a text of words that say nothing."""
    fill()
    for story in ("De parkeerplaats bij het zwembad is te klein voor onze bus.", "het is van de en ook", ""):
        assert [hit.url for hit in similar(Text(story), ANYBODY)] == []


@pytest.mark.both
def test_only_what_may_be_seen_of_the_asked_kinds_is_shown():
    """Proves that a text cannot bring up what its writer may not see, nor itself, nor another kind."""
    story = PAIRS[3][1]
    fill("team")
    assert similar(Text(story), ANYBODY) == []
    search.SearchDocument.objects.update(audience="public")
    assert similar(Text(story), ANYBODY)[0].url == "/twee-werkgevers/"
    assert {hit.kind for hit in similar(Text(story, kinds=("koploper",)), ANYBODY)} <= {"koploper"}


def test_it_asks_three_questions_of_the_database_whatever_the_length(django_assert_num_queries):
    """Proves that a long story costs no more questions than a short one."""
    fill()
    expected = 3
    for story in (PAIRS[0][1], " ".join(story for _key, story in PAIRS)):
        with django_assert_num_queries(expected):
            similar(Text(story), ANYBODY)
