# SPDX-License-Identifier: EUPL-1.2
"""Taking out of a public text what would tell who it is about: rules with a reason and an author, kept."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from netwerk.access import Actor
from netwerk.perform import Act, Done, NotNow, perform

from .. import access, redacting, workflow
from ..models import Publication, Redaction


def redact(publication: Publication, values: Mapping[str, Any], *, by: Actor, now: datetime) -> Done:
    """Keep a rule and apply it to the whole text. The timeline tells the reason, never the words.

    Args:
        publication: the text.
        values: `found`, `instead` and `reason` of the rule.
        by: who decides.
        now: the moment.

    Raises:
        NotNow: the text cannot be written now, or becomes too long.
    """
    rule = Redaction(author=by.user, created_at=now, **values)

    def keep(fresh: Publication) -> None:
        rule.publication = fresh
        same = Redaction.objects.filter(publication=fresh, found__iexact=rule.found)
        same.delete()
        rule.save(force_insert=True)
        _apply(fresh, by)

    data = {"reason": str(rule.get_reason_display()).lower()}
    return perform(
        publication, Act("publicatie.redacted", access.handles_cases, then=keep, data=data), by=by, now=now
    )


def apply_rules(publication: Publication, *, by: Actor, now: datetime) -> Done:
    """Apply every rule again, after the text changed."""

    def again(fresh: Publication) -> None:
        _apply(fresh, by)

    act = Act("publicatie.redacted_again", access.handles_cases, then=again)
    return perform(publication, act, by=by, now=now)


def drop_rule(rule: Redaction, *, by: Actor, now: datetime) -> Done:
    """Throw a rule away; what it replaced stays replaced until somebody writes it otherwise."""

    def drop(fresh: Publication) -> None:
        _require_open(fresh)
        rule.delete()

    data = {"reason": str(rule.get_reason_display()).lower()}
    act = Act("publicatie.redaction_dropped", access.handles_cases, then=drop, data=data)
    return perform(rule.publication, act, by=by, now=now)


def _require_open(fresh: Publication) -> None:
    if fresh.state not in workflow.PUBLICATION.sets["editable"]:
        raise NotNow("De tekst is nu niet te wijzigen. Open hem eerst om te schrijven.")


def _apply(fresh: Publication, by: Actor) -> None:
    """Write what the rules make of the text; who changes it is its author, and the check begins anew."""
    _require_open(fresh)
    before = fresh.texts()
    after = redacting.applied(before, fresh.redactions.all())
    if after == before:
        return
    for name, text in after.items():
        limit = Publication._meta.get_field(name).max_length  # type: ignore[union-attr]
        if limit is not None and len(text) > limit:
            raise NotNow("Met deze vervanging wordt een stuk tekst te lang. Kies kortere woorden.")
        setattr(fresh, name, text)
    fresh.version += 1
    fresh.author, fresh.checked_by, fresh.checklist = by.user, None, []
