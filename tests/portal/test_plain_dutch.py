# SPDX-License-Identifier: EUPL-1.2
"""All starting texts are plain Dutch: short sentences, known words, and "je"."""

import re
from typing import Any

import pytest

from portal.pages import desk_texts, learning_texts
from portal.starter import tree
from portal.starter.pages import StarterPage
from tests.plain_dutch import EASE, JARGON, MEAN, ease, mean, sentences, too_long

MARKS_AND_ADDRESSES = {
    "tone",
    "address",
    "page",
    "drawing",
    "own_proposal",
    "theme",
    "kind",
    "steps",
    "subject",
}


def texts(value: Any) -> list[str]:
    """Every text in a value; names of blocks and what only machines read are left out."""
    if isinstance(value, str):
        return [value] if value and not value.startswith("/") else []
    if isinstance(value, dict):
        return [text for key, part in value.items() if key not in MARKS_AND_ADDRESSES for text in texts(part)]
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):
        return texts(value[1])
    return [text for part in value for text in texts(part)] if isinstance(value, list | tuple) else []


def of_page(page: StarterPage) -> list[str]:
    """Every text of a page: title, inleiding, and all its blocks."""
    return [page.title, *texts(page.fields), *texts(page.body), *texts(_steps(page))]


def _steps(page: StarterPage) -> list[Any]:
    # "steps" is a list of numbers in a tool and a list of texts in a block.
    return [list(value["steps"]) for name, value in page.body if name == "steps"]


ALL = [tree.HOME, *tree.PAGES]
WITH_TEXT = [page for page in ALL if len(sentences(of_page(page))) > 3]


@pytest.mark.parametrize("written", ALL, ids=lambda written: written.path)
def test_sentences_are_short(written):
    """Proves twelve words on average and never more than twenty, on every page."""
    assert too_long(of_page(written)) == []
    assert mean(of_page(written)) <= MEAN


@pytest.mark.parametrize("written", WITH_TEXT, ids=lambda written: written.path)
def test_reading_is_easy(written):
    """Proves a Flesch-Douma score of sixty or more on every page with a text."""
    assert ease(of_page(written)) >= EASE


def test_all_texts_together_are_plain():
    """Proves the same measures over all that a portal starts with, fixed texts of landings included."""
    fixed = [
        texts(getattr(module, name)) for module in (desk_texts, learning_texts) for name in _names(module)
    ]
    everything = [text for page in ALL for text in of_page(page)] + sum(fixed, [])
    found = sentences(everything)
    assert len(found) > 500
    assert too_long(everything) == []
    assert mean(everything) <= MEAN
    assert ease(everything) >= EASE


def test_no_officialese_and_no_u():
    """Proves that the words of the list of officialese, and the formal "u", are not used."""
    for page in ALL:
        for sentence in sentences(of_page(page)):
            assert not JARGON.search(sentence), (page.path, sentence)


def test_paragraphs_are_short():
    """Proves that no paragraph has more than five sentences."""
    for page in ALL:
        for text in of_page(page):
            for paragraph in re.split(r"</p>|</li>", text):
                assert len(sentences([paragraph])) <= 5, (page.path, paragraph)


def _names(module: Any) -> list[str]:
    return [name for name in vars(module) if name.isupper()]
