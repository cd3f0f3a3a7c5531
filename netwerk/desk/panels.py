# SPDX-License-Identifier: EUPL-1.2
"""The panels that stand beside any dossier: notes, tasks and labels, in one query each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from netwerk.access import Actor
from netwerk.models import Dossier, Note, Task

from .case_screen import Term, term
from .forms import NoteForm

SHOWN_NOTES = 20


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
        "labels": list(dossier.labels.all()),
    }
