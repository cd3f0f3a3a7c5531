# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: what the portal costs, as ratios to REF, on PostgreSQL and Redis in production settings.

CPU-milliseconds per request over the whole process tree (web, database, Redis), a fixed number of
requests, alternating with REF, median of the rounds; and how long an answer takes at three scales. Prints a
page; `--write` keeps it in docs/metingen.md.
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
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tools.benchmark.goals import COSTS, SPEEDS, needs_team
from tools.benchmark.load import Request, cost, median_time, memory, send_all
from tools.benchmark.report import Measured, Page
from tools.installation import HOST, SECURE, database, environment, manage, serving
from tools.processes import ROOT
from tools.services import Services, stop_on_signals

ROUNDS = 5
REQUESTS = 60
REF_REQUESTS = 400
SENDS = 200
TIMES = 31
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


def measure(services: Services, scale: int, *, turns: int = 0, many: int = 0) -> Measured:
    """Fill a database to `scale` dossiers, and measure every page.

    Args:
        services: PostgreSQL and Redis.
        scale: how many dossiers at least.
        turns: rounds of what a page costs beside REF; none measures only how long it takes.
        many: requests between two looks at the memory.
    """
    with tempfile.TemporaryDirectory() as folder, database(services) as address:
        settings = environment(address, services.environment["TEST_REDIS_URL"], folder)
        manage(settings, "migrate")
        manage(settings, "sync_roles")
        manage(settings, "collectstatic", "--noinput")
        command = [sys.executable, "-m", "tools.benchmark.material", str(scale), str(SENDS)]
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
            if turns:
                rounds(result, material, (port, servers, ref), turns)
            times(result, material, port)
            result.memory = memory([web])
            send_all(port, (requests_for("case", material, 0) * (many // REQUESTS + 1))[:many])
            result.growth, result.requests = memory([web]) / result.memory, many
    return result


def rounds(
    result: Measured, material: dict[str, Any], served: tuple[int, list[int], tuple[int, int]], turns: int
) -> None:
    """Measure every page in turn with REF beside it, and keep the medians of the ratios."""
    port, servers, ref = served
    ratios: dict[str, list[float]] = {name: [] for name in COSTS}
    costs = []
    for name in COSTS:
        if name != "send":
            send_all(port, requests_for(name, material, 0)[:20])  # warm
    for number in range(turns):
        for name in COSTS:
            bare = cost(ref[0], [Request("/", headers=SECURE)] * REF_REQUESTS, lambda: [ref[1]])
            costs.append(bare)
            spent = cost(port, requests_for(name, material, number), lambda: servers)
            ratios[name].append(spent / bare)
    result.ratios = {name: statistics.median(values) for name, values in ratios.items()}
    result.ref_ms = statistics.median(costs)


def times(result: Measured, material: dict[str, Any], port: int) -> None:
    """Measure how long each page takes, one request after the other, and how large it is."""
    for name in SPEEDS:
        asked = requests_for(name, material, 0)[0]
        median_time(port, asked, 5)  # warm
        result.times[name], result.sizes[name] = median_time(port, asked, TIMES)
    for name in (*COSTS, *SPEEDS):
        if name == "send" or name.startswith("sitemap") or needs_team(name):
            continue
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", material["paths"][name], headers=SECURE)
        result.zipped[name] = len(gzip.compress(connection.getresponse().read(), 6)) / 1000
        connection.close()


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
    with Services() as services:
        small = measure(services, options.small, turns=options.rounds)
        middle = measure(services, options.middle)
        large = measure(services, options.large, turns=options.rounds, many=options.many)
    figures = Page(small, middle, large, weights(max(large.zipped.values()))).text()
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
        "median of five rounds. Only the ratios mean anything on another machine. A time is the median of\n"
        "thirty-one requests after each other, pages kept by the cache left out but for P3.\n\n"
        f"Date: {today}.\n\n{figures}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
