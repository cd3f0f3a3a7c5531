# SPDX-License-Identifier: EUPL-1.2
"""`make audit`: the public pages under the checkers of others: Nu, html-validate, Lighthouse, Observatory.

Needs Node, Java and Chromium; not part of `make test`. The portal runs in production settings behind a
TLS proxy of our own with a certificate made for the occasion, because the Observatory asks for https.
"""

import argparse
import json
import os
import re
import shutil
import ssl
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tools.installation import database, environment, manage, serving
from tools.processes import ROOT
from tools.services import ServiceError, Services, free_port, stop_on_signals

PACKAGES = (
    "lighthouse@12.8.2",
    "vnu-jar@26.9.27",
    "html-validate@10.17.0",
    "@mdn/mdn-http-observatory@1.4.8",
)
FOLDER = ROOT / "var" / "audit"
LOCATION = re.compile(r"<loc>https?://[^/]+(/[^<]*)</loc>")
UNLISTED = ("/", "/ruimte-in-de-regels/melden/", "/zoeken/", "/zoeken/?q=stage", "/account/login/")
"""Pages that the map of the site does not name, or not first."""
LIGHTHOUSE = {
    "home": "/",
    "article": "/artikelen/",
    "case": "/ruimte-in-de-regels/casussen/",
    "register": "/koplopers/overzicht/",
    "search": "/zoeken/",
    "form": "/ruimte-in-de-regels/melden/",
}
"""What Lighthouse looks at. What somebody found is not meant for search engines, so the search is empty."""
BELOW = ("article", "case")
"""Of these, the first that stands below the address."""
BROWSER = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --ignore-certificate-errors "
    "--disable-background-networking --disable-component-update --disable-sync"
)
OBSERVE = """
import { scan } from '@mdn/mdn-http-observatory';
const result = await scan(process.argv[2]);
const failed = Object.values(result.tests).filter((test) => !test.pass).map((test) => test.name);
console.log(JSON.stringify({ ...result.scan, failed }));
process.exit(0);
"""


def need(program: str) -> str:
    """Return the path of a program. Raises ServiceError when the machine has none."""
    found = shutil.which(program)
    if found is None:
        raise ServiceError(f"make audit needs {program}, which is not on this machine.")
    return found


def install() -> None:
    """Put the checkers in var/audit, in exact versions and without running their install scripts."""
    stamp = FOLDER / "packages.txt"
    if stamp.exists() and stamp.read_text() == "\n".join(PACKAGES):
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "package.json").write_text('{"private": true, "type": "module"}')
    command = [
        need("npm"),
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-package-lock",
        *PACKAGES,
    ]
    subprocess.run(command, cwd=FOLDER, check=True, env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"})
    lists = FOLDER / "node_modules/@mdn/mdn-http-observatory/conf"
    # Lists that the package downloads when it is installed: which sites are preloaded, and the top domains.
    (lists / "hsts-preload.json").write_text("{}")
    (lists / "tld-list.json").write_text('["NL"]')
    (FOLDER / "observe.mjs").write_text(OBSERVE)
    stamp.write_text("\n".join(PACKAGES))


class Proxy(BaseHTTPRequestHandler):
    """Passes requests on to the portal, and tells it how they came in."""

    upstream = 0
    scheme = "https"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Pass one request on."""
        connection = HTTPConnection("127.0.0.1", self.upstream, timeout=60)
        names = ("Accept", "Accept-Encoding", "Accept-Language", "Cookie", "User-Agent")
        headers = {name: self.headers[name] for name in names if self.headers.get(name)}
        headers |= {"Host": self.headers["Host"], "X-Forwarded-Proto": self.scheme}
        connection.request(self.command, self.path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in {"connection", "transfer-encoding", "content-length"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        connection.close()

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Stay quiet."""


@contextmanager
def proxy(upstream: int, port: int, certificate: Path | None) -> Iterator[None]:
    """Listen on a port, with TLS when there is a certificate."""
    scheme = "https" if certificate else "http"
    handler = type("Handler", (Proxy,), {"upstream": upstream, "scheme": scheme})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()


def self_signed(folder: Path) -> Path:
    """Make a certificate for localhost. Returns the file with certificate and key."""
    path = folder / "localhost.pem"
    command = [
        need("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
        "-keyout", str(path), "-out", str(path) + ".crt",
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    path.write_text(path.read_text() + Path(str(path) + ".crt").read_text())
    return path


def read(port: int, host: str, path: str) -> bytes:
    """Return what the portal answers to an address."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Host": host, "X-Forwarded-Proto": "https"})
    return connection.getresponse().read()


def addresses(port: int, host: str) -> list[str]:
    """Return what is looked at: all at the top of the site, and the first two of what stands below each."""
    below: dict[str, list[str]] = {}
    for part in LOCATION.findall(read(port, host, "/sitemap.xml").decode()):
        for path in LOCATION.findall(read(port, host, part).decode()):
            below.setdefault(path.rstrip("/").rpartition("/")[0], []).append(path)
    top = below.pop("", [])
    firsts = [path for found in below.values() for path in found[:2]]
    return list(dict.fromkeys([*UNLISTED, *top, *firsts]))


def fetch(port: int, host: str, folder: Path, paths: list[str]) -> list[Path]:
    """Save every page as a file. Returns the files."""
    files = []
    for path in paths:
        name = re.sub(r"[^a-z0-9]+", "-", path).strip("-") or "home"
        file = folder / f"{name}.html"
        file.write_bytes(read(port, host, path))
        files.append(file)
    return files


def nu(files: list[Path]) -> bool:
    """Run the Nu checker; say what it found."""
    jar = FOLDER / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = [need("java"), "-jar", str(jar), "--errors-only", "--format", "gnu", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(f"Nu: {len(done.stderr.splitlines())} errors on {len(files)} pages\n{done.stderr}".rstrip())
    return done.returncode == 0


def html_validate(files: list[Path]) -> bool:
    """Run html-validate; say what it found."""
    command = [
        "node_modules/.bin/html-validate",
        "--preset",
        "standard,a11y",
        "--formatter",
        "text",
        *map(str, files),
    ]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    print(f"html-validate: {len(done.stdout.splitlines())} findings\n{done.stdout}".rstrip())
    return done.returncode == 0


def lighthouse(base: str, paths: list[str], runs: int) -> bool:
    """Run Lighthouse as a phone; performance is the median of some runs, the rest must be 100."""
    good = True
    for name, begin in LIGHTHOUSE.items():
        below = [path for path in paths if path.startswith(begin) and path != begin]
        path = below[0] if below and name in BELOW else begin
        scores = [one_lighthouse(f"{base}{path}") for _ in range(runs)]
        median = {kind: statistics.median(score[kind] for score in scores) for kind in scores[0]}
        print(f"Lighthouse {name}: " + ", ".join(f"{kind} {value:.0f}" for kind, value in median.items()))
        good &= median.pop("performance") >= 95 and min(median.values()) >= 100
    return good


def one_lighthouse(url: str) -> dict[str, float]:
    """Return the scores of one run, from 0 to 100."""
    kinds = "performance,accessibility,best-practices,seo"
    command = [
        "node_modules/.bin/lighthouse", url, "--quiet", "--no-enable-error-reporting", "--output=json",
        "--output-path=stdout", f"--only-categories={kinds}", f"--chrome-flags={BROWSER}",
    ]  # fmt: skip
    chromium = os.environ.get("PLAYWRIGHT_CHROMIUM") or need("chromium")
    done = subprocess.run(
        command,
        cwd=FOLDER,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "CHROME_PATH": chromium},
    )
    report = json.loads(done.stdout)
    for audit in report["audits"].values():
        if audit.get("score") == 0 and audit.get("scoreDisplayMode") == "binary":
            print(f"    {url}: {audit['id']}")
    return {kind: (found["score"] or 0) * 100 for kind, found in report["categories"].items()}


def observatory(host: str, certificate: Path) -> bool:
    """Run the Observatory's rules on the headers."""
    trust = {**os.environ, "NODE_EXTRA_CA_CERTS": str(certificate) + ".crt"}
    done = subprocess.run(
        [need("node"), "observe.mjs", host],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        check=False,
        env=trust,
    )
    if done.returncode:
        print(f"Observatory: did not run\n{done.stderr[-600:]}")
        return False
    result = json.loads(done.stdout.splitlines()[-1])
    print(f"Observatory: {result['grade']} ({result['score']}); failed: {result['failed']}")
    return result["grade"] == "A+"


def main() -> int:
    """Run every checker on a production installation with demo content. Returns 1 when one found anything."""
    parser = argparse.ArgumentParser(description="Audit the public pages.")
    parser.add_argument("--runs", type=int, default=3, help="Lighthouse runs a page")
    options = parser.parse_args()
    stop_on_signals()
    install()
    secure = free_port()
    host = f"localhost:{secure}"
    with tempfile.TemporaryDirectory() as name, Services() as services, database(services) as address:
        folder = Path(name)
        settings = environment(address, services.environment["TEST_REDIS_URL"], name, "localhost")
        for command in (["migrate"], ["sync_roles"], ["collectstatic", "--noinput"]):
            manage(settings, *command)
        material = [sys.executable, "-m", "tools.benchmark.material", "0", "0"]  # texts and demo, no copies
        subprocess.run(material, cwd=ROOT, env=settings, check=True, stdout=subprocess.DEVNULL)
        certificate = self_signed(folder)
        with serving("portal.wsgi", settings) as (port, _), proxy(port, secure, certificate):
            paths = addresses(port, "localhost")
            files = fetch(port, "localhost", folder, paths)
            results = [nu(files), html_validate(files), lighthouse(f"https://{host}", paths, options.runs)]
            results.append(observatory(host, certificate))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
