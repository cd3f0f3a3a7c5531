# SPDX-License-Identifier: EUPL-1.2
"""What may and what must be in a committed file."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.checks.files import ROOT, python_files, shown, syntax_tree, texts

HEADER = "# SPDX-License-Identifier: EUPL-1.2"
FEATURES = ROOT / "docs" / "features.md"
NAMED_TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")

# Where packages come from is the business of the machine that installs them, not of the source.
REGISTRY = (
    (re.compile(r"(?:index|find)[-_](?:url|links)\s*[=: ]\s*\S*(?:://|/)"), "names a package index"),
    (re.compile(r"https?://[^\s\"'`]*/simple/?(?=[\s\"'`]|$)"), "names a package index"),
    (re.compile(r"\"resolved\":\s*\"https?:"), "names a package registry"),
    (re.compile(r"\bregistry\s*[=:]\s*[\"']?https?:"), "names a package registry"),
    (re.compile(r"^\s*(?:FROM|image:)\s+[\w-]+(?:\.[\w-]+)+(?::\d+)?/", re.M), "names an image registry"),
    (re.compile(r"^\s*(?:ARG|ENV)\s+\w*(?:INDEX|PROXY|REGISTRY)\w*[= ]", re.M), "names a proxy or index"),
)
LOCKED_URL = re.compile(r"https?://|\s@\s|file:")

SECRETS = (
    (re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"), "holds a private key"),
    (re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"), "holds an access key"),
    (re.compile(r"\bgh[pousr]_[A-Za-z0-9]{30,}"), "holds a token"),
    (re.compile(r"\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\."), "holds a signed token"),
    (
        re.compile(r"://[\w.-]+:(?!\$|\{|<|\*|password@)[^\s:@/\"'`]{6,}@(?!\s)"),
        "holds a password in an address",
    ),
    (
        re.compile(
            r"(?i)\b[\w-]*(?:secret|passwor[dt]|wachtwoord|api[-_]?key|token)[\w-]*\s*[=:]\s*[\"'][^\s\"'${}<]{24,}[\"']"
        ),
        "holds what looks like a secret",
    ),
)


def registry_problems() -> Iterator[str]:
    """Yield every file that says where packages or images are fetched."""
    for path, text in texts():
        name = shown(path)
        for pattern, what in REGISTRY:
            for match in pattern.finditer(text):
                yield f"{name}:{_line(text, match)}: {what}"
        if re.fullmatch(r"requirements[\w-]*\.(?:txt|in)", path.name):
            for match in LOCKED_URL.finditer(text):
                yield f"{name}:{_line(text, match)}: holds an address instead of a version"


def secret_problems() -> Iterator[str]:
    """Yield every file that looks as if it holds a secret."""
    for path, text in texts():
        in_tests = path.relative_to(ROOT).parts[0] == "tests"
        for pattern, what in SECRETS[: -1 if in_tests else None]:
            for match in pattern.finditer(text):
                yield f"{shown(path)}:{_line(text, match)}: {what}"


def licence_problems() -> Iterator[str]:
    """Yield every Python file that does not start with its licence; empty files need none."""
    for path in python_files(with_tests=True):
        lines = [line for line in path.read_text().splitlines()[:2] if not line.startswith("#!")]
        if lines and lines[0] != HEADER:
            yield f"{shown(path)}: does not start with '{HEADER}'"


def feature_problems() -> Iterator[str]:
    """Yield every test that docs/features.md names and that is not there, or says not what it shows."""
    if not FEATURES.exists():
        yield "docs/features.md: is not there"
        return
    for file, name in NAMED_TEST.findall(FEATURES.read_text()):
        path = ROOT / file
        if not path.exists():
            yield f"docs/features.md: {file} does not exist"
        elif name:
            yield from (f"docs/features.md: {problem}" for problem in _test_problems(path, name))


def _test_problems(path: Path, name: str) -> Iterator[str]:
    tree = syntax_tree(path)
    if isinstance(tree, str):
        yield tree
        return
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == name]
    if not found:
        yield f"{shown(path)}::{name} does not exist"
    elif not ast.get_docstring(found[0]):
        yield f"{shown(path)}::{name} has no docstring that says what it shows"


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1
