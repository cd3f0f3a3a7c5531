# SPDX-License-Identifier: EUPL-1.2
"""`make check`: everything that can be held against the code without running a test.

The checks are independent of each other, so as many run at once as there are processors.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from tools.checks import repository, sizes
from tools.checks.files import ROOT

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@dataclass(frozen=True)
class Check:
    """One check: a program to run, or a function that yields problems."""

    name: str
    work: list[str] | Callable[[], Iterable[str]]


@dataclass(frozen=True)
class Outcome:
    """What came of a check."""

    name: str
    seconds: float
    passed: bool
    output: str


# The slow ones first, so that the quick ones fill the other processor.
CHECKS = (
    Check("types (mypy)", ["-m", "mypy"]),
    Check("Django: migrations, deployment, templates", ["-m", "tools.checks.project"]),
    Check("architecture (import-linter)", ["-c", LINT_IMPORTS]),
    Check("templates (djlint)", ["-m", "djlint", "templates", "--lint", "--quiet"]),
    Check("style (ruff check)", ["-m", "ruff", "check", "--quiet", "--output-format", "concise", "."]),
    Check("layout (ruff format)", ["-m", "ruff", "format", "--check", "--output-format", "concise", "."]),
    Check("sizes", sizes.problems),
    Check("licence headers", repository.licence_problems),
    Check("no package registries", repository.registry_problems),
    Check("no secrets", repository.secret_problems),
    Check("features name their tests", repository.feature_problems),
)


def run(check: Check, environment: dict[str, str]) -> Outcome:
    """Run one check."""
    started = time.monotonic()
    if callable(check.work):
        found = list(check.work())
        return Outcome(check.name, time.monotonic() - started, not found, "\n".join(found))
    done = subprocess.run(
        [sys.executable, *check.work],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        check=False,
    )
    return Outcome(check.name, time.monotonic() - started, done.returncode == 0, done.stdout.strip())


def report(outcome: Outcome) -> None:
    """Print one line, and what is wrong below it."""
    print(f"{'ok  ' if outcome.passed else 'FAIL'} {outcome.name:<46} {outcome.seconds:6.1f} s", flush=True)
    if not outcome.passed:
        print("\n".join(f"       {line}" for line in outcome.output.splitlines()), flush=True)


def main(wanted: list[str]) -> int:
    """Run all checks, or those whose name holds one of the words given; return the exit code."""
    started = time.monotonic()
    checks = [check for check in CHECKS if not wanted or any(word in check.name for word in wanted)]
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max(2, os.cpu_count() or 2)) as pool:
        # The type checker reads the settings, and those make a data folder: not the real one.
        environment = {**os.environ, "DATA_DIR": folder, "PORTAL_MODE": "embedded", "NO_COLOR": "1"}
        futures: list[Future[Outcome]] = [pool.submit(run, check, environment) for check in checks]
        outcomes = []
        for future in as_completed(futures):
            outcomes.append(future.result())
            report(outcomes[-1])
    failed = [outcome for outcome in outcomes if not outcome.passed]
    print(
        f"\n{len(outcomes) - len(failed)} passed, {len(failed)} failed in {time.monotonic() - started:.1f} s"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
