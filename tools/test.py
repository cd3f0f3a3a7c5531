# SPDX-License-Identifier: EUPL-1.2
"""`make test`: the whole suite, in three rounds, with servers of its own.

1. everything on PostgreSQL and Redis;
2. what is marked `both` on SQLite too, the database of the embedded default;
3. the browser journeys in Chromium, once.

With arguments (`make test ARGS="tests/netwerk -k calendar"`) only the first round runs, with those.
`make coverage` is the first round while counting which branches ran, which makes it half as long again.
"""

import os
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET  # noqa: S405 (reads what pytest wrote a moment ago)
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.processes import ROOT
from tools.services import ServiceError, Services, stop_on_signals

RESULTS = ROOT / "var" / "test"
JOURNEYS = ROOT / "tests" / "browser"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# One more than there are processors: a worker often waits, for its database, its browser or a program.
# More than a few have no use: the longest file takes as long as it takes.
WORKERS = min((os.cpu_count() or 1) + 1, 6)
# Each worker has a database and a Redis of its own; a file stays with one worker, with the world it made.
# The files go in the order of `tests/conftest.py`: the longest first.
PARALLEL = ["-n", str(WORKERS), "--dist", "loadfile", "--no-loadscope-reorder"]
ON_SQLITE = {"TEST_DATABASE_URL": "", "TEST_REDIS_URL": ""}
COVERAGE = "--coverage"
PACKAGES = ("portal", "netwerk", "koplopers", "ruimte_in_de_regels", "actieleren")


@dataclass
class Round:
    """One run of pytest and what came of it."""

    name: str
    seconds: float
    code: int
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def line(self) -> str:
        """Return the round in one line."""
        counts = f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"
        return f"  {self.name:<24} {counts:<44} {self.seconds:6.1f} s"


def around(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what a program of ours gets: compiled code is kept, also where that was turned off.

    A dozen processes would each compile every test, which takes each of them longer than Django to start.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **environment}


def run_round(name: str, arguments: list[str], environment: Mapping[str, str]) -> Round:
    """Run pytest once; its results come from the report it writes, not from its output."""
    print(f"\n=== {name} ===", flush=True)
    report = RESULTS / f"{name.split()[0].lower()}.xml"
    report.unlink(missing_ok=True)
    started = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", f"--junit-xml={report}", *arguments]
    code = subprocess.call(command, cwd=ROOT, env=around(environment))
    result = Round(name, time.monotonic() - started, code)
    if not report.exists():
        result.failed = 1  # pytest itself did not get to the end
        return result
    for suite in ET.parse(report).getroot().iter("testsuite"):  # noqa: S314
        counts = {key: int(suite.get(key, 0)) for key in ("tests", "failures", "errors", "skipped")}
        result.skipped += counts["skipped"]
        result.failed += counts["failures"] + counts["errors"]
        result.passed += counts["tests"] - counts["failures"] - counts["errors"] - counts["skipped"]
    # No tests found, or a failure that no test stands for, is never a success.
    result.failed = max(result.failed, 1 if code else 0)
    return result


def coverage_options() -> list[str]:
    """Return pytest's options for branch coverage of our own packages."""
    reports = ["--cov-report=term", "--cov-report=html"]
    return ["--cov-branch", *(f"--cov={package}" for package in PACKAGES), *reports]


def find_browser() -> str | None:
    """Return the Chromium of this machine: the one that is named, else the usual names."""
    named = os.environ.get("PLAYWRIGHT_CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def browser_required() -> bool:
    """Tell whether a run without browser counts as a failure."""
    return os.environ.get("REQUIRE_BROWSER") == "1" or os.environ.get("CI") == "true"


def on_both() -> list[str]:
    """Return the files in which something is marked `both`: loading the rest takes longer than running it."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(path.relative_to(ROOT)) for path in files if "mark.both" in path.read_text(encoding="utf-8")]


def journeys() -> int:
    """Return how many journeys there are, without a browser to ask."""
    files = JOURNEYS.glob("test_*.py")
    return sum(len(re.findall(r"^def test_", path.read_text(), re.M)) for path in files)


def browser_round(environment: Mapping[str, str]) -> tuple[Round, str]:
    """Run the journeys, or count them as skipped and return why."""
    browser = find_browser()
    if browser:
        extra = {"PLAYWRIGHT_CHROMIUM": browser, "DJANGO_ALLOW_ASYNC_UNSAFE": "true"}
        return run_round("Browser", [str(JOURNEYS), "-m", "browser", *PARALLEL], {**environment, **extra}), ""
    message = (
        "!!! THE BROWSER JOURNEYS WERE SKIPPED: no Chromium on this machine. !!!\n"
        "!!! Install it (Debian: apt install chromium) or name it in PLAYWRIGHT_CHROMIUM. !!!"
    )
    if browser_required():
        return Round("Browser (no Chromium)", 0, 1, failed=journeys()), message
    return Round("Browser (no Chromium)", 0, 0, skipped=journeys()), message


def run_all(arguments: list[str], environment: Mapping[str, str]) -> tuple[list[Round], str]:
    """Run the rounds; return them with what must be said loudly at the end."""
    if arguments[:1] == [COVERAGE]:
        counted = [*PARALLEL, *coverage_options(), *(arguments[1:] or ["-m", "not browser"])]
        return [run_round("PostgreSQL and Redis", counted, environment)], ""
    if arguments:
        return [run_round("PostgreSQL and Redis", arguments, environment)], ""
    # One worker makes the first template while the other waits for it: time to make the second.
    template = [sys.executable, "-m", "tests.template"]
    with subprocess.Popen(template, cwd=ROOT, env=around(ON_SQLITE), stdout=subprocess.DEVNULL) as making:
        rounds = [run_round("PostgreSQL and Redis", ["-m", "not browser", *PARALLEL], environment)]
        making.wait()
    rounds.append(run_round("SQLite", [*on_both(), "-m", "both", *PARALLEL], ON_SQLITE))
    browser, message = browser_round(environment)
    return [*rounds, browser], message


def main(arguments: list[str]) -> int:
    """Start the servers, run the rounds, print the sum; return the exit code."""
    stop_on_signals()
    RESULTS.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    try:
        with Services() as services:
            starting = time.monotonic() - started
            rounds, message = run_all(arguments, services.environment)
    except ServiceError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    print(f"\n  {'Starting the servers':<24} {'':<44} {starting:6.1f} s")
    for each in rounds:
        print(each.line())
    print(f"  {'Everything':<24} {'':<44} {time.monotonic() - started:6.1f} s")
    if message:
        print(f"\n{message}\n")
    passed, failed, skipped = (
        sum(getattr(r, key) for r in rounds) for key in ("passed", "failed", "skipped")
    )
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
