# SPDX-License-Identifier: EUPL-1.2
"""What a rule is: what goes, how long after which moment, and why; and the lengths as they are set."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ..access import Actor, Verdict, require, verdict
from ..models import RetentionPeriod
from ..perform import NotNow

SET = "netwerk.set_retention"


class Unit(StrEnum):
    """In what a period is counted."""

    DAYS = "dagen"
    MONTHS = "maanden"


_ONE = {Unit.DAYS: "dag", Unit.MONTHS: "maand"}


@dataclass(frozen=True)
class Period:
    """How long by default, and the bounds within which a coordinator may set it."""

    default: int
    least: int
    most: int
    unit: Unit = Unit.MONTHS

    @property
    def fixed(self) -> bool:
        """Whether nobody can set it: the same length is promised elsewhere."""
        return self.least == self.most

    def words(self, length: int) -> str:
        """Return a length in words, such as "12 maanden", or "1 maand"."""
        return f"{length} {_ONE[self.unit] if length == 1 else self.unit}"


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
    group: str = ""
    """The heading that it stands under; `register` gives it."""


_rules: dict[str, Rule] = {}


def register(*rules: Rule, group: str) -> None:
    """Add rules under one heading. Raises ValueError when a code stands twice."""
    for rule in rules:
        if rule.code in _rules:
            raise ValueError(f"retention rule {rule.code!r} is registered twice")
        _rules[rule.code] = replace(rule, group=group)


def grouped(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Return these rules by their heading, in the order in which they were registered."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.group, []).append(rule)
    return found


def all_rules() -> tuple[Rule, ...]:
    """Return every registered rule."""
    return tuple(_rules.values())


def may_set(actor: Actor, subject: object = None) -> Verdict:
    """Periods are looked at and set by who answers for them."""
    return verdict(actor.has_perm(SET), "Alleen de coördinator en de beheerder gaan over bewaartermijnen.")


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
