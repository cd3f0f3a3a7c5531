# SPDX-License-Identifier: EUPL-1.2
"""The tools that measure and audit: what they send, count and pass on."""

import os
import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tools import audit
from tools.audit import proxy
from tools.bench import weights
from tools.benchmark.goals import COSTS, REASONS, SPEEDS, WEIGHTS
from tools.benchmark.load import Request, Unexpected, costs_in_turn, send_all, times_in_turn
from tools.benchmark.report import Measured, Page
from tools.services import free_port


class Echo(BaseHTTPRequestHandler):
    """Answers with the address and the scheme it was told; counts."""

    seen: list[str] = []

    def do_GET(self):
        """Answer one request."""
        self.seen.append(self.path)
        body = f"{self.path} {self.headers.get('X-Forwarded-Proto')} {self.headers.get('Host')}".encode()
        self.send_response(404 if self.path == "/weg/" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Stay quiet."""


@pytest.fixture
def server():
    """A small web server in this process."""
    Echo.seen = []
    made = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made.server_port
    made.shutdown()
    made.server_close()


def test_a_measurement_sends_each_request_once(server):
    """Ten requests and four are fourteen, in turn; the cost of each is a number of CPU-milliseconds."""
    ours = [Request(f"/{number}/") for number in range(10)]
    theirs = [Request(f"/ref/{number}/") for number in range(4)]
    pids = lambda: [os.getpid()]  # noqa: E731
    spent = costs_in_turn([(server, ours, pids), (server, theirs, pids)], 2)
    assert sorted(Echo.seen) == sorted(one.path for one in (*ours, *theirs))
    assert {one.startswith("/ref/") for one in Echo.seen[:5]} == {False}
    assert {one.startswith("/ref/") for one in Echo.seen[5:7]} == {True}
    assert min(spent) >= 0


def test_another_status_than_expected_ends_the_measurement(server):
    """A page that is not there would be cheap; it must not count."""
    with pytest.raises(Unexpected, match="404"):
        send_all(server, [Request("/weg/")])


def test_a_time_is_a_median_and_comes_with_its_size(server):
    """How long an answer takes and how large it is, of several in turn; another status ends it."""
    (one, size), (other, _) = times_in_turn([(server, Request("/a/")), (server, Request("/b/"))], 3)
    assert (one > 0, other > 0, Echo.seen) == (True, True, ["/a/", "/b/"] * 3)
    assert size == len(b"/a/ None 127.0.0.1:") + len(str(server))
    with pytest.raises(Unexpected, match="404"):
        times_in_turn([(server, Request("/weg/"))], 1)


def figures(**changed):
    """The figures of one scale, all of them well within their goals."""
    values = {
        "ratios": dict.fromkeys(COSTS, 3.44),
        "queries": dict.fromkeys({**COSTS, **SPEEDS}, 0),
        "times": dict.fromkeys(SPEEDS, 10.0),
        "sizes": dict.fromkeys(SPEEDS, 20_000),
        "zipped": {"home": 9.0},
        "bulk": {"copies_a_second": 2000.0, "index_ms": 1.0, "similar_ms": 60.0},
        "memory": 200.0, "growth": 1.02, "requests": 10, "ref_ms": 0.5,
    }  # fmt: skip
    return Measured(1000, **{**values, **changed})


def test_bench_makes_a_table_of_every_goal(monkeypatch):
    """Each goal has a row with its figures beside it; what is missed is said, with the reason."""
    good = figures()
    text = Page(good, good, good, weights(9)).text()
    assert "missed" not in text
    for cost_goal in COSTS.values():
        row = f"| {cost_goal.label} | 3.4 | 3.4 | ≤ {cost_goal.times:g} | 0 | ≤ {cost_goal.queries} |  |"
        assert row in text
    for speed in SPEEDS.values():
        assert f"| {speed.label} | 10.0 ms | 10.0 ms |" in text
    for part in (
        "P11 copies",
        "P11 index",
        "Similar to a report",
        "P13 css",
        "P13 cold",
        "P14 memory",
        "P14 growth",
    ):
        assert f"| {part}" in text
    monkeypatch.setitem(REASONS, "P14 memory of two workers", "Known.")
    bad = figures(
        times=dict.fromkeys(SPEEDS, 200.0), sizes=dict.fromkeys(SPEEDS, 400_000), memory=300.0, growth=1.2
    )
    text = Page(good, good, bad, weights(9)).text()
    missed = text.partition("## Missed, and why")[2]
    assert all(f"- {speed.label}: " in missed for speed in SPEEDS.values())
    assert "- P14 memory of two workers: Known." in missed
    assert "- P14 growth over 10 requests: not looked into yet." in missed
    assert "P1 " not in missed


def test_the_weight_of_a_page_stays_under_its_goals():
    """Style, script, icons and fonts with the heaviest page, compressed, against the goals of P13."""
    assert [name for name, size in weights(WEIGHTS["html"]).items() if size > WEIGHTS[name]] == []


def test_audit_proxy_tells_the_portal_how_a_request_came_in(server):
    """The proxy of the audit passes on address and host, and says that it was plain http."""
    port = free_port()
    with proxy(server, port, None):
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/a/?b=1", headers={"Host": "portaal.example"})
        assert connection.getresponse().read() == b"/a/?b=1 http portaal.example"
        connection.close()


def test_audit_looks_at_every_kind_of_page(monkeypatch):
    """All at the top of the site, and two of what stands below each, so that no kind of page is left out."""
    places = {
        "/sitemap.xml": ["/sitemap-vast-0.xml", "/sitemap-dossiers-0.xml"],
        "/sitemap-vast-0.xml": ["/privacy/", "/desk/casussen/", "/desk/regels/"],
        "/sitemap-dossiers-0.xml": ["/desk/casussen/a/", "/desk/casussen/b/", "/desk/casussen/c/"],
    }

    def read(_port: int, _host: str, path: str) -> bytes:
        return "".join(f"<loc>https://portaal.example{place}</loc>" for place in places[path]).encode()

    monkeypatch.setattr(audit, "read", read)
    found = audit.addresses(0, "portaal.example")
    expected = ["/privacy/", "/desk/casussen/", "/desk/regels/", "/desk/casussen/a/", "/desk/casussen/b/"]
    assert found == [*audit.UNLISTED, *expected]
