# SPDX-License-Identifier: EUPL-1.2
"""A production installation of the portal on private servers, to measure and to audit."""

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg

from tools.benchmark.load import Request, send_all
from tools.processes import ROOT, start, stop
from tools.services import Services, free_port

HOST = "portaal.example"
SECURE = {"Host": HOST, "X-Forwarded-Proto": "https", "Accept-Encoding": "identity"}
PORTAL = "portal.wsgi"
WORKERS = ("--worker-class", "gthread", "--workers", "2", "--threads", "4", "--log-level", "warning")


@contextmanager
def database(services: Services) -> Iterator[str]:
    """Give a new, empty database on the private server, and drop it afterwards."""
    url, name = services.environment["TEST_DATABASE_URL"], f"aln_bench_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE \"{name}\" ENCODING 'UTF8' TEMPLATE template0")
    try:
        yield urlsplit(url)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def environment(address: str, redis: str, folder: str, host: str = HOST) -> dict[str, str]:
    """Return the variables of a production installation that answers to this host name."""
    return {
        **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}},
        "PORTAL_MODE": "production",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "LINK_KEY": secrets.token_urlsafe(48),
        "ALLOWED_HOSTS": f"{host},{HOST}",
        "BASE_URL": f"https://{host}",
        "DATABASE_URL": address,
        "REDIS_URL": redis,
        "EMAIL_URL": "dummymail://",
        "DATA_DIR": folder,
        "STATIC_ROOT": f"{folder}/static",
        "TRUSTED_PROXY_COUNT": "1",
        "LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "PYTHONPATH": str(ROOT),
    }


def manage(settings: dict[str, str], *arguments: str) -> None:
    """Run a management command, quietly."""
    subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=settings, check=True, capture_output=True
    )


@contextmanager
def serving(module: str, settings: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Run gunicorn for a WSGI module. Gives its port and process id when it answers."""
    port = free_port()
    config = ("--config", "deploy/gunicorn.conf.py") if module == PORTAL else ()
    process = start(
        [sys.executable, "-m", "gunicorn", *config, *WORKERS, "-b", f"127.0.0.1:{port}", module],
        cwd=ROOT,
        env=settings,
    )
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                send_all(port, [Request("/gezondheid/", headers=SECURE, expect=(200, 404))] * 8)
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
        yield port, process.pid
    finally:
        stop(process)
