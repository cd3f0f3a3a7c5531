# SPDX-License-Identifier: EUPL-1.2
"""The shape of a fictional learning project."""

from dataclasses import dataclass

FICTION = "Dit is een verzonnen voorbeeld."


@dataclass(frozen=True)
class Round:
    """One cycle of a story."""

    title: str
    plan: str
    expectation: str
    tried: str = ""
    happened: str = ""
    for_whom: str = ""
    surprise: str = ""
    decision: str = "adapt"
    change: str = ""


@dataclass(frozen=True)
class Story:
    """One fictional project: its texts, where it is, and how far it is walked."""

    title: str
    summary: str
    until: str
    theme: str
    sector: str
    region: str
    organisation: tuple[str, str]
    problem: str
    urgency: str = ""
    for_whom: str = ""
    known: str = ""
    goal: str = ""
    criterion: str = ""
    measure: str = ""
    on_site: bool = False
    people: tuple[tuple[str, str, str], ...] = ()
    rounds: tuple[Round, ...] = ()
    lessons: tuple[tuple[str, str, str, str], ...] = ()
    changed: str = ""
    improvement: str = ""
    closing: str = ""
