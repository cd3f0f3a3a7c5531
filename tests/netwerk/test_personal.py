# SPDX-License-Identifier: EUPL-1.2
"""Hints of personal data."""

import re

from hypothesis import given
from hypothesis import strategies as st

from netwerk.hints import personal
from netwerk.hints.hint import PERSONAL, marked
from tests.netwerk.personal_texts import TEXTS

PLANT = re.compile(r"\{\{(.+?)\}\}")
RECALL, FALSE_ALARMS = 0.9, 6


def planted(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its marks, and where what was planted stands."""
    spans, text, at = [], "", 0
    for match in PLANT.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return text + marked[at:], spans


def measure() -> tuple[int, list[str], list[str]]:
    """Return how many items were planted, those that were missed, and the false alarms."""
    total, missed, false = 0, [], []
    for planted_text in TEXTS:
        text, spans = planted(planted_text)
        hints = personal.find(text)
        total += len(spans)
        missed += [text[a:b] for a, b in spans if not any(h.start < b and a < h.end for h in hints)]
        others = [h for h in hints if not any(h.start < b and a < h.end for a, b in spans)]
        false += [text[h.start : h.end] for h in others]
    return total, missed, false


def test_nine_of_ten_planted_items_are_found():
    """Proves on sixty fictional texts that at least nine of ten items are marked, with few false alarms."""
    total, missed, false = measure()
    print(f"{total} planted, missed {missed}, false alarms {false}")
    assert len(TEXTS) == 60
    assert total >= 45
    assert 1 - len(missed) / total >= RECALL, missed
    assert len(false) <= FALSE_ALARMS, false


def test_each_kind_is_named_in_plain_words():
    """Proves that a hint tells what it may be, and that every kind is found."""
    text = (
        "Mevrouw De Wit, bsn 111222333, NL91ABNA0417164300, a@b.nl, 06 12 34 56 78, Lindelaan 14, "
        "geboren op 12-03-1948, kamer 12."
    )
    assert {hint.kind for hint in personal.find(text)} == set(PERSONAL)
    assert all(hint.label == PERSONAL[hint.kind] for hint in personal.find(text))


@given(st.text(max_size=400))
def test_the_pieces_are_the_text(text):
    """Proves that marking loses or changes no character, whatever was typed."""
    assert "".join(piece for piece, _hint in marked(text, personal.find(text))) == text


def test_a_long_text_is_read_at_once():
    """Proves that no pattern runs away on a text as long as may be sent: time grows with the length."""
    for unit in ("Van De ", "a.b", "0 1 ", "A. ", "Jan van der "):
        personal.find((unit * 1000)[:3000])
