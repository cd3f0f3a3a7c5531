# SPDX-License-Identifier: EUPL-1.2
"""Which files the checks look at."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("portal", "netwerk", "koplopers", "ruimte_in_de_regels", "actieleren", "tools")
NOT_OURS = {".git", ".venv", "var", "data", "staticfiles", "node_modules", "__pycache__"}
LARGEST = 2_000_000


def committed() -> list[Path]:
    """Return every file that is, or would be, in the repository."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        # A source archive, or a folder of another user that git does not want to look into.
        return sorted(path for path in ROOT.rglob("*") if path.is_file() and _ours(path))
    return sorted(path for name in listing.split("\0") if name and (path := ROOT / name).is_file())


def _ours(path: Path) -> bool:
    return not NOT_OURS.intersection(path.relative_to(ROOT).parts)


def texts() -> Iterator[tuple[Path, str]]:
    """Yield every committed text file with its content."""
    for path in committed():
        if path.stat().st_size > LARGEST:
            continue
        raw = path.read_bytes()
        if b"\0" not in raw[:4096]:
            yield path, raw.decode("utf-8", "replace")


def python_files(*, with_tests: bool) -> Iterator[Path]:
    """Yield our Python files, migrations left out: those are written by Django."""
    folders = (*PACKAGES, "deploy", *(("tests",) if with_tests else ()))
    for path in committed():
        relative = path.relative_to(ROOT)
        if path.suffix == ".py" and "migrations" not in relative.parts:
            if relative.parts[0] in folders or len(relative.parts) == 1:
                yield path


def templates(suffix: str = ".html") -> Iterator[Path]:
    """Yield our templates."""
    for path in committed():
        if path.suffix == suffix and path.relative_to(ROOT).parts[0] == "templates":
            yield path


def syntax_tree(path: Path) -> ast.Module | str:
    """Return the parsed file, or the sentence that says why it cannot be parsed."""
    try:
        return ast.parse(path.read_text())
    except SyntaxError as error:
        return f"{shown(path)}:{error.lineno}: {error.msg}"


def shown(path: Path) -> str:
    """Return a path as people write it."""
    return str(path.relative_to(ROOT))
