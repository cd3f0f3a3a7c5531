# SPDX-License-Identifier: EUPL-1.2
"""Make `.venv` and install the locked packages in it; quick when nothing changed.

Standard library only: this is what runs before anything is installed. Every failure that can be
foreseen ends in one clear sentence.
"""

# So that a Python that is too old gets as far as the sentence that says so.
from __future__ import annotations

import argparse
import fcntl
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = VENV / "install.log"
MINIMUM = (3, 11)
SETS = {"runtime": ["requirements.txt"], "dev": ["requirements.txt", "requirements-dev.txt"]}
LOCKS = ("requirements", "requirements-dev", "requirements-prod")
TICK_SECONDS = 5


class SetupError(Exception):
    """Something the person at the keyboard can mend; the text is the one sentence they see."""


def main() -> int:
    """Run the step asked for on the command line; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also what tests and checks need")
    parser.add_argument("--lock", action="store_true", help="write the lock files anew, with uv")
    options = parser.parse_args()
    try:
        if options.lock:
            lock()
        else:
            install("dev" if options.dev else "runtime")
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; run the same command again to go on.", file=sys.stderr)
        return 130
    return 0


def install(name: str) -> None:
    """Bring `.venv` in the state the lock files describe.

    Raises:
        SetupError: a prerequisite is missing, or the packages could not be installed.
    """
    check_python()
    # Two `make` commands in one folder wait for each other; the folder itself is the lock.
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        wait_for_lock(folder)
        if is_current(name):
            return
        check_writable()
        uv = find_uv()
        make_venv(uv)
        install_packages(name, uv)
    finally:
        os.close(folder)


def check_python() -> None:
    """Refuse a Python that is too old."""
    if sys.version_info < MINIMUM:
        raise SetupError(
            f"Python {MINIMUM[0]}.{MINIMUM[1]} or newer is needed; this is {sys.version.split()[0]}."
        )


def check_writable() -> None:
    """Refuse a folder in which nothing can be made."""
    try:
        with tempfile.TemporaryFile(dir=ROOT):
            pass
    except OSError as error:
        raise SetupError(
            f"The folder {ROOT} cannot be written ({error.strerror}): "
            "copy the project to a folder of your own and run this again."
        ) from error


def wait_for_lock(folder: int) -> None:
    """Take the lock on the project folder, saying so when that takes a while."""
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Waiting for another make that is setting up this folder…", flush=True)
        fcntl.flock(folder, fcntl.LOCK_EX)
    except OSError:
        return  # a file system without locks: then without


def fingerprint(name: str) -> str:
    """Return a hash of the lock files of this set and of the Python they are installed for."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}{VENV}".encode())
    for file in SETS[name]:
        digest.update((ROOT / file).read_bytes())
    return digest.hexdigest()


def stamp(name: str) -> Path:
    """Return the file that remembers what was installed."""
    return VENV / f"installed-{name}"


def is_current(name: str) -> bool:
    """Tell whether the packages of this set are installed already."""
    try:
        return stamp(name).read_text() == fingerprint(name) and PYTHON.exists()
    except OSError:
        return False


def find_uv() -> str | None:
    """Return uv when it is on this machine and works: it is five times as fast as pip."""
    uv = shutil.which("uv")
    if not uv:
        return None
    works = subprocess.run([uv, "--version"], capture_output=True, check=False).returncode == 0
    return uv if works else None


def make_venv(uv: str | None) -> None:
    """Make `.venv` when there is none that works with this Python."""
    if venv_version() == sys.version_info[:2]:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    print("Making .venv …", flush=True)
    if uv and run_uv([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)]) == 0:
        return
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupError(
            "Python's venv module is not complete on this machine: install it first "
            f"(Debian and Ubuntu: apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv)."
        )
    try:
        venv.EnvBuilder(with_pip=True).create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetupError(f"Making .venv failed: {error}.") from error


def venv_version() -> tuple[int, int] | None:
    """Return the Python version of `.venv`, or None when it does not run."""
    code = "import sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run([str(PYTHON), "-c", code], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    major, minor = answer.stdout.split()
    return int(major), int(minor)


def install_packages(name: str, uv: str | None) -> None:
    """Install exactly the locked packages, each checked against its hash."""
    files = [part for file in SETS[name] for part in ("-r", str(ROOT / file))]
    total = sum(len(re.findall(r"^[a-z0-9].*==", (ROOT / file).read_text(), re.M)) for file in SETS[name])
    print(f"Installing {total} packages in .venv; the first time this takes up to a minute.", flush=True)
    stamp(name).unlink(missing_ok=True)
    code = 1
    if uv:
        code = run_uv([uv, "pip", "install", "--python", str(PYTHON), "--require-hashes", *files])
    if code != 0:
        ensure_pip()
        pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
        code = run_with_progress([*pip, "--require-hashes", *files])
    if code != 0:
        raise SetupError(
            f"The packages could not be installed: {last_error()} "
            f"(is there a connection to the package index? All output is in {LOG})"
        )
    # What is written last is what counts: a stopped installation starts again.
    for known, lock_files in SETS.items():
        if set(lock_files) <= set(SETS[name]):
            stamp(known).write_text(fingerprint(known))


def ensure_pip() -> None:
    """Put pip in a `.venv` that uv made without it."""
    if subprocess.run([str(PYTHON), "-m", "pip", "--version"], capture_output=True, check=False).returncode:
        command = [str(PYTHON), "-m", "ensurepip", "--default-pip"]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            raise SetupError(
                "There is no pip in .venv and it could not be added: remove .venv and try again."
            )


def run_uv(command: list[str]) -> int:
    """Run uv, which may not fetch a Python of its own; return its exit code."""
    return run_with_progress(command, {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "VIRTUAL_ENV": ""})


def run_with_progress(command: list[str], env: dict[str, str] | None = None) -> int:
    """Run a command, keep its output in the log, and show every few seconds that it still works."""
    lines: list[str] = []
    started = time.monotonic()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env, errors="replace"
    ) as process:
        reader = threading.Thread(target=lines.extend, args=(process.stdout or (),), daemon=True)
        reader.start()
        try:
            while still_runs(process):
                print(f"  … {time.monotonic() - started:.0f} seconds{progress(lines)}", flush=True)
        except KeyboardInterrupt:
            process.terminate()
            raise
        reader.join()
    if VENV.is_dir():
        LOG.write_text("".join(lines))
    return process.returncode


def progress(lines: list[str]) -> str:
    """Return how far pip is, by the lines it wrote."""
    if any(line.startswith("Installing collected") for line in lines):
        return ", unpacking"
    fetched = sum(line.startswith("Collecting ") for line in lines)
    return f", {fetched} fetched" if fetched else ""


def still_runs(process: subprocess.Popen[str]) -> bool:
    """Wait a few seconds for the process; tell whether it still runs after those."""
    try:
        process.wait(TICK_SECONDS)
    except subprocess.TimeoutExpired:
        return True
    return False


def last_error() -> str:
    """Return the line of the log that says most about a failure."""
    lines = [line.strip() for line in LOG.read_text().splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    return (errors or lines or ["no output"])[-1].rstrip(".")


def lock() -> None:
    """Write the lock files anew.

    Raises:
        SetupError: uv is not on this machine, or found no versions that fit together.
    """
    check_writable()
    uv = find_uv()
    if not uv:
        raise SetupError("Locking needs uv: pip's own tools write this machine's settings into the file.")
    options = ["--generate-hashes", "--universal", "--python-version", "3.11", "--no-header", "--no-annotate"]
    for name in LOCKS:
        command = [uv, "pip", "compile", "--quiet", *options, "-o", f"{name}.txt", f"{name}.in"]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            raise SetupError(f"{name}.in could not be locked; the lines above say why.")
        print(f"{name}.txt is locked.")


if __name__ == "__main__":
    sys.exit(main())
