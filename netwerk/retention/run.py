# SPDX-License-Identifier: EUPL-1.2
"""What a run would do, and does. A dry run asks the very query of the real run."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet

from .. import kinds
from ..access import SYSTEM, Actor, Verdict, verdict
from ..models import Dossier, RetentionRun
from ..perform import Act, NotNow, perform
from ..timeline import REPORTER, TEAM, EntryType, register
from .holds import held
from .rules import Rule, all_rules, lengths, moment_before

logger = logging.getLogger(__name__)

AHEAD = timedelta(days=30)
"""How far a dry run looks ahead."""
SHOWN = 100
"""So many references a dry run names at most."""
CHUNK = 500


def _by_itself(actor: Actor, subject: object = None) -> Verdict:
    return verdict(actor.kind == "system", "Dit gebeurt vanzelf.")


def _over(rule: Rule, length: int, now: datetime) -> QuerySet[Any]:
    """Return all rows of a rule whose period is over, held or not."""
    return rule.due(moment_before(rule.period, length, now))


def waiting(rule: Rule, length: int, now: datetime) -> QuerySet[Any]:
    """Return the rows that a run at this moment would forget."""
    rows = _over(rule, length, now)
    return rows.exclude(**{f"{rule.dossier}__in": held()}) if rule.dossier else rows


def _count_held(rule: Rule, length: int, now: datetime) -> int:
    if not rule.dossier:
        return 0
    kept = _over(rule, length, now).filter(**{f"{rule.dossier}__in": held()})
    return kept.values("pk").distinct().count()


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
    kept = _count_held(rule, length, now)
    return Plan(rule, rule.period.words(length), count, later, kept, references)


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
    period, kept = rule.period.words(length), _count_held(rule, length, now)
    return RetentionRun.objects.create(
        rule=rule.code, period=period, went=went, held=kept, failed=failed, at=now
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
        fresh.refresh_from_db()  # what went may stand on the dossier itself, which is saved after this
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


register(
    EntryType(
        "dossier.forgotten",
        "Verwijderd volgens de bewaartermijn: {what}.",
        frozenset({TEAM, REPORTER}),
        "shield-lock",
    )
)
