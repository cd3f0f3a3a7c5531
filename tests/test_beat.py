# SPDX-License-Identifier: EUPL-1.2
"""The beat table: a wrong name in it is only noticed when something is not done."""

import importlib
import inspect

import pytest
from celery import current_app
from celery.schedules import maybe_schedule
from django.conf import settings

ENTRIES = settings.CELERY_BEAT_SCHEDULE


@pytest.fixture(scope="module", autouse=True)
def _tasks():
    current_app.loader.import_default_modules()


def test_beat_table_is_not_empty():
    """The outbox is swept, whatever else is in the table."""
    assert "netwerk.tasks.deliver_outbox" in {entry["task"] for entry in ENTRIES.values()}


@pytest.mark.parametrize("name", ENTRIES)
def test_beat_entry_names_a_task_that_takes_its_arguments(name):
    """The task exists where its name says, is registered under that name, and its arguments bind."""
    entry = ENTRIES[name]
    module, _, function = entry["task"].rpartition(".")
    task = getattr(importlib.import_module(module), function)
    assert current_app.tasks[entry["task"]].name == entry["task"] == task.name
    inspect.signature(task.run).bind(*entry.get("args", ()), **entry.get("kwargs", {}))
    maybe_schedule(entry["schedule"])


def test_every_task_of_ours_is_called_by_its_full_name():
    """So that the outbox and the beat table can find it by import path."""
    ours = [task for name, task in current_app.tasks.items() if not name.startswith("celery.")]
    assert ours
    assert all(name == f"{task.__module__}.{task.__name__}" for task in ours for name in [task.name])
