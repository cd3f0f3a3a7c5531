# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: what the portal costs, as ratios to REF, on PostgreSQL and Redis in production settings.

CPU-milliseconds per request over the whole process tree (web, database, Redis), a fixed number of
requests, alternating with REF, median of the rounds. Prints a table; `--write` keeps it in docs/metingen.md.
"""

import argparse
import datetime
import gzip
import json
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tools.benchmark.load import Request, cost, memory, send_all
from tools.installation import HOST, SECURE, database, environment, manage, serving
from tools.processes import ROOT
from tools.services import Services, stop_on_signals

ROUNDS = 5
REQUESTS = 60
REF_REQUESTS = 400
SENDS = 40
GOALS: dict[str, tuple[str, float, int]] = {
    "case": ("P1 published case", 35, 12),
    "tool": ("P1 toolbox item, 15 steps", 35, 12),
    "home": ("P2 home", 50, 16),
    "theme": ("P2 theme", 50, 16),
    "desk_landing": ("P2 landing of the desk", 50, 16),
    "cases": ("P2 list of cases", 50, 16),
    "home_kept": ("P3 home, from the page cache in Redis", 3.5, 0),
    "search": ("P6 search, one word", 50, 16),
    "queue": ("P8 team's queue, 25 rows", 60, 14),
    "send": ("P7 sending a report", 50, 15),
}


@dataclass
class Measured:
    """The figures of one scale."""

    dossiers: int
    ratios: dict[str, float] = field(default_factory=dict)
    queries: dict[str, int] = field(default_factory=dict)
    memory: float = 0.0
    growth: float = 0.0
    ref_ms: float = 0.0


def requests_for(name: str, material: dict[str, Any], number: int) -> list[Request]:
    """Return the requests of one measurement."""
    session, csrf = material["cookies"]
    if name == "send":
        token = "a" * 32
        chosen = [material["drafts"].pop() for _ in range(SENDS // ROUNDS)]
        return [
            Request(
                "/ruimte-in-de-regels/melden/4/",
                "POST",
                {
                    **SECURE,
                    "Cookie": f"{session}={key}; {csrf}={token}",
                    "Referer": f"https://{HOST}/",
                    "X-Forwarded-For": f"10.{place % 250}.{number}.1",
                    "Content-Type": "application/x-www-form-urlencoded",
                },
                urlencode({"privacy": "on", "csrfmiddlewaretoken": token}).encode(),
                expect=(302,),
            )
            for place, key in enumerate(chosen)
        ]
    headers = {**SECURE, **({"Cookie": f"{session}={material['session']}"} if name == "queue" else {})}
    return [Request(material["paths"][name], headers=headers)] * REQUESTS


def measure(services: Services, scale: int) -> Measured:
    """Fill a database with `scale` reports and measure every page against REF."""
    with tempfile.TemporaryDirectory() as folder, database(services) as address:
        settings = environment(address, services.environment["TEST_REDIS_URL"], folder)
        manage(settings, "migrate")
        manage(settings, "sync_roles")
        manage(settings, "collectstatic", "--noinput")
        command = [sys.executable, "-m", "tools.benchmark.material", str(scale), str(SENDS)]
        done = subprocess.run(command, cwd=ROOT, env=settings, check=True, capture_output=True, text=True)
        material = json.loads(done.stdout.splitlines()[-1])
        result = Measured(material["dossiers"], queries=material["queries"])
        with (
            serving("portal.wsgi", settings) as (port, web),
            serving("tools.benchmark.reference", settings) as ref,
        ):
            servers = [web, *(process.pid for process, _ in services.processes)]
            rounds(result, material, (port, servers), ref)
            result.memory = memory([web])
            send_all(port, requests_for("case", material, 0) * 35)
            result.growth = memory([web]) / result.memory
    return result


def rounds(
    result: Measured, material: dict[str, Any], portal: tuple[int, list[int]], ref: tuple[int, int]
) -> None:
    """Measure every page in turn with REF beside it, and keep the medians of the ratios."""
    port, servers = portal
    ratios: dict[str, list[float]] = {name: [] for name in GOALS}
    costs = []
    for name in GOALS:
        if name != "send":
            send_all(port, requests_for(name, material, 0)[:20])  # warm
    for number in range(ROUNDS):
        for name in GOALS:
            bare = cost(ref[0], [Request("/", headers=SECURE)] * REF_REQUESTS, lambda: [ref[1]])
            costs.append(bare)
            spent = cost(port, requests_for(name, material, number), lambda: servers)
            ratios[name].append(spent / bare)
    result.ratios = {name: statistics.median(values) for name, values in ratios.items()}
    result.ref_ms = statistics.median(costs)


def weights() -> dict[str, float]:
    """Return the weight of what a page brings, in kB compressed."""
    static = ROOT / "static"

    def zipped(*names: str) -> float:
        return sum(len(gzip.compress((static / name).read_bytes(), 9)) for name in names) / 1000

    fonts = sum(path.stat().st_size for path in (static / "fonts").glob("*.woff2")) / 1000
    return {
        "css": zipped("css/site.css"),
        "js": zipped("js/site.js"),
        "sprite": zipped("img/icons.svg"),
        "fonts": fonts,
    }


def table(small: Measured, large: Measured) -> str:
    """Return the figures as a table for docs/metingen.md."""
    lines = [
        f"| What | × REF at {small.dossiers} | × REF at {large.dossiers} | Goal | SQL | Goal |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, (label, goal, most) in GOALS.items():
        lines.append(
            f"| {label} | {small.ratios[name]:.1f} | {large.ratios[name]:.1f} | ≤ {goal:g} "
            f"| {large.queries[name]} | ≤ {most} |"
        )
    weight = weights()
    lines += [
        "",
        f"REF cost {large.ref_ms:.2f} CPU-ms. Two workers took {large.memory:.0f} MB (PSS; goal ≤ 230), "
        f"{(large.growth - 1) * 100:+.1f} % after {REQUESTS * 35} further requests (goal ≤ 10 %).",
        "",
        "Weight, compressed: "
        + ", ".join(f"{name} {size:.1f} kB" for name, size in weight.items())
        + " (goals: css ≤ 13, js ≤ 8, sprite ≤ 5, all with fonts ≤ 90).",
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure at two scales and print the table."""
    parser = argparse.ArgumentParser(description="Measure what the portal costs.")
    parser.add_argument("--small", type=int, default=1_000)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument("--write", action="store_true", help="keep the table in docs/metingen.md")
    options = parser.parse_args()
    stop_on_signals()
    with Services() as services:
        figures = table(measure(services, options.small), measure(services, options.large))
    print(figures)
    if options.write:
        keep(figures)
    return 0


def keep(figures: str) -> None:
    """Write the table, with the date, in docs/metingen.md."""
    page = Path(ROOT / "docs" / "metingen.md")
    today = datetime.datetime.now(datetime.UTC).date()
    page.write_text(
        "# Measurements\n\n"
        "Made by `make bench`: CPU-milliseconds per request over web server, PostgreSQL and Redis\n"
        "together, divided by REF, a bare Django view of 20 kB on the same machine in the same minute;\n"
        "median of five rounds. Only the ratios mean anything on another machine.\n\n"
        f"Date: {today}.\n\n{figures}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
