# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: what the portal costs, as ratios to REF, on PostgreSQL and Redis in production settings.

CPU-milliseconds per request over the whole process tree (web, database, Redis), a fixed number of
requests, alternating with REF, median of the rounds; and how long an answer takes, at three scales in
turn. Prints a page; `--write` keeps it in docs/metingen.md.
"""

import argparse
import datetime
import gzip
import http.client
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tools.benchmark.goals import COSTS, SPEEDS, needs_team
from tools.benchmark.load import Request, costs_in_turn, memory, send_all, times_in_turn
from tools.benchmark.report import Measured, Page
from tools.installation import HOST, SECURE, database, environment, manage, serving
from tools.processes import ROOT
from tools.services import Services, stop_on_signals

ROUNDS = 5
REQUESTS = 60
REF_REQUESTS = 400
SLICES = 4
"""In how many parts a page and REF are asked for in turn, each round."""
SENDS = 200
TIMES, WARM = 31, 5
MANY = 10_000
"""Requests after which the workers may not have grown (P14)."""


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
    headers = {**SECURE, **({"Cookie": f"{session}={material['session']}"} if needs_team(name) else {})}
    return [Request(material["paths"][name], headers=headers)] * REQUESTS


@dataclass
class Scale:
    """An installation with so many dossiers that answers requests, and its figures."""

    material: dict[str, Any]
    port: int
    web: int
    ref: tuple[int, int]
    servers: list[int]
    result: Measured


@contextmanager
def serving_scale(dossiers: int) -> Iterator[Scale]:
    """Fill a database of its own to so many dossiers at least, and serve it, with REF beside it."""
    with Services() as services, tempfile.TemporaryDirectory() as folder, database(services) as address:
        settings = environment(address, services.environment["TEST_REDIS_URL"], folder)
        manage(settings, "migrate")
        manage(settings, "sync_roles")
        manage(settings, "collectstatic", "--noinput")
        command = [sys.executable, "-m", "tools.benchmark.material", str(dossiers), str(SENDS)]
        done = subprocess.run(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True)
        if done.returncode:
            raise SystemExit("the material could not be made")
        material = json.loads(done.stdout.splitlines()[-1])
        result = Measured(material["dossiers"], queries=material["queries"], bulk=material["bulk"])
        with (
            serving("portal.wsgi", settings) as (port, web),
            serving("tools.benchmark.reference", settings) as ref,
        ):
            servers = [web, *(process.pid for process, _ in services.processes)]
            yield Scale(material, port, web, ref, servers, result)


def rounds(scale: Scale, turns: int) -> None:
    """Measure every page in turn with REF beside it, and keep the medians of the ratios."""
    ratios: dict[str, list[float]] = {name: [] for name in COSTS}
    costs = []
    for name in COSTS:
        if name != "send":
            send_all(scale.port, requests_for(name, scale.material, 0)[:20])  # warm
    for number in range(turns):
        for name in COSTS:
            page = (scale.port, requests_for(name, scale.material, number), lambda: scale.servers)
            ref = (scale.ref[0], [Request("/", headers=SECURE)] * REF_REQUESTS, lambda: [scale.ref[1]])
            spent, bare = costs_in_turn([page, ref], SLICES)
            costs.append(bare)
            ratios[name].append(spent / bare)
    scale.result.ratios = {name: statistics.median(values) for name, values in ratios.items()}
    scale.result.ref_ms = statistics.median(costs)


def times(scales: Sequence[Scale]) -> None:
    """Measure how long each page takes and how large it is, of each scale in turn.

    What else the machine does meanwhile, all scales then suffer alike.
    """
    for name in SPEEDS:
        asked = [(scale.port, requests_for(name, scale.material, 0)[0]) for scale in scales]
        times_in_turn(asked, WARM)
        for scale, (taken, size) in zip(scales, times_in_turn(asked, TIMES), strict=True):
            scale.result.times[name], scale.result.sizes[name] = taken, size


def zipped(scale: Scale) -> dict[str, float]:
    """Return the weight of each public page, in kB compressed."""
    found = {}
    for name in (*COSTS, *SPEEDS):
        if name == "send" or name.startswith("sitemap") or needs_team(name):
            continue
        connection = http.client.HTTPConnection("127.0.0.1", scale.port, timeout=60)
        connection.request("GET", scale.material["paths"][name], headers=SECURE)
        found[name] = len(gzip.compress(connection.getresponse().read(), 6)) / 1000
        connection.close()
    return found


def remember(scale: Scale, many: int) -> None:
    """Measure the memory of the workers, now and after so many requests more."""
    result = scale.result
    result.memory = memory([scale.web])
    send_all(scale.port, (requests_for("case", scale.material, 0) * (many // REQUESTS + 1))[:many])
    result.growth, result.requests = memory([scale.web]) / result.memory, many


def weights(html: float) -> dict[str, float]:
    """Return the weight of what a first visit brings, in kB compressed, with so much HTML."""
    static = ROOT / "static"

    def zipped(*names: str) -> float:
        return sum(len(gzip.compress((static / name).read_bytes(), 9)) for name in names) / 1000

    fonts = sum(path.stat().st_size for path in (static / "fonts").glob("*.woff2")) / 1000
    parts = {"css": zipped("css/site.css"), "js": zipped("js/site.js"), "sprite": zipped("img/icons.svg")}
    return {
        **parts,
        "cold without fonts": sum(parts.values()) + html,
        "cold": sum(parts.values()) + html + fonts,
    }


def main() -> int:
    """Measure at three scales and print the page."""
    parser = argparse.ArgumentParser(description="Measure what the portal costs.")
    parser.add_argument("--small", type=int, default=1_000)
    parser.add_argument("--middle", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"at most {ROUNDS}; fewer is rougher")
    parser.add_argument("--many", type=int, default=MANY, help="requests between two looks at the memory")
    parser.add_argument("--write", action="store_true", help="keep the table in docs/metingen.md")
    options = parser.parse_args()
    stop_on_signals()
    with ExitStack() as stack:
        scales = [
            stack.enter_context(serving_scale(number))
            for number in (options.small, options.middle, options.large)
        ]
        small, middle, large = scales
        for scale in (small, large):
            rounds(scale, options.rounds)
        times(scales)
        large.result.zipped = zipped(large)
        remember(large, options.many)
        heaviest = max(large.result.zipped.values())
    figures = Page(small.result, middle.result, large.result, weights(heaviest)).text()
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
        "together, divided by REF, a bare Django view of 20 kB that is asked in turn with the page; median\n"
        "of five rounds. Only the ratios mean anything on another machine. A time is the median of\n"
        "thirty-one requests, asked of the three scales in turn; pages kept by the cache left out but\n"
        "for P3.\n\n"
        f"Date: {today}.\n\n{figures}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
