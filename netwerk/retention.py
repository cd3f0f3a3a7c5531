# SPDX-License-Identifier: EUPL-1.2
"""How long personal data stays, and how it goes.

Each app registers its rules in a module of the same name: what goes, how long after which moment, and why.
A dry run asks the very query of the real run. A dossier that is held is skipped. Every run leaves a line a
rule in the register, and an entry on the timeline of each dossier, which itself is never changed.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from . import kinds
from .access import SYSTEM, Actor, Verdict, require, verdict
from .models import Delivery, Dossier, Export, LegalHold, Look, RetentionPeriod, RetentionRun, SecretLink
from .perform import Act, NotNow, perform
from .timeline import REPORTER, TEAM, EntryType
from .timeline import register as register_entries

logger = logging.getLogger(__name__)

SET, HOLD = "netwerk.set_retention", "netwerk.hold_dossier"
AHEAD = timedelta(days=30)
"""How far a dry run looks ahead."""
SHOWN = 100
"""So many references a dry run names at most."""
CHUNK = 500


class Unit(StrEnum):
    """In what a period is counted."""

    DAYS = "dagen"
    MONTHS = "maanden"


@dataclass(frozen=True)
class Period:
    """How long by default, and the bounds within which a coordinator may set it."""

    default: int
    least: int
    most: int
    unit: Unit = Unit.MONTHS

    def words(self, length: int) -> str:
        """Return a length in words, such as "12 maanden"."""
        return f"{length} {self.unit}"


@dataclass(frozen=True)
class Rule:
    """One thing that does not stay for ever."""

    code: str
    what: str
    since: str
    """From which moment the period counts, as "nadat de melding klaar is"."""
    why: str
    period: Period
    due: Callable[[datetime], QuerySet[Any]]
    """The rows whose moment lies before this one and that still hold what must go."""
    forget: Callable[[Sequence[Any], datetime], None]
    """Erases what these rows hold; afterwards they are no longer due."""
    dossier: str = ""
    """Where a row names its dossier, as a lookup; nothing when it belongs to none."""
    silent: bool = False
    """Whether the timeline says nothing: nobody but its owner knew of it, or it is bookkeeping."""


_rules: dict[str, Rule] = {}


def register(*rules: Rule) -> None:
    """Add rules. Raises ValueError when a code stands twice."""
    for rule in rules:
        if rule.code in _rules:
            raise ValueError(f"retention rule {rule.code!r} is registered twice")
        _rules[rule.code] = rule


def all_rules() -> tuple[Rule, ...]:
    """Return every registered rule."""
    return tuple(_rules.values())


def may_set(actor: Actor, subject: object = None) -> Verdict:
    """Periods are looked at and set by who answers for them."""
    return verdict(actor.has_perm(SET), "Alleen de coördinator en de beheerder gaan over bewaartermijnen.")


def may_hold(actor: Actor, subject: object = None) -> Verdict:
    """Holding a dossier, and letting it go, is a right of its own."""
    return verdict(actor.has_perm(HOLD), "Alleen de coördinator en de beheerder houden gegevens vast.")


def _by_itself(actor: Actor, subject: object = None) -> Verdict:
    return verdict(actor.kind == "system", "Dit gebeurt vanzelf.")


def lengths() -> dict[str, int]:
    """Return the length of every rule as it is now, by code."""
    stored = dict(RetentionPeriod.objects.values_list("rule", "length"))
    return {
        rule.code: min(max(stored.get(rule.code, rule.period.default), rule.period.least), rule.period.most)
        for rule in all_rules()
    }


def set_lengths(values: Mapping[str, int], *, by: Actor, now: datetime) -> None:
    """Set lengths, by code. They count from the next run on.

    Raises:
        NotPermitted: somebody else.
        NotNow: a length lies outside the bounds of its rule.
    """
    require(may_set(by))
    current = lengths()
    with transaction.atomic():
        for code, length in values.items():
            period = _rules[code].period
            if not period.least <= length <= period.most:
                raise NotNow(
                    f"Kies voor ‘{_rules[code].what}’ {period.least} tot {period.words(period.most)}."
                )
            if length != current[code]:
                kept = {"length": length, "set_by_label": by.label, "set_at": now}
                RetentionPeriod.objects.update_or_create(rule=code, defaults=kept)


def moment_before(period: Period, length: int, now: datetime) -> datetime:
    """Return the moment before which something must have happened, if its period is to be over.

    It ends with a whole day: what happened on 1 March, at any hour, goes twelve months later on 1 March.
    """
    today = timezone.localdate(now)
    back = relativedelta(days=length) if period.unit == Unit.DAYS else relativedelta(months=length)
    return timezone.make_aware(datetime.combine(today - back + timedelta(days=1), time.min))


def _held() -> QuerySet[LegalHold, int]:
    return LegalHold.objects.filter(lifted_at__isnull=True).values_list("dossier", flat=True)


def _over(rule: Rule, length: int, now: datetime) -> QuerySet[Any]:
    """Return all rows of a rule whose period is over, held or not."""
    return rule.due(moment_before(rule.period, length, now))


def waiting(rule: Rule, length: int, now: datetime) -> QuerySet[Any]:
    """Return the rows that a run at this moment would forget."""
    rows = _over(rule, length, now)
    return rows.exclude(**{f"{rule.dossier}__in": _held()}) if rule.dossier else rows


def _count_held(rule: Rule, length: int, now: datetime) -> int:
    if not rule.dossier:
        return 0
    held = _over(rule, length, now).filter(**{f"{rule.dossier}__in": _held()})
    return held.values("pk").distinct().count()


@dataclass(frozen=True)
class Plan:
    """What a run would do by one rule."""

    rule: Rule
    period: str
    count: int
    """So many go at the next run."""
    soon: int
    """So many more go within thirty days."""
    held: int
    references: list[str]
    """The dossiers of what goes at the next run, a hundred at most."""


def plan(now: datetime) -> list[Plan]:
    """Return what a run would do at this moment, rule by rule. Changes nothing."""
    return [_plan(rule, length, now) for rule, length in _with_lengths()]


def _with_lengths() -> Iterator[tuple[Rule, int]]:
    known = lengths()
    for rule in all_rules():
        yield rule, known[rule.code]


def _plan(rule: Rule, length: int, now: datetime) -> Plan:
    rows = waiting(rule, length, now)
    count = rows.count()
    references: list[str] = []
    if rule.dossier and count:
        dossiers = Dossier.objects.filter(pk__in=rows.order_by().values(rule.dossier))
        references = list(dossiers.order_by("reference").values_list("reference", flat=True)[:SHOWN])
    later = waiting(rule, length, now + AHEAD).count() - count
    held = _count_held(rule, length, now)
    return Plan(rule, rule.period.words(length), count, later, held, references)


def run(now: datetime) -> list[RetentionRun]:
    """Forget what must go, and write the register. Running twice does no harm.

    What fails is logged without its content, counted, and tried again the next day; the rest goes on.
    """
    return [_run(rule, length, now) for rule, length in _with_lengths()]


def _run(rule: Rule, length: int, now: datetime) -> RetentionRun:
    went = failed = 0
    for work in _portions(rule, length, now):
        try:
            went += work()
        except Exception:
            logger.exception("Retention rule %s failed for a portion; it is tried again", rule.code)
            failed += 1
    period, held = rule.period.words(length), _count_held(rule, length, now)
    return RetentionRun.objects.create(
        rule=rule.code, period=period, went=went, held=held, failed=failed, at=now
    )


def _portions(rule: Rule, length: int, now: datetime) -> Iterator[Callable[[], int]]:
    """Yield the work of a rule in portions, each a transaction: a dossier, or so many rows."""
    due = partial(waiting, rule, length, now)
    if rule.dossier and not rule.silent:
        for dossier in sorted(set(due().values_list(rule.dossier, flat=True))):
            yield partial(_forget_in, rule, dossier, due, now)
        return
    keys = sorted(set(due().values_list("pk", flat=True)))
    for start in range(0, len(keys), CHUNK):
        yield partial(_forget_rows, rule, keys[start : start + CHUNK], due, now)


def _forget_in(rule: Rule, dossier_id: int, due: Callable[[], QuerySet[Any]], now: datetime) -> int:
    """Forget what one dossier holds; it is asked again under the lock, because a hold may have come."""
    gone = 0

    def erase(fresh: Model) -> None:
        nonlocal gone
        rows = list(due().filter(**{rule.dossier: fresh.pk}))
        if not rows:
            raise NotNow("Hier hoeft niets meer weg.")
        rule.forget(rows, now)
        gone = len(rows)

    dossier = kinds.child_of(Dossier.objects.get(pk=dossier_id))
    act = Act("dossier.forgotten", _by_itself, then=erase, data={"what": rule.what}, quiet=True)
    try:
        perform(dossier, act, by=SYSTEM, now=now)
    except NotNow:  # another worker was here first, or the dossier is held now
        return 0
    return gone


def _forget_rows(rule: Rule, keys: list[int], due: Callable[[], QuerySet[Any]], now: datetime) -> int:
    with transaction.atomic():
        rows = list(due().filter(pk__in=keys).distinct())
        rule.forget(rows, now)
    return len(rows)


def hold(dossier: Dossier, reason: str, *, by: Actor, now: datetime) -> LegalHold:
    """Keep everything of a dossier, until the hold is lifted.

    Raises:
        NotPermitted: the actor may not.
        NotNow: it is held already.
    """
    made = LegalHold(dossier_id=dossier.pk, reason=reason, placed_by=by.label, placed_at=now)

    def keep(fresh: Model) -> None:
        if LegalHold.objects.filter(dossier=fresh.pk, lifted_at__isnull=True).exists():
            raise NotNow("Dit dossier wordt al vastgehouden.")
        made.save(force_insert=True)

    act = Act("dossier.held", may_hold, then=keep, data={"reason": reason}, quiet=True)
    perform(kinds.child_of(dossier), act, by=by, now=now)
    return made


def lift(placed: LegalHold, *, by: Actor, now: datetime) -> None:
    """Let a dossier go: from the next run on its periods count again.

    Raises:
        NotPermitted: the actor may not.
        NotNow: it was lifted before.
    """

    def let_go(_fresh: Model) -> None:
        rows = LegalHold.objects.filter(pk=placed.pk, lifted_at__isnull=True)
        if not rows.update(lifted_at=now, lifted_by=by.label):
            raise NotNow("Dit dossier wordt niet meer vastgehouden.")

    act = Act("dossier.let_go", may_hold, then=let_go, quiet=True)
    perform(kinds.child_of(placed.dossier), act, by=by, now=now)


def _dead_links(before: datetime) -> QuerySet[SecretLink]:
    return SecretLink.objects.filter(Q(expires_at__lt=before) | Q(revoked_at__lt=before))


def _old_deliveries(before: datetime) -> QuerySet[Delivery]:
    done = (Delivery.State.SENT, Delivery.State.DEAD, Delivery.State.SKIPPED)
    return Delivery.objects.filter(contact__isnull=False, state__in=done, created_at__lt=before)


def _old_exports(before: datetime) -> QuerySet[Export]:
    return Export.objects.filter(at__lt=before)


def _old_looks(before: datetime) -> QuerySet[Look]:
    return Look.objects.filter(at__lt=before)


def delete_rows(rows: Sequence[Model], _now: datetime) -> None:
    """Delete rows that nothing else needs."""
    if rows:
        type(rows[0])._default_manager.filter(pk__in=[row.pk for row in rows]).delete()


def _loosen_deliveries(rows: Sequence[Delivery], _now: datetime) -> None:
    """Keep that a message went, and no longer to whom."""
    keys = [row.pk for row in rows]
    Delivery.objects.filter(pk__in=keys).update(contact=None, error="", raw=None)


register_entries(
    EntryType(
        "dossier.forgotten",
        "Verwijderd volgens de bewaartermijn: {what}.",
        frozenset({TEAM, REPORTER}),
        "shield-lock",
    ),
    EntryType("dossier.held", "{actor} houdt de gegevens vast. Reden: {reason}", icon="lock"),
    EntryType("dossier.let_go", "{actor} hief het vasthouden op.", icon="lock"),
)
register(
    Rule(
        "links",
        "geheime links die niet meer werken",
        "nadat de link verliep of is ingetrokken",
        "Eigen beleid: we willen kort kunnen nagaan of een link is geopend.",
        Period(3, 1, 12),
        _dead_links,
        delete_rows,
        "dossier",
        silent=True,
    ),
    Rule(
        "berichten",
        "aan wie een bericht ging, van mensen zonder account",
        "nadat het bericht is gemaakt",
        "Eigen beleid: we willen kunnen nagaan of een bericht aankwam. Dat het ging, blijft staan.",
        Period(12, 3, 24),
        _old_deliveries,
        _loosen_deliveries,
        "event__entry__dossier",
        silent=True,
    ),
    Rule(
        "exports",
        "wie een lijst meenam",
        "nadat de lijst is meegenomen",
        "Eigen beleid: een logboek van inzage bewaren we ruim een jaar, om misbruik te kunnen nagaan.",
        Period(13, 12, 36),
        _old_exports,
        delete_rows,
    ),
    Rule(
        "blikken",
        "wie keek zoals een melder, ministerie of bezoeker kijkt",
        "nadat iemand keek",
        "Eigen beleid: net zo lang als wie een lijst meenam.",
        Period(13, 12, 36),
        _old_looks,
        delete_rows,
    ),
)
