# SPDX-License-Identifier: EUPL-1.2
"""Test databases from a migrated template.

Migrating takes ten seconds, copying a tenth of one. And a test that commits ends with a fresh copy
and not with Django's flush, which also removes what migrations put in: Wagtail's root page,
locale and collection, our regions and themes.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from psycopg import sql

from netwerk.models import SearchDocument, SearchWord
from portal import fingerprint
from tests.migrating import copied_fields

CACHE = fingerprint.ROOT / "var" / "test-templates"
KEPT = 4


def make_test_database(worker: str) -> "TestDatabase":
    """Return a fresh test database, connected; made from the template, which is made when absent."""
    kind = SqliteDatabase if connection.vendor == "sqlite" else PostgresDatabase
    database = kind(worker)
    database.make_template()
    database.restore()
    return database


def template_key() -> str:
    """Return a hash of everything that ends up in the template."""
    patterns = ("*/roles.py", "portal/starter/**/*.py", "tests/migrating.py")
    sources = [path for pattern in patterns for path in fingerprint.ROOT.glob(pattern)]
    parts = [fingerprint.migrations_fingerprint(), *(path.read_text() for path in sorted(sources))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:20]


def fill() -> None:
    """Bring the connected, empty database in the state every test starts from."""
    with copied_fields():
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("sync_roles", verbosity=0)
    # The pages that a new portal starts with: making them takes two seconds, which no test should repeat.
    call_command("load_starter_content", verbosity=0)
    SearchDocument.objects.all().delete()
    SearchWord.objects.all().delete()


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Let one process at a time make a template."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def forget_old(pattern: str) -> None:
    """Keep the newest few templates."""
    files = sorted(CACHE.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[KEPT:]:
        path.unlink(missing_ok=True)


class TestDatabase:
    """What both kinds have in common."""

    __test__ = False  # not a test case, whatever pytest thinks of the name

    def make_template(self) -> None:
        """Make the template when it is not there yet."""
        raise NotImplementedError

    def restore(self) -> None:
        """Put the database back in the state of the template."""
        raise NotImplementedError

    def remove(self) -> None:
        """Remove the database; the template stays."""
        raise NotImplementedError

    @staticmethod
    def use(name: str) -> None:
        """Let Django's connections, also those of threads still to come, use this database."""
        connections.close_all()
        settings.DATABASES["default"]["NAME"] = name
        connection.settings_dict["NAME"] = name


class SqliteDatabase(TestDatabase):
    """A file, so that threads and processes can be tested; the template is a file too."""

    def __init__(self, worker: str) -> None:
        self.path = Path(settings.DATA_DIR) / f"test{worker}.sqlite3"
        self.template = CACHE / f"{template_key()}.sqlite3"

    def make_template(self) -> None:
        """Migrate a new file, and give it its name only when it is complete."""
        with locked("sqlite"):
            if not self.template.exists():
                draft = self.template.with_suffix(".draft")
                draft.unlink(missing_ok=True)
                self.use(str(draft))
                fill()
                connections.close_all()
                with closing(sqlite3.connect(draft)) as file:
                    # One file without companions can be copied.
                    file.execute("PRAGMA journal_mode=DELETE")
                draft.rename(self.template)
                forget_old("*.sqlite3")

    def restore(self) -> None:
        """Copy the template page by page through SQLite, which keeps readers of other threads whole."""
        self.use(str(self.path))
        with closing(sqlite3.connect(self.template)) as source:
            with closing(sqlite3.connect(self.path, timeout=20)) as target:
                target.execute("PRAGMA journal_mode=WAL")
                source.backup(target)

    def remove(self) -> None:
        """Remove the file and its companions."""
        connections.close_all()
        for path in self.path.parent.glob(f"{self.path.name}*"):
            path.unlink()


class PostgresDatabase(TestDatabase):
    """`CREATE DATABASE … TEMPLATE …`: a tenth of a second.

    A private server starts empty, so the template is also kept as a dump beside the SQLite one.
    """

    def __init__(self, worker: str) -> None:
        config = settings.DATABASES["default"]
        self.maintenance = str(config["NAME"])
        self.template = f"aln_template_{template_key()}"
        self.name = f"aln_test_{os.getpid()}{worker}"
        self.dump = CACHE / f"{template_key()}.sql"
        self.connection_options = {
            "host": config["HOST"] or config.get("OPTIONS", {}).get("host"),
            "port": config["PORT"] or None,
            "user": config["USER"] or None,
            "password": config["PASSWORD"] or None,
        }

    def make_template(self) -> None:
        """Load the dump, or migrate and write it; the name is given when it is complete."""
        with locked("postgres"):
            if self._exists(self.template):
                return
            draft = f"{self.template}_draft"
            self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", draft)
            self._run("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0", draft)
            if not (self.dump.exists() and self._program("psql", draft, "-q", "-f", str(self.dump))):
                self.use(draft)
                fill()
                connections.close_all()
                self._write_dump(draft)
            self._run("ALTER DATABASE {} RENAME TO {}", draft, self.template)

    def _write_dump(self, name: str) -> None:
        partial = self.dump.with_suffix(".partial")
        if self._program("pg_dump", name, "--no-owner", "-f", str(partial)):
            partial.rename(self.dump)
            forget_old("*.sql")

    def _program(self, program: str, database: str, *arguments: str) -> bool:
        """Run one of PostgreSQL's programs; False when it is not there or does not succeed.

        Only for the private server: with another one its version may differ from the program's.
        """
        binaries = os.environ.get("TEST_POSTGRES_BIN")
        if not binaries:
            return False
        options = self.connection_options
        command = [f"{binaries}/{program}", "-h", options["host"], "-U", options["user"], "-d", database]
        if program == "psql":
            command += ["-X", "-v", "ON_ERROR_STOP=1", "--single-transaction"]
        try:
            done = subprocess.run([*command, *arguments], capture_output=True, check=False)
        except OSError:
            return False
        return done.returncode == 0

    def restore(self) -> None:
        """Replace the database by a copy of the template."""
        connections.close_all()
        self.remove()
        self._run("CREATE DATABASE {} TEMPLATE {}", self.name, self.template)
        self.use(self.name)

    def remove(self) -> None:
        """Remove the database, whoever is still connected to it."""
        connections.close_all()
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)

    def copy(self, name: str) -> str:
        """Make one more copy of the template, for a test that starts programs of its own.

        Returns its address; the caller drops it with `drop`.
        """
        self.drop(name)
        self._run("CREATE DATABASE {} TEMPLATE {}", name, self.template)
        return urlsplit(os.environ["TEST_DATABASE_URL"])._replace(path=f"/{name}").geturl()

    def drop(self, name: str) -> None:
        """Remove a copy."""
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _exists(self, name: str) -> bool:
        with self._maintenance() as server:
            return bool(server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone())

    def _run(self, statement: str, *names: str) -> None:
        with self._maintenance() as server:
            server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def _maintenance(self) -> "psycopg.Connection[tuple]":
        options = {key: value for key, value in self.connection_options.items() if value}
        return psycopg.connect(dbname=self.maintenance, autocommit=True, **options)
