# SPDX-License-Identifier: EUPL-1.2
"""Fixtures for every test: the database from a template, and an empty cache."""

import gc
import math
import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as configured
from django.core.cache import cache, caches
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings

from netwerk import demo
from tests.databases import TestDatabase, make_test_database

# How long an example takes says more about what else the machine does than about our code.
hypothesis_settings.register_profile("portal", deadline=None)
hypothesis_settings.load_profile("portal")


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[TestDatabase]:
    """Replace pytest-django's own way: copy the template, and put it back after tests that commit."""
    with django_db_blocker.unblock():
        database = make_test_database(os.environ.get("PYTEST_XDIST_WORKER", ""))
    flush = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda case: database.restore()  # type: ignore[method-assign]
    yield database
    TransactionTestCase._fixture_teardown = flush  # type: ignore[method-assign]
    with django_db_blocker.unblock():
        database.remove()


# Seconds to a minute or three each: who gets such a file last keeps the others waiting.
LONGEST = (
    "test_access_matrix.py",
    "test_accessibility.py",
    "test_accessibility_regels.py",
    "test_journey.py",
    "test_desk.py",
    "test_koplopers.py",
    "test_outbox_killed.py",
    "test_deployment.py",
    "test_run.py",
    "test_workflow.py",
    "test_workflows.py",
    "test_retention.py",
    "test_pages_queries.py",
    "test_demo.py",
    "test_walks.py",
    "test_letters.py",
    "test_desk_cases.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first."""
    place = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path.name, len(place)))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for garbage no more among what was loaded: it stays."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Leave nothing in Redis or in this process. Without Redis the cache is a table, and goes by itself."""
    yield
    caches["process"].clear()
    if configured.REDIS_URL:
        cache.clear()


@pytest.fixture(autouse=True)
def _no_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process knows of a demo that another test loaded, and none has to look whether there is one."""
    monkeypatch.setattr(demo, "_known", demo._Known(until=math.inf))


@pytest.fixture
def uncached(settings: Any) -> None:
    """Every page is made anew: what is tested is the page, not whether it was kept."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "page_cache" not in name]
