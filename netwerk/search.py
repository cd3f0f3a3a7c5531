# SPDX-License-Identifier: EUPL-1.2
"""One search over pages and dossiers of every kind.

The index yields at most a thousand candidates; one ranking in Python orders them, so that both databases
give the same answers in the same order. Who may see what is decided in the query, never afterwards.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import BooleanField, F, Q, QuerySet
from django.db.models.expressions import RawSQL
from rapidfuzz import fuzz, process

from . import cache_tags, kinds, planning
from .access import Actor
from .kinds import Entry
from .models import Dossier, SearchDocument, SearchWord
from .processes import process_for
from .stems import as_terms, stem, words

CANDIDATES = 1_000
MAX_QUERY = 200
MAX_STEMS = 12
ALIKE = 75
"""From 0 to 100: how alike a word must be to be taken for the one that was meant."""
INDEXED_STEMS = 4_000

PUBLIC, NETWORK, TEAM = SearchDocument.Audience.values


# --- Writing ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Source:
    """Where entries come from: a dossier or a page, its kind, and its date."""

    kind: str
    dated: datetime
    dossier_id: int | None = None
    page_id: int | None = None
    is_open: bool = False
    """Whether its team still works on the dossier."""
    sectors: Sequence[str] = ()
    """Slugs, for whoever may find it: a sector tells nothing that its audience may not know."""

    def key(self, audience: str) -> str:
        """Return the key of this source's entry for one audience."""
        thing = f"dossier:{self.dossier_id}" if self.dossier_id is not None else f"page:{self.page_id}"
        return f"{thing}:{audience}"

    def filter(self) -> dict[str, int | None]:
        """Return the filter for everything in the index that comes from here."""
        if self.dossier_id is not None:
            return {"dossier_id": self.dossier_id}
        return {"page_id": self.page_id}


@dataclass(frozen=True)
class Read:
    """The words of an entry: read once, for what it is found by and for what is known of mistyped words."""

    title: list[str]
    body: list[str]

    @classmethod
    def of(cls, entry: Entry) -> "Read":
        """Return the words of an entry, as it is written."""
        return cls(words(entry.title), words(f"{entry.summary} {entry.body}"))


def document(source: Source, entry: Entry, read: Read) -> SearchDocument:
    """Return the unsaved row for an entry with these words."""
    title = [stem(word) for word in read.title]
    body = [stem(word) for word in read.body[:INDEXED_STEMS]]
    return SearchDocument(
        key=source.key(entry.audience),
        dossier_id=source.dossier_id,
        page_id=source.page_id,
        kind=source.kind,
        audience=entry.audience,
        is_open=source.is_open and entry.audience == TEAM,
        title=entry.title[:200],
        summary=entry.summary,
        url=entry.url,
        themes=as_terms(entry.themes) if entry.themes else "",
        sectors=as_terms(source.sectors) if source.sectors else "",
        terms_title=as_terms(title),
        terms=as_terms([*title, *body]),
        dated=source.dated,
    )


def store(source: Source, entries: Iterable[Entry]) -> None:
    """Make the index hold exactly these entries of a source; none removes it from the index."""
    _store([(source, list(entries))], SearchDocument.objects.filter(**source.filter()))


def _store(found: list[tuple[Source, list[Entry]]], own: "QuerySet[SearchDocument]") -> None:
    """Make `own`, what the index holds of these sources, exactly these entries."""
    all_read = [(source, entry, Read.of(entry)) for source, entries in found for entry in entries]
    rows = [document(source, entry, read) for source, entry, read in all_read]
    with transaction.atomic():
        gone, _ = own.exclude(key__in=[row.key for row in rows]).delete()
        if gone or any(row.audience == PUBLIC for row in rows):
            cache_tags.bump_on_commit(cache_tags.FOUND)
        if not rows:
            return
        SearchDocument.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=[
                "kind",
                "is_open",
                "title",
                "summary",
                "url",
                "themes",
                "sectors",
                "terms_title",
                "terms",
                "dated",
            ],  # fmt: skip
        )
        learn_words({word for *_, read in all_read for word in (*read.title, *read.body)})


def learn_words(said: Iterable[str]) -> None:
    """Remember words, to recognise them when they are mistyped."""
    found = {word for word in said if 3 < len(word) <= 60}
    found.difference_update(SearchWord.objects.filter(word__in=found).values_list("word", flat=True))
    rows = [SearchWord(word=word, length=len(word)) for word in sorted(found)]
    SearchWord.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


def hide(dossier_id: int) -> None:
    """Let nobody but the team find a dossier from now on: what is taken back does not wait for the worker."""
    gone, _ = SearchDocument.objects.filter(dossier=dossier_id).exclude(audience=TEAM).delete()
    if gone:
        cache_tags.bump_on_commit(cache_tags.FOUND)


def index_stale(limit: int = 250) -> int:
    """Index dossiers that changed since they were last indexed, as their kinds tell what can be found.

    One that is being changed is passed over: its change asks for the index itself. Returns how many.
    """
    changed = Q(indexed_version__isnull=True) | Q(indexed_version__lt=F("version"))
    with transaction.atomic():
        stale = Dossier.objects.filter(changed).order_by("id")
        if connection.features.has_select_for_update_skip_locked:
            stale = stale.select_for_update(skip_locked=True)
        dossiers = list(stale[:limit])
        keys = [dossier.pk for dossier in dossiers]
        _store(list(_found(dossiers)), SearchDocument.objects.filter(dossier__in=keys))
        Dossier.objects.filter(pk__in=keys).update(indexed_version=F("version"))
    return len(keys)


def _found(dossiers: list[Dossier]) -> Iterator[tuple[Source, list[Entry]]]:
    """Yield what can be found of dossiers, in a fixed number of queries a kind."""
    by_kind: defaultdict[str, list[int]] = defaultdict(list)
    by_key = {dossier.pk: dossier for dossier in dossiers}
    for dossier in dossiers:
        by_kind[dossier.kind].append(dossier.pk)
    for code, keys in by_kind.items():
        kind = kinds.kind(code)
        if kind.entries is None:
            continue
        open_states = process_for(kind.model).workflow.sets["open"]
        for child in kind.model._default_manager.filter(pk__in=keys).prefetch_related(
            *{*kind.found_with, "sectors"}
        ):
            sectors = [sector.slug for sector in child.sectors.all()]  # type: ignore[attr-defined]
            found = by_key[child.pk]
            is_open = found.state in open_states
            source = Source(code, found.last_news_at, child.pk, is_open=is_open, sectors=sectors)
            yield source, kind.entries(child)


# --- Asking ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Question:
    """What somebody asks: words, and perhaps a kind, a theme and a sector."""

    text: str
    kind: str = ""
    """Only the answers of this kind; the others are counted all the same."""
    theme: str = ""
    sector: str = ""
    within: str = ""
    """Look among this kind alone: a list of one kind that has a search of its own."""
    on_site: bool = False
    """Only what stands on the site: no text of a team, whoever asks."""


@dataclass(frozen=True)
class Hit:
    """One answer."""

    key: str
    kind: str
    title: str
    summary: str
    url: str
    themes: tuple[str, ...]
    dated: datetime
    score: float

    @property
    def dossier_id(self) -> int | None:
        """The dossier behind the answer; None for a page."""
        what, number, _audience = self.key.split(":")
        return int(number) if what == "dossier" else None


@dataclass(frozen=True)
class Answer:
    """What was found, best first; `corrected` when another spelling was searched for."""

    hits: list[Hit] = field(default_factory=list)
    by_kind: Counter[str] = field(default_factory=Counter)
    stems: tuple[str, ...] = ()
    corrected: str = ""
    capped: bool = False
    """There may be more than the index yielded."""


def ask(question: Question, actor: Actor) -> Answer:
    """Answer a question with what this actor may see.

    All words must occur. When nothing has them all, words may begin a longer one (zomer, zomervakantie);
    then words that occur nowhere are read as the ones they look like; then any word will do.
    """
    asked = words(question.text[:MAX_QUERY])[:MAX_STEMS]
    if not asked:
        return Answer()
    visible = visible_to(actor)
    if question.on_site:
        visible &= ~Q(audience=TEAM)
    for way in (Way(), Way(prefix=True)):
        answer = _attempt(question, visible, asked, way)
        if answer.by_kind:
            return answer
    meant = [_meant(word) for word in asked]
    answer = _attempt(question, visible, meant, Way()) if meant != asked else Answer()
    if not answer.by_kind and len(meant) > 1:
        answer = _attempt(question, visible, meant, Way(every=False))
    corrected = " ".join(meant) if meant != asked and answer.by_kind else ""
    return replace(answer, corrected=corrected)


def dossiers_with(text: str, kind: str, *, only_open: bool) -> RawSQL:
    """Return the dossiers of a kind in whose team text all these words occur, or begin a word.

    A subquery of their numbers, to filter a work queue with; who may see the queue decides who asks. With
    `only_open` what is closed is not even looked at; of what changed since it was indexed the queue itself
    must ask whether it still is open.
    """
    asked = dict.fromkeys(stem(word) for word in words(text[:MAX_QUERY])[:MAX_STEMS])
    if not asked:
        return RawSQL("SELECT 0 WHERE false", [])  # noqa: S611 - holds no value
    found = f"{_FOUND} found.is_open AND" if only_open else _FOUND
    if connection.vendor == "postgresql":  # who may find it stands in the vector: netwerk/migrations/0021
        query = " & ".join([*(f"'{term}':*" for term in asked), f"'{TEAM}/{kind}'"])
        return RawSQL(f"{found} found.vector @@ %s::tsquery", [query])  # noqa: S611 - no value in the text
    query = " AND ".join(f'"{term}"*' for term in asked)
    match = "found.id IN (SELECT rowid FROM netwerk_search_fts WHERE netwerk_search_fts MATCH %s)"
    sql = f"{found} found.kind = %s AND found.audience = %s AND {match}"
    return RawSQL(sql, [kind, TEAM, query])  # noqa: S611 - no value stands in the text


_FOUND = "SELECT found.dossier_id FROM netwerk_searchdocument found WHERE"


def visible_to(actor: Actor) -> Q:
    """Return the documents an actor may find."""
    open_to = Q(audience=PUBLIC)
    if actor.user is not None and actor.user.is_active:
        open_to |= Q(audience=NETWORK)
    own_teams = [
        kind.code
        for kind in kinds.all_kinds()
        if kind.team_permission and actor.has_perm(kind.team_permission)
    ]
    if own_teams:
        open_to |= Q(audience=TEAM, kind__in=own_teams)
    return open_to


@dataclass(frozen=True)
class Way:
    """How words must occur: all of them or any, whole or as the beginning of a longer one."""

    every: bool = True
    prefix: bool = False


def _attempt(question: Question, visible: Q, asked: list[str], way: Way) -> Answer:
    wanted = tuple(dict.fromkeys(stem(word) for word in asked))
    rows = matching(wanted, way).filter(visible)
    if question.theme:
        rows = rows.filter(themes__contains=f" {question.theme} ")
    if question.sector:
        rows = rows.filter(sectors__contains=f" {question.sector} ")
    if question.within:
        rows = rows.filter(kind=question.within)
    columns = ("key", "kind", "title", "summary", "url", "themes", "dated", "terms_title", "terms")
    with planning.for_these_values():
        found = list(rows.order_by("-id").values_list(*columns)[:CANDIDATES])
    by_kind: Counter[str] = Counter(row[1] for row in found)
    hits = [_hit(row, wanted) for row in found if not question.kind or row[1] == question.kind]
    hits.sort(key=lambda hit: (-hit.score, hit.title, hit.key))
    return Answer(hits, by_kind, wanted, capped=len(found) == CANDIDATES)


def matching(wanted: Sequence[str], way: Way) -> "QuerySet[SearchDocument]":
    """Return the documents that hold the stems in this way. Stems are letters and digits only."""
    if connection.vendor == "postgresql":
        ending = ":*" if way.prefix else ""
        query = (" & " if way.every else " | ").join(f"'{term}'{ending}" for term in wanted)
        sql = "netwerk_searchdocument.vector @@ to_tsquery('simple', %s)"
    else:
        ending = "*" if way.prefix else ""
        query = (" AND " if way.every else " OR ").join(f'"{term}"{ending}' for term in wanted)
        sql = (
            "netwerk_searchdocument.id IN "
            "(SELECT rowid FROM netwerk_search_fts WHERE netwerk_search_fts MATCH %s)"
        )
    return SearchDocument.objects.filter(RawSQL(sql, [query], output_field=BooleanField()))  # noqa: S611


def _hit(row: tuple[Any, ...], wanted: Sequence[str]) -> Hit:
    key, kind, title, summary, url, themes, dated, terms_title, terms = row
    return Hit(
        key, kind, title, summary, url, tuple(themes.split()), dated, _score(terms_title, terms, wanted)
    )


def _score(terms_title: str, terms: str, wanted: Sequence[str]) -> float:
    """Rank: a word in the title counts most, then how often it occurs; a title that says just that wins."""
    score = 0.0
    in_title = 0
    for term in wanted:
        whole, beginning = f" {term} ", f" {term}"
        if whole in terms_title:
            in_title += 1
            score += 10
        elif beginning in terms_title:
            score += 5
        score += min(terms.count(whole), 5) or min(terms.count(beginning), 5) / 2
    if in_title == len(wanted):
        score += 6
        score += 6 * len(wanted) / max(1, len(terms_title.split()))
    return round(score, 6)


def _meant(word: str) -> str:
    """Return the known word that this one looks most like; itself when it is known, short, or like none."""
    if len(word) < 4 or SearchWord.objects.filter(word=word).exists():
        return word
    near = SearchWord.objects.filter(length__range=(len(word) - 2, len(word) + 2)).values_list(
        "word", flat=True
    )
    best = process.extract(word, list(near.order_by("word")), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5)
    if not best:
        return word
    return str(
        min(best, key=lambda found: (-round(found[1], 3), abs(len(found[0]) - len(word)), found[0]))[0]
    )
