# SPDX-License-Identifier: EUPL-1.2
"""Limits that keep a file readable on a few screens and a function on one."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.checks.files import LARGEST, ROOT, committed, python_files, shown, syntax_tree, templates

FUNCTION_LINES = 40
FILE_LINES = 400
TEST_FILE_LINES = 600  # test code grows with the code; a table of cases is best read in one piece
TEMPLATE_LINES = 120
PARAMETERS = 5
FORBIDDEN_NAMES = {"utils.py", "helpers.py", "misc.py", "common.py"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def problems() -> Iterator[str]:
    """Yield everything that is too big, and files named after nothing."""
    for path in python_files(with_tests=True):
        source = path.read_text()
        lines = source.count("\n")
        limit = TEST_FILE_LINES if path.relative_to(ROOT).parts[0] == "tests" else FILE_LINES
        if lines > limit:
            yield f"{shown(path)}: {lines} lines, at most {limit}"
        if path.name in FORBIDDEN_NAMES:
            yield f"{shown(path)}: name the concept instead"
        if path.relative_to(ROOT).parts[0] != "tests":
            yield from _function_problems(path, source)
    for path in templates():
        lines = path.read_text().count("\n")
        if lines > TEMPLATE_LINES:
            yield f"{shown(path)}: {lines} lines, at most {TEMPLATE_LINES}"
    yield from _heavy(committed())


def _heavy(paths: Iterable[Path]) -> Iterator[str]:
    """Yield what weighs too much to have been written here: a download, or something built."""
    for path in paths:
        size = path.stat().st_size
        if size > LARGEST:
            yield f"{path.name}: {size} bytes, at most {LARGEST}; did it come along by mistake?"


def _function_problems(path: Path, source: str) -> Iterator[str]:
    name, lines, tree = shown(path), source.splitlines(), syntax_tree(path)
    if isinstance(tree, str):
        yield tree
        return
    for node in ast.walk(tree):
        if not isinstance(node, Function):
            continue
        size = (node.end_lineno or node.lineno) - node.lineno + 1
        if size > FUNCTION_LINES:
            yield f"{name}:{node.lineno}: {node.name}() has {size} lines, at most {FUNCTION_LINES}"
        count = len(_parameters(node))
        # A framework's own signature is accepted where it says so on the line itself.
        if count > PARAMETERS and "noqa: PLR0913" not in lines[node.lineno - 1]:
            yield f"{name}:{node.lineno}: {node.name}() has {count} parameters, at most {PARAMETERS}"


def _parameters(node: Function) -> list[str]:
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return [argument.arg for argument in arguments if argument.arg not in {"self", "cls"}]
