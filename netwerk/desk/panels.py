# SPDX-License-Identifier: EUPL-1.2
"""The panels that stand beside any dossier: notes, tasks and labels, in one query each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from netwerk import kinds
from netwerk.access import Actor
from netwerk.casework import ties
from netwerk.models import Connection, Dossier, Note, Task

from .case_screen import Term, term
from .forms import NoteForm

SHOWN_NOTES = 20


@dataclass(frozen=True)
class TieLine:
    """One tie, as it reads from this dossier."""

    pk: int
    words: str
    other: Dossier
    url: str


_BACKWARDS = {
    Connection.Relation.BLOCKED_BY: "Houdt tegen",
    Connection.Relation.STARTED_FROM: "Leidde tot",
    Connection.Relation.TESTS: "Een oplossing wordt geprobeerd in",
    Connection.Relation.ANSWERED_IN: "Beantwoordt",
}
"""How a tie reads from its other end."""


def tie_lines(dossier: Dossier, actor: Actor) -> list[TieLine]:
    """Return the ties of a dossier whose other end the reader may see."""
    lines = []
    for tie in ties.ties_of(dossier, actor):
        relation, other = Connection.Relation(tie.relation), tie.to_dossier
        words = str(relation.label)
        if tie.to_dossier_id == dossier.pk:
            words, other = _BACKWARDS.get(relation, words), tie.from_dossier
        if other is not None:
            lines.append(TieLine(tie.pk, words, other, kinds.url_of(other)))
    return lines


@dataclass(frozen=True)
class TaskLine:
    """One open task, with how much time it has."""

    task: Task
    term: Term | None


def task_lines(tasks: list[Task], now: datetime) -> list[TaskLine]:
    """Return tasks with their terms."""
    return [TaskLine(task, term(task.due_at, now) if task.due_at else None) for task in tasks]


def beside(dossier: Dossier, actor: Actor, now: datetime) -> dict[str, Any]:
    """Return what `netwerk/desk/beside.html` shows; an own note only to who wrote it."""
    reader = actor.user.pk if actor.user is not None else 0
    notes = Note.objects.filter(Note.readable_by(reader), dossier_id=dossier.pk)
    tasks = Task.objects.filter(dossier_id=dossier.pk, done_at__isnull=True).select_related("assignee")
    return {
        "beside": dossier,
        "reader_id": reader,
        "notes": list(notes[:SHOWN_NOTES]),
        "note_form": NoteForm(auto_id="notitie_%s"),
        "tasks": task_lines(list(tasks), now),
        "ties": tie_lines(dossier, actor),
        "labels": list(dossier.labels.all()),
    }
