# SPDX-License-Identifier: EUPL-1.2
"""One thing done to many dossiers: each by itself, each with how it went."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from netwerk import kinds
from netwerk.access import NotPermitted
from netwerk.models import Dossier
from netwerk.perform import Refused


@dataclass(frozen=True)
class Result:
    """How it went with one dossier."""

    dossier: Dossier
    done: bool
    reason: str = ""
    """Why not, in words."""


def each(dossiers: Iterable[Dossier], act: Callable[[Dossier], object]) -> list[Result]:
    """Do something to each dossier, as its own kind. One that is refused does not stop the next."""
    results = []
    for dossier in dossiers:
        try:
            act(kinds.child_of(dossier))
        except (Refused, NotPermitted) as error:
            results.append(Result(dossier, False, str(error)))
        else:
            results.append(Result(dossier, True))
    return results
