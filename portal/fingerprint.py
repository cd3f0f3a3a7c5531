# SPDX-License-Identifier: EUPL-1.2
"""What was prepared in a data folder, so that a second start can skip it.

Without Django: `make run` decides with this whether Django must be started at all, and the tests
key their database templates with it.
"""

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATABASE = "portal.sqlite3"
STAMP = "prepared.json"
# The order of the apps and what is among them; the rest of the settings makes no tables.
INSTALLED_APPS = re.compile(r"^INSTALLED_APPS = \[.*?^\]", re.DOTALL | re.MULTILINE)


@dataclass
class Prepared:
    """The state of a data folder: for which code and address it was made, what is in its database."""

    migrations: str = ""
    code: str = ""
    address: str = ""
    applied: int = 0
    demo: bool = False


def app_folders() -> list[Path]:
    """Return the folders of our own apps."""
    return sorted(path.parent for path in ROOT.glob("*/apps.py"))


def migrations_fingerprint() -> str:
    """Return a hash of everything that decides what the tables look like."""
    files = [path for app in app_folders() for path in app.glob("**/migrations/*.py")]
    apps = INSTALLED_APPS.search((ROOT / "portal" / "settings.py").read_text())
    return _hash([*files, ROOT / "requirements.txt"], extra=apps[0] if apps else "")


def code_fingerprint() -> str:
    """Return a hash of all our code: roles, starter content and demo data come from anywhere in it."""
    files = [path for app in app_folders() for path in app.rglob("*") if path.is_file()]
    return _hash([path for path in files if "__pycache__" not in path.parts])


def _hash(files: Iterable[Path], extra: str = "") -> str:
    digest = hashlib.sha256(extra.encode())
    for path in sorted(files):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def read(data_dir: Path) -> Prepared:
    """Return what was prepared here; nothing when the database is not the one it was written for."""
    try:
        prepared = Prepared(**json.loads((data_dir / STAMP).read_text()))
    except (OSError, ValueError, TypeError):
        return Prepared()
    # A removed or restored database makes the stamp a lie.
    return prepared if prepared.applied == applied_migrations(data_dir) > 0 else Prepared()


def write(data_dir: Path, prepared: Prepared) -> None:
    """Remember what was prepared here."""
    prepared.applied = applied_migrations(data_dir)
    (data_dir / STAMP).write_text(json.dumps(asdict(prepared)))


def applied_migrations(data_dir: Path) -> int:
    """Return how many migrations the SQLite database of this folder has had; 0 without one."""
    path = data_dir / DATABASE
    if not path.exists():
        return 0
    try:
        connection = sqlite3.connect(path, timeout=20)
        try:
            return int(connection.execute("SELECT count(*) FROM django_migrations").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error:
        return 0


def current(address: str) -> Prepared:
    """Return what a data folder should be prepared for, with the code as it is now."""
    return Prepared(migrations_fingerprint(), code_fingerprint(), address.rstrip("/"))


def is_prepared(data_dir: Path, address: str, *, demo: bool = True) -> bool:
    """Tell whether this folder is ready for the code as it is now, at this address, with demo data or not."""
    was, now = read(data_dir), current(address)
    if demo and not was.demo:
        return False
    return (was.migrations, was.code, was.address) == (now.migrations, now.code, now.address)
