# SPDX-License-Identifier: EUPL-1.2
"""200 notifications while the worker and the broker are killed at random: none lost."""

import email
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import psycopg
import pytest
from celery import Celery
from django.db import connection
from kombu.exceptions import OperationalError

from portal.fingerprint import ROOT
from tests.test_deployment import clean, production
from tools.processes import start, stop
from tools.services import free_port, redis_binary

LETTERS = 200
PATIENCE = 90
REPORT = """
import django; django.setup()
from tests.factories import obstacles as make
for number in range({count}):
    make.sent_report(email=f"melder{{number}}@voorbeeld.example")
"""


class Broker:
    """A Redis of this test alone, that can be killed and comes back empty."""

    def __init__(self) -> None:
        self.port = free_port()
        self.start()

    def start(self) -> None:
        """Start it, or start it again."""
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = start([redis_binary(), *options], **quiet)

    def kill(self) -> None:
        """Kill it with everything that waited in it."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def installation(django_db_setup, tmp_path):
    """A production environment with its own database, broker, and mails as files."""
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    name, broker = f"aln_killed_{os.getpid()}", Broker()
    database = django_db_setup.copy(name)
    environment = {
        **clean(),
        **production(database, f"redis://127.0.0.1:{broker.port}/0"),
        "DATA_DIR": str(tmp_path),
        "EMAIL_URL": f"filemail:///{tmp_path / 'post'}",  # django-environ drops one slash
        "OUTBOX_LEASE_SECONDS": "2",
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "PYTHONPATH": str(ROOT),
    }
    yield environment, broker, database, tmp_path / "post"
    stop(broker.process)
    django_db_setup.drop(name)


def message_ids(folder: Path) -> Counter:
    """Count the Message-IDs of the mails that went out; a mail that was cut off by a kill is none."""
    found: Counter = Counter()
    for path in folder.glob("*.log"):
        for part in path.read_bytes().split(b"\n" + b"-" * 79 + b"\n")[:-1]:
            message = email.message_from_bytes(part.lstrip())
            found[message["Message-ID"]] += 1
    return found


def sent(reader: "psycopg.Connection[tuple]") -> int:
    """Count the deliveries that are marked as sent."""
    return reader.execute("SELECT count(*) FROM netwerk_delivery WHERE state = 'sent'").fetchone()[0]


def sweep(broker: Broker) -> None:
    """What beat does every twenty seconds, sooner."""
    with Celery(broker=f"redis://127.0.0.1:{broker.port}/0", set_as_current=False) as sender:
        try:
            sender.send_task("netwerk.tasks.deliver_outbox", retry=False)
        except OperationalError:
            pass  # the broker is just coming back; the next sweep will do


def run_until(limit: int, worker, broker: Broker, reader: "psycopg.Connection[tuple]") -> None:
    """Let the worker send until `limit` are marked, sweeping meanwhile."""
    deadline, swept = time.monotonic() + PATIENCE, 0.0
    while sent(reader) < limit:
        assert time.monotonic() < deadline, f"stuck at {sent(reader)} of {limit}"
        assert worker.poll() is None, "the worker ended by itself"
        if time.monotonic() - swept > 1:
            sweep(broker)
            swept = time.monotonic()
        time.sleep(0.01)


def test_no_notification_is_lost_whatever_is_killed(installation, tmp_path):
    """Worker and broker are killed at five random moments; every letter goes out, doubles only by kills.

    A letter may go out twice when the kill falls between sending and marking; it then has the same
    Message-ID, so a mail system can drop it. The counts are printed.
    """
    environment, broker, database, post = installation
    making = {**environment, "PORTAL_MODE": "production"}
    script = REPORT.format(count=LETTERS)
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=making, check=True, capture_output=True)
    chance = random.Random(20261121)
    moments = sorted(chance.sample(range(5, LETTERS - 5), 5))
    command = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "portal",
        "worker",
        "--concurrency",
        "1",
        "-l",
        "WARNING",
    ]
    # One connection that looks: a new one each time took more of the machine than the worker.
    with (
        (tmp_path / "worker.log").open("w") as log,
        psycopg.connect(database, autocommit=True) as reader,
    ):
        for number, moment in enumerate([*moments, LETTERS]):
            worker = start(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
            try:
                run_until(moment, worker, broker, reader)
            finally:
                os.killpg(worker.pid, signal.SIGKILL)
                worker.wait()
            if number % 2 and moment != LETTERS:
                broker.kill()
                broker.start()
        assert sent(reader) == LETTERS
    found = message_ids(post)
    doubles = sum(count - 1 for count in found.values())
    print(f"\nkilled {len(moments)} times: {len(found)} of {LETTERS} letters went out, {doubles} twice")
    assert len(found) == LETTERS
    assert doubles <= len(moments)
