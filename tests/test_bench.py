# SPDX-License-Identifier: EUPL-1.2
"""The tools that measure and audit: what they send, count and pass on."""

import os
import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tools.audit import proxy
from tools.bench import GOALS, Measured, table, weights
from tools.benchmark.load import Request, Unexpected, cost, send_all
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
    """Ten requests are ten requests, and their cost is a number of CPU-milliseconds."""
    spent = cost(server, [Request(f"/{number}/") for number in range(10)], lambda: [os.getpid()])
    assert sorted(Echo.seen) == sorted(f"/{number}/" for number in range(10))
    assert spent >= 0


def test_another_status_than_expected_ends_the_measurement(server):
    """A page that is not there would be cheap; it must not count."""
    with pytest.raises(Unexpected, match="404"):
        send_all(server, [Request("/weg/")])


def test_bench_makes_a_table_of_every_goal():
    """Each goal has a row with both scales, the queries and the goal beside it."""
    figures = Measured(1000, dict.fromkeys(GOALS, 12.34), dict.fromkeys(GOALS, 5), 200.0, 1.02, 0.5)
    text = table(figures, figures)
    for label, goal, most in GOALS.values():
        assert f"| {label} | 12.3 | 12.3 | ≤ {goal:g} | 5 | ≤ {most} |" in text
    assert "+2.0 %" in text


def test_the_weight_of_a_page_stays_under_its_goals():
    """Style, script and icons, compressed, against the goals of P13."""
    weight = weights()
    assert weight["css"] <= 13
    assert weight["js"] <= 8
    assert weight["sprite"] <= 5
    assert sum(weight.values()) + 11 <= 90, "with the heaviest page"


def test_audit_proxy_tells_the_portal_how_a_request_came_in(server):
    """The proxy of the audit passes on address and host, and says that it was plain http."""
    port = free_port()
    with proxy(server, port, None):
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/a/?b=1", headers={"Host": "portaal.example"})
        assert connection.getresponse().read() == b"/a/?b=1 http portaal.example"
        connection.close()
