# SPDX-License-Identifier: EUPL-1.2
"""What looks like a text: pages and dossiers of any kind that tell of the same.

A text of hundreds of words is no search query. The rarest of its words, as far as the index knows them,
pick the candidates; all its words rank them, each weighing more the fewer candidates have it.
"""

import math
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection
from django.db.models import F

from .access import Actor
from .models import SearchDocument, SearchWord
from .search import Hit, Way, matching, visible_to
from .stems import stem, words

CANDIDATES = 400
MOST_WORDS = 120
"""Words of the text that are looked at: the beginning tells what it is about."""
MOST_TERMS = 24
SHARE = 0.03
"""The share of all documents that the chosen terms may cover together: it bounds what a question costs."""
LEAST_TERMS = 3
LEAST_SHARED = 2
"""Terms that a document must share with the text: one word alone is chance."""
LIKE_ENOUGH = 0.17
"""From 0 to 1: the part of the text's weight that a document must hold to be called similar."""


@dataclass(frozen=True)
class Text:
    """The text to compare with, and what to leave out of the answer."""

    body: str
    kinds: Collection[str] = ()
    """Only these kinds; empty means all."""
    without: int | None = None
    """A dossier that is not its own like."""


def similar(text: Text, actor: Actor, limit: int = 5) -> list[Hit]:
    """Return what is most like a text among what the actor may see, best first; nothing when nothing is."""
    terms = _terms(text.body)
    if not terms:
        return []
    rows = matching(_rarest(terms), Way(every=False)).filter(visible_to(actor))
    if text.kinds:
        rows = rows.filter(kind__in=list(text.kinds))
    if text.without is not None:
        rows = rows.exclude(dossier_id=text.without)
    # The newest, by an expression that no index holds: PostgreSQL would walk the whole table from its newest
    # row, looking for what the index on words finds at once.
    return _ranked(rows.order_by(-F("id"))[:CANDIDATES], terms)[:limit]


def _terms(body: str) -> list[str]:
    """Return the stems of the text that the index knows, without doubles, in order."""
    found = list(dict.fromkeys(words(body)))[:MOST_WORDS]
    known = set(SearchWord.objects.filter(word__in=found).values_list("word", flat=True))
    return list(dict.fromkeys(stem(word) for word in found if word in known or len(word) == 3))


def _rarest(terms: list[str]) -> list[str]:
    """Return the terms that pick the candidates: the rarest, as long as they stay few documents."""
    shares = _shares(terms)
    ordered = sorted(terms, key=lambda term: (shares.get(term, 0.0), -len(term), term))
    chosen: list[str] = []
    covered = 0.0
    for term in ordered[:MOST_TERMS]:
        covered += shares.get(term, 0.0)
        if covered > SHARE and len(chosen) >= LEAST_TERMS:
            break
        chosen.append(term)
    return chosen


def _shares(terms: list[str]) -> dict[str, float]:
    """Return which part of all documents holds a term, for terms that are not rare.

    PostgreSQL knows it from its own statistics, SQLite from the vocabulary of its index. In a small site
    there are no statistics yet, and every document can be a candidate.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL, [terms])
            return dict(cursor.fetchall())
        total = SearchDocument.objects.count()
        if total < CANDIDATES:
            return {}
        marks = ", ".join(["%s"] * len(terms))
        cursor.execute(f"SELECT term, doc FROM netwerk_search_terms WHERE term IN ({marks})", terms)  # noqa: S608
        return {term: documents / total for term, documents in cursor.fetchall()}


_POSTGRESQL = """
    SELECT found.term, found.share::float
    FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS found (term, share)
    WHERE schemaname = current_schema() AND tablename = 'netwerk_searchdocument' AND attname = 'vector'
      AND found.term = ANY(%s)
"""


def _ranked(rows: "Collection[SearchDocument]", terms: list[str]) -> list[Hit]:
    fields = ("key", "kind", "title", "summary", "url", "themes", "dated", "terms_title", "terms")
    held = [(row, Counter(row[-1].split())) for row in rows.values_list(*fields)]  # type: ignore[attr-defined]
    spread = Counter(term for _row, words_of in held for term in terms if term in words_of)
    weight = {term: math.log(1 + len(held) / (spread[term] or 0.5)) for term in terms}
    whole = sum(weight.values())
    hits = []
    for row, words_of in held:
        shared = [term for term in terms if term in words_of]
        if len(shared) < min(LEAST_SHARED, len(terms)):
            continue
        score = sum(_counts(term, words_of, row[7]) * weight[term] for term in shared)
        # A long page holds many words by chance.
        score /= whole * (0.75 + 0.25 * math.sqrt(max(1, len(words_of)) / 60))
        if score >= LIKE_ENOUGH:
            key, kind, title, summary, url, themes, dated = row[:7]
            hits.append(Hit(key, kind, title, summary, url, tuple(themes.split()), dated, round(score, 6)))
    return sorted(hits, key=lambda hit: (-hit.score, hit.title, hit.key))


def _counts(term: str, words_of: Counter[str], title: str) -> float:
    """Return how much a term counts: more when it is said again, most in the title."""
    return 1 + 0.3 * math.log(words_of[term]) + (0.7 if f" {term} " in title else 0.0)
