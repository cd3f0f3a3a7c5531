# SPDX-License-Identifier: EUPL-1.2
"""`make run`: the web server and one background process, on this machine, until Ctrl-C.

Two processes and not one: background work must go on while a page is slow, and must be able to
die without taking the site along. When it dies it is started again.
"""

import fcntl
import http.client
import json
import os
import signal
import socket
import sys
import tempfile
import time
from pathlib import Path
from types import FrameType

from portal import fingerprint
from tools.processes import ROOT, start, stop, type_of_process

ACCOUNTS = "demo-accounts.tsv"
READY_SECONDS = 120
RESTART_SECONDS = 1.0
LONGEST_RESTART_SECONDS = 30.0
STEADY_SECONDS = 60


class RunError(Exception):
    """Something the person at the keyboard can mend; the text is the one sentence they see."""


class StopRequestedError(Exception):
    """Ctrl-C, SIGTERM, or the terminal that was closed."""


class Portal:
    """The processes of one running portal."""

    def __init__(self, port: int, data_dir: Path) -> None:
        self.port, self.data_dir = port, data_dir
        # By name, because passkeys do not work on a number.
        self.address = os.environ.get("BASE_URL") or f"http://localhost:{port}"
        self.environment = {
            "LOG_LEVEL": "WARNING",
            # WhiteNoise misses the folder of collectstatic, which this way of running does not need.
            "PYTHONWARNINGS": "ignore:No directory at",
            **os.environ,
            "PORT": str(port),
            "DATA_DIR": str(data_dir),
            "BASE_URL": self.address,
        }
        self.processes: dict[str, type_of_process] = {}
        self.background_since = 0.0
        self.restart_after = RESTART_SECONDS

    def prepare(self) -> None:
        """Migrate and load what the portal needs, unless that was done for this very code.

        Raises:
            RunError: the preparation failed.
        """
        # Of a database elsewhere the data folder knows nothing.
        if not os.environ.get("DATABASE_URL") and fingerprint.is_prepared(
            self.data_dir, self.address, demo=demo_mode()
        ):
            return
        self._start("preparation", "manage.py", "prepare")
        if self.processes["preparation"].wait() != 0:
            raise RunError("Preparing the portal failed; the lines above say why.")
        del self.processes["preparation"]

    def start_web(self) -> None:
        """Start the web server; one process with threads is what suits SQLite."""
        self._start(
            "web",
            *("-m", "gunicorn", "portal.wsgi:application", "--bind", f"127.0.0.1:{self.port}"),
            *("--worker-class", "gthread", "--workers", "1", "--threads", "4"),
            *("--graceful-timeout", "5", "--log-level", "warning", "--no-control-socket"),
        )

    def start_background(self) -> None:
        """Start the process that sends mail and does what is due."""
        self.background_since = time.monotonic()
        self._start("background", "manage.py", "run_background")

    def _start(self, name: str, *arguments: str) -> None:
        self.processes[name] = start([sys.executable, *arguments], cwd=ROOT, env=self.environment)

    def wait_until_ready(self) -> None:
        """Wait until the site answers.

        Raises:
            RunError: it stopped, or takes too long.
        """
        deadline = time.monotonic() + READY_SECONDS
        while not self._answers():
            if self.processes["web"].poll() is not None:
                raise RunError("The web server stopped; the lines above say why.")
            if time.monotonic() > deadline:
                raise RunError(f"The web server did not answer within {READY_SECONDS} seconds.")
            time.sleep(0.1)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/gezondheid/")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def keep_running(self) -> None:
        """Watch the processes: start the background again when it dies.

        Raises:
            RunError: the web server stopped.
        """
        while True:
            time.sleep(0.2)
            if self.processes["web"].poll() is not None:
                raise RunError("The web server stopped; the lines above say why.")
            if self.processes["background"].poll() is not None:
                self._restart_background()

    def _restart_background(self) -> None:
        if time.monotonic() - self.background_since > STEADY_SECONDS:
            self.restart_after = RESTART_SECONDS
        print(f"The background process stopped; starting it again in {self.restart_after:.0f} s.", flush=True)
        # What it left running, if anything, goes first: two at once would only wait for each other.
        stop(self.processes["background"])
        time.sleep(self.restart_after)
        self.restart_after = min(self.restart_after * 2, LONGEST_RESTART_SECONDS)
        self.start_background()

    def stop(self) -> None:
        """Stop every process, the web server first so that no new work comes in."""
        for name in ("preparation", "web", "background"):
            if name in self.processes:
                stop(self.processes.pop(name))


def chosen_port() -> int:
    """Return the port of PORT, when it can be used.

    Raises:
        RunError: it is no port, or something else listens on it.
    """
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise RunError(f"PORT must be a number from 1 to 65535, not '{text}'.")
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", int(text)))
        except OSError as error:
            raise RunError(
                f"Port {text} cannot be used ({error.strerror}): stop the program that has it, "
                "or choose another one with: make run PORT=8001"
            ) from error
    return int(text)


def chosen_data_dir() -> Path:
    """Return the folder of DATA_DIR, made when it was not there.

    Raises:
        RunError: it cannot be written.
    """
    folder = Path(os.environ.get("DATA_DIR") or ROOT / "data").expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise RunError(
            f"The data folder {folder} cannot be written ({error.strerror}): "
            "choose another one with: make run DATA_DIR=/some/folder"
        ) from error
    return folder


def claim(data_dir: Path) -> int:
    """Take the data folder for this portal; return the open lock.

    Raises:
        RunError: another portal runs on it.
    """
    lock = os.open(data_dir / "run.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise RunError(
            f"Another portal already runs on {data_dir}: stop it, or choose another folder with DATA_DIR="
        ) from error
    except OSError:
        pass  # a file system without locks: then without
    return lock


def demo_mode() -> bool:
    """Tell whether this portal shows demo data, as the settings read it: yes, unless DEMO_MODE says no."""
    return os.environ.get("DEMO_MODE", "true").lower() in {"true", "on", "ok", "y", "yes", "1"}


def announcement(site: str, data_dir: Path) -> str:
    """Return what somebody needs to know to use the portal."""
    lines = ["", f"The portal is ready: {site}/", f"  Management: {site}/beheer/"]
    try:
        accounts = (data_dir / ACCOUNTS).read_text().splitlines()
        password = json.loads((data_dir / "secrets.json").read_text())["DEMO_PASSWORD"]
    except OSError:
        accounts, password = [], ""
    if accounts and demo_mode():
        lines += [f"  Mailbox:    {site}/demo-post/  (no mail leaves this machine)"]
        lines += ["", f"Demo accounts, all with the password {password}"]
        lines += [f"  {role:<32} {address}" for role, _, address in (row.partition("\t") for row in accounts)]
    return "\n".join([*lines, "", "Stop with Ctrl-C."])


def listen_to_signals() -> None:
    """Turn the first signal to stop into an exception; later ones change nothing."""

    def request(number: int, frame: FrameType | None) -> None:
        for known in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(known, signal.SIG_IGN)
        raise StopRequestedError

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, request)


def run(portal: Portal) -> None:
    """Start the portal and keep it running until somebody stops it."""
    started = time.monotonic()
    portal.prepare()
    print("Starting …", flush=True)
    portal.start_web()
    portal.start_background()
    portal.wait_until_ready()
    print(announcement(portal.address, portal.data_dir), flush=True)
    print(f"(started in {time.monotonic() - started:.1f} s)", flush=True)
    portal.keep_running()


def main() -> int:
    """Run the portal; return the exit code."""
    listen_to_signals()
    portal = None
    try:
        port, data_dir = chosen_port(), chosen_data_dir()
        lock = claim(data_dir)
        os.set_inheritable(lock, False)
        portal = Portal(port, data_dir)
        run(portal)
    except StopRequestedError:
        print("\nStopping …", flush=True)
    except RunError as error:
        print(f"\n{error}", file=sys.stderr, flush=True)
        return 1
    finally:
        if portal:
            portal.stop()
    print("Every process has stopped.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
