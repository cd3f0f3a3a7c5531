# SPDX-License-Identifier: EUPL-1.2
"""What must be true before a move: each condition says yes, or no with the one line why not yet."""

from netwerk.access import Verdict, verdict

from .models import Initiative, Origin, OwnerRole, Phase

_TOLD = {
    "title": "de naam",
    "summary": "de samenvatting",
    "problem": "waarom het begon",
    "approach": "hoe het werkt",
    "phase": "hoe ver het is",
}
"""What must be told before an initiative is submitted: field, and its name in a sentence."""
_COMPLETE = {**_TOLD, "for_whom": "voor wie het werkt", "by_whom": "wie er meedoen"}
"""What must be told before it appears on the site."""
_RESULTS = {"results": "wat het oplevert", "evidence": "hoe jullie dat weten"}
"""An idea has no results yet, and is welcome all the same."""


def missing_to_submit(initiative: Initiative) -> list[str]:
    """Return what is still to be told before an initiative can be submitted, in words."""
    missing = _empty(initiative, _TOLD)
    if not initiative.initiator:
        missing.append("je organisatie")
    if not initiative.themes.exists():
        missing.append("het thema")
    return missing


def missing_to_publish(initiative: Initiative) -> list[str]:
    """Return what is still to be told before an initiative can appear on the site, in words."""
    wanted = _COMPLETE if initiative.phase == Phase.IDEA else {**_COMPLETE, **_RESULTS}
    missing = _empty(initiative, wanted)
    if not initiative.initiator:
        missing.append("de organisatie")
    for related, name in (("themes", "het thema"), ("sectors", "de sector"), ("regions", "de regio")):
        if not getattr(initiative, related).exists():
            missing.append(name)
    return missing


def _empty(initiative: Initiative, wanted: dict[str, str]) -> list[str]:
    return [name for field, name in wanted.items() if not str(getattr(initiative, field)).strip()]


def _nothing(missing: list[str]) -> Verdict:
    return verdict(not missing, f"Nog niet ingevuld: {', '.join(missing)}.")


def told(initiative: Initiative) -> Verdict:
    """Enough is told to review it."""
    return _nothing(missing_to_submit(initiative))


def complete(initiative: Initiative) -> Verdict:
    """Everything is told that a reader needs."""
    return _nothing(missing_to_publish(initiative))


def owned(initiative: Initiative) -> Verdict:
    """Somebody can be asked: an owner with an account that works."""
    known = initiative.owners.filter(role=OwnerRole.OWNER, user__is_active=True).exists()
    return verdict(known, "Er is nog geen eigenaar met een account.")


def consented(initiative: Initiative) -> Verdict:
    """What somebody else put forward waits for its owner's yes."""
    own = initiative.origin != Origin.PUT_FORWARD or initiative.consented_at is not None
    return verdict(own, "De eigenaar moet eerst instemmen.")
