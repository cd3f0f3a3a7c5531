# SPDX-License-Identifier: EUPL-1.2
"""A board: one kind with its numbers, each leading to its rows in the queue. All boards are one query."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse

from netwerk import kinds
from netwerk.models import Dossier
from netwerk.processes import process_for
from netwerk.workflow import Workflow

from .paging import capped


@dataclass(frozen=True)
class Cell:
    """One number, with where its rows are; no link when there is nothing to see."""

    label: str
    number: str
    url: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Wanted:
    """A number that a board shows: what it counts, its words, how the queue is filtered for it, its tone."""

    rule: Q
    label: str
    query: str
    tone: str = ""


@dataclass(frozen=True)
class Board:
    """One kind with its numbers."""

    title: str
    url: str
    cells: list[Cell]
    waiting: list[Cell]


def workflow_of(code: str) -> Workflow:
    """Return the state table of a kind."""
    return process_for(kinds.kind(code).model).workflow


def counted(code: str, wanted: Iterable[Wanted]) -> dict[str, QuerySet]:
    """Return what is to be counted for the board of a kind, by names that `cells` knows."""
    rows = Dossier.objects.filter(kind=code)
    return {_name(code, one): rows.filter(one.rule) for one in wanted}


def cells(code: str, wanted: Iterable[Wanted], numbers: Mapping[str, int]) -> list[Cell]:
    """Return the numbers of a kind; one that is nought leads nowhere and has no tone."""
    queue = reverse(kinds.kind(code).queue)
    found = [(one, numbers[_name(code, one)]) for one in wanted]
    return [
        Cell(one.label, capped(number), f"{queue}?{one.query}" if number else "", one.tone if number else "")
        for one, number in found
    ]


def board(code: str, shown: list[Cell], waiting: list[Cell] | None = None) -> Board:
    """Return the board of a kind with these numbers."""
    return Board(workflow_of(code).name.capitalize(), reverse(kinds.kind(code).queue), shown, waiting or [])


def _name(code: str, one: Wanted) -> str:
    return f"{code}:{one.query}"
