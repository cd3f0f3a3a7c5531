# SPDX-License-Identifier: EUPL-1.2
"""`make run`, for real: SQLite, the web server and the background process, in a folder of its own.

The tests run in order and share one portal; the last one stops it.
"""

import http.client
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from portal import fingerprint
from tests.databases import CACHE, template_key
from tools.services import free_port

ROOT = fingerprint.ROOT
PATIENCE = 90

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")


def environment(port, data_dir):
    """Return what a person has who types `make run`: none of the settings of the tests."""
    known = ("PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV", "COVERAGE_PROCESS_CONFIG")
    kept = {name: os.environ[name] for name in known if name in os.environ}
    return {**kept, "PORT": str(port), "DATA_DIR": str(data_dir)}


def start(port, data_dir, **options):
    """Type `make run`, without the part that installs packages."""
    return subprocess.Popen(
        [sys.executable, "-m", "tools.run"], cwd=ROOT, env=environment(port, data_dir), text=True, **options
    )


def children(parent):
    """Return the command lines of the processes that `parent` started, by process id."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, ppid = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            if int(ppid) == parent and state != "Z":
                found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue  # gone while we looked
    return found


def wait_for(condition, what):
    """Wait until the condition yields something, and return that."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"Waited {PATIENCE} seconds for {what}")


def status(port, path):
    """Ask for an address; the status, or 0 when nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


@pytest.fixture(scope="module")
def portal(tmp_path_factory):
    """A running portal: its process, port, data folder and what it printed."""
    data_dir = tmp_path_factory.mktemp("data")
    migrated = CACHE / f"{template_key()}.sqlite3"
    if migrated.exists():
        # Saves ten seconds; migrating from nothing is what made this file.
        shutil.copy(migrated, data_dir / fingerprint.DATABASE)
    port, log = free_port(), data_dir / "output.txt"
    with log.open("w") as output:
        process = start(port, data_dir, stdout=output, stderr=subprocess.STDOUT)
    process.port, process.data_dir, process.log = port, data_dir, log
    try:
        wait_for(lambda: process.poll() is not None or "portal is ready" in log.read_text(), "the portal")
        assert process.poll() is None, log.read_text()
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


def background(portal):
    """Return the process id of the background process, when it is there."""
    return next((pid for pid, command in children(portal.pid).items() if "run_background" in command), None)


def test_run_serves_and_says_where(portal):
    """The pages answer, and what was printed names the addresses, the accounts and the password."""
    printed = portal.log.read_text()
    site = f"http://localhost:{portal.port}"
    assert all(f"{site}{path}" in printed for path in ("/", "/beheer/", "/demo-post/"))
    assert "Demo accounts, all with the password" in printed
    assert printed.count("@") >= 5
    paths = ("/", "/gezondheid/klaar/", "/demo-post/", "/account/login/")
    assert {path: status(portal.port, path) for path in paths} == dict.fromkeys(paths, 200)


def test_run_starts_the_background_process_again(portal):
    """Killed without warning it is back within seconds, while the site goes on."""
    first = wait_for(lambda: background(portal), "the background process")
    os.kill(first, signal.SIGKILL)
    second = wait_for(lambda: (pid := background(portal)) != first and pid, "its successor")
    assert second != first
    assert status(portal.port, "/gezondheid/") == 200


def test_run_refuses_a_port_that_is_taken(portal, tmp_path):
    """One sentence with a way out, no traceback."""
    other = start(portal.port, tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output, error = other.communicate(timeout=PATIENCE)
    assert other.returncode == 1
    assert f"Port {portal.port} cannot be used" in error
    assert "make run PORT=" in error
    assert len(error.strip().splitlines()) == 1
    assert not output.strip()


def test_run_refuses_a_data_folder_that_is_in_use(portal):
    """Two portals on one folder would do the background work twice."""
    other = start(free_port(), portal.data_dir, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    _, error = other.communicate(timeout=PATIENCE)
    assert (other.returncode, len(error.strip().splitlines())) == (1, 1)
    assert "Another portal already runs on" in error


def test_run_refuses_a_data_folder_that_cannot_be_made(tmp_path):
    """A file in the way, or no permission: one sentence."""
    (tmp_path / "file").write_text("")
    other = start(free_port(), tmp_path / "file" / "data", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    _, error = other.communicate(timeout=PATIENCE)
    assert (other.returncode, len(error.strip().splitlines())) == (1, 1)
    assert "cannot be written" in error


def test_run_prepares_once(portal, monkeypatch, tmp_path):
    """The data folder is marked as ready for this code and address, so a second start skips everything."""
    address = f"http://localhost:{portal.port}"
    prepared = fingerprint.read(portal.data_dir)
    assert prepared.demo and prepared.address == address
    # Somebody may be editing the code while the tests run: compare with the code of that moment.
    monkeypatch.setattr(fingerprint, "code_fingerprint", lambda: prepared.code)
    monkeypatch.setattr(fingerprint, "migrations_fingerprint", lambda: prepared.migrations)
    assert fingerprint.is_prepared(portal.data_dir, address)
    assert not fingerprint.is_prepared(portal.data_dir, "http://localhost:1")
    fingerprint.write(tmp_path, fingerprint.Prepared(demo=False))
    assert not fingerprint.is_prepared(tmp_path, address)
    monkeypatch.setattr(fingerprint, "code_fingerprint", lambda: "newer")
    assert not fingerprint.is_prepared(portal.data_dir, address)


def test_run_stops_every_process_on_ctrl_c(portal):
    """After Ctrl-C nothing is left: no web server, no worker of it, no background process."""
    mine = children(portal.pid)
    everything = {pid for parent in mine for pid in children(parent)} | set(mine)
    assert len(everything) >= 3
    portal.send_signal(signal.SIGINT)
    assert portal.wait(PATIENCE) == 0
    assert "Every process has stopped" in portal.log.read_text()
    assert [pid for pid in everything if Path(f"/proc/{pid}").exists()] == []
    assert status(portal.port, "/gezondheid/") == 0
