# SPDX-License-Identifier: EUPL-1.2
"""The handbook: what it points at exists, it explains every state, and it is plain Dutch."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from netwerk import roles
from ruimte_in_de_regels import workflow

HANDBOOK = settings.BASE_DIR / "docs" / "handboek"
PAGES = sorted(HANDBOOK.glob("*.md"))
LARGEST_PICTURE = 150_000


def test_the_chapters_are_there():
    """Proves that the index leads to every chapter, and that there is a chapter for every reader."""
    index = (HANDBOOK / "README.md").read_text()
    chapters = {page.name for page in PAGES} - {"README.md"}
    assert {"melden.md", "netwerkteam.md", "ministerie.md", "beheer.md"} <= chapters
    assert [name for name in chapters if f"]({name})" not in index] == []


@pytest.mark.parametrize("chapter", PAGES, ids=lambda path: path.name)
def test_links_and_pictures_exist(chapter):
    """Proves that no link or picture of a chapter is broken, and that a picture says what it shows."""
    for mark, text, target in re.findall(r"(!?)\[([^\]]*)\]\(([^)]+)\)", chapter.read_text()):
        if not re.match(r"https?:|mailto:", target):
            assert (chapter.parent / target.partition("#")[0]).exists(), target
        if mark:
            assert len(text.split()) >= 3, f"{target}: say what the picture shows"


def test_pictures_are_small_used_and_of_a_window():
    """Proves that no picture is too large, left over, or longer than a window."""
    used = set(re.findall(r"\(img/([\w-]+\.png)\)", "".join(page.read_text() for page in PAGES)))
    files = {path.name: path for path in (HANDBOOK / "img").glob("*")}
    assert set(files) == used
    for path in files.values():
        assert path.stat().st_size <= LARGEST_PICTURE, path.name
        size = _png_size(path)
        assert size in {(390, 844), (1280, 800)}, (path.name, size)


def _png_size(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[16:24]
    return int.from_bytes(head[:4]), int.from_bytes(head[4:])


@pytest.mark.parametrize(
    "table", [workflow.REPORT, workflow.CASE, workflow.THREAD, workflow.PUBLICATION], ids=lambda t: t.name
)
def test_every_state_is_explained_to_the_team(table):
    """Proves that each state that somebody of the team meets has a line of its own."""
    text = (HANDBOOK / "netwerkteam.md").read_text()
    assert [state.label for state in table.states if f"| {state.label} |" not in text] == []


def test_every_role_is_explained_to_who_keeps_the_portal():
    """Proves that the list of roles is complete."""
    text = (HANDBOOK / "beheer.md").read_text()
    assert [role.code for role in roles.ROLES if f"| {role.code} |" not in text] == []


def test_names_of_the_environment_exist():
    """Proves that a setting or command named for who keeps the portal is a real one."""
    text = (HANDBOOK / "beheer.md").read_text()
    settings_page = (settings.BASE_DIR / "docs" / "omgeving.md").read_text()
    for name in re.findall(r"`([A-Z]+_[A-Z_]+)`", text):
        assert f"`{name}`" in settings_page, name
    commands = {path.stem for path in settings.BASE_DIR.glob("*/management/commands/*.py")}
    assert set(re.findall(r"manage\.py (\w+)", text)) <= {*commands, "createsuperuser"}
    makefile = (settings.BASE_DIR / "Makefile").read_text()
    for target in re.findall(r"^make (\w+)", text, re.MULTILINE):
        assert f"\n{target}:" in makefile, target


def sentences(text: str) -> list[list[str]]:
    """Return the words of each sentence; a heading, an item or a cell of a table ends one too."""
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[*`#>]|^\s*-\s", " ", text, flags=re.MULTILINE)
    parts = re.split(r"[.?!:]+(?:\s|$)|\||\n+", text)
    return [part.split() for part in parts if len(re.findall(r"\w+", part)) > 2]


@pytest.mark.parametrize("chapter", PAGES, ids=lambda path: path.name)
def test_chapters_are_plain(chapter):
    """Proves the measure of plain Dutch: twelve words a sentence on average, never above twenty."""
    found = sentences(chapter.read_text())
    longest = max(found, key=len)
    assert len(longest) <= 20, " ".join(longest)
    assert sum(map(len, found)) / len(found) <= 12


def test_the_measure_itself_sees_a_long_sentence():
    """Proves that the measure counts words in running text, and not the words of code."""
    long = "Dit is een zin die " + "heel " * 20 + "lang is."
    assert max(map(len, sentences(f"# Kop\n\n{long}\n\n```\n{long * 3}\n```\n"))) == 27
