# SPDX-License-Identifier: EUPL-1.2
"""The cache while Redis is away, and the secrets of the embedded default."""

import json
import stat
import threading

import pytest

from portal.cache import ForgivingRedisCache
from portal.secrets import NAMES, load_or_create_secrets
from tools.services import free_port


@pytest.fixture
def away():
    """A cache whose Redis does not answer."""
    return ForgivingRedisCache(f"redis://127.0.0.1:{free_port()}/0", {})


def test_a_cache_that_is_away_counts_as_empty(away):
    """Reads miss, writes are dropped, counting gives the step: no call raises."""
    assert away.get("a", "niets") == "niets"
    assert away.get_many(["a"]) == {}
    assert away.set("a", 1) is None
    assert away.add("a", 1) is True
    assert away.delete("a") is False
    assert away.incr("a", 2) == 2


def test_secrets_are_made_once_and_read_by_their_owner_only(tmp_path):
    """The second call gives the same secrets; the file is closed to others; nothing is left behind."""
    first = load_or_create_secrets(tmp_path)
    assert load_or_create_secrets(tmp_path) == first
    assert set(first) == set(NAMES)
    assert stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secrets.json"]


def test_processes_that_start_together_agree_on_the_secrets(tmp_path):
    """Eight at once: all read whole and equal secrets, whoever was first."""
    ready, found = threading.Barrier(8), []

    def read():
        ready.wait(10)
        found.append(json.dumps(load_or_create_secrets(tmp_path)))

    readers = [threading.Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(10)
    assert len(found) == 8
    assert len(set(found)) == 1
