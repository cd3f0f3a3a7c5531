# SPDX-License-Identifier: EUPL-1.2
"""What belongs in a public repository is there, and what the documents say is so."""

import importlib
import re
import tomllib
from urllib.parse import urlsplit

import pytest
import yaml

from portal.fingerprint import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
NAME_IN_CODE = re.compile(r"`([\w.]+)`")
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}


@pytest.fixture(scope="module")
def publiccode():
    """The description for catalogues of public code."""
    return yaml.safe_load((ROOT / "publiccode.yml").read_text())


def version():
    """Return the version in pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]


def test_publiccode_has_what_the_standard_asks(publiccode):
    """The mandatory keys of publiccode.yml 0.7, with values the standard knows."""
    assert publiccode["publiccodeYmlVersion"] == "0.7"
    assert publiccode["name"] and publiccode["platforms"] and publiccode["categories"]
    assert urlsplit(publiccode["url"]).scheme == "https"
    assert publiccode["developmentStatus"] in STATUSES
    assert publiccode["softwareType"] == "standalone/web"
    assert publiccode["softwareVersion"] == version()
    assert publiccode["legal"]["license"] == "EUPL-1.2"
    assert publiccode["maintenance"]["type"] == "internal"
    assert all(contact["name"] for contact in publiccode["maintenance"]["contacts"])
    assert isinstance(publiccode["localisation"]["localisationReady"], bool)
    assert publiccode["localisation"]["availableLanguages"] == ["nl"]


def test_publiccode_describes_the_portal_in_dutch(publiccode):
    """The lengths that the standard sets."""
    text = publiccode["description"]["nl"]
    assert len(text["shortDescription"]) <= 150
    assert 150 <= len(text["longDescription"]) <= 10_000
    assert 5 <= len(text["features"]) <= 20


def test_licence_is_the_whole_eupl():
    """All fifteen articles and the appendix."""
    text = (ROOT / "LICENSE").read_text()
    assert text.strip().startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert text.strip().endswith("EUPL version.")
    assert [int(number) for number in re.findall(r"^(\d+)\. [A-Z]", text, re.M)] == list(range(1, 16))
    assert "Appendix" in text and "LiLiQ-R+" in text
    assert len(text.split()) > 2_200


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("README.md", "make run"),
        ("CONTRIBUTING.md", "## Governance"),
        ("SECURITY.md", "Reporting a vulnerability"),
        ("CHANGELOG.md", "## [Unreleased]"),
        ("docs/omgeving.md", "DATABASE_URL"),
        ("docs/woordenlijst.md", "Ruimte in de Regels"),
        ("docs/features.md", "tests/"),
        ("docs/workflows/ruimte-in-de-regels.md", ""),
        ("docs/adr/README.md", "0001"),
    ],
)
def test_document_is_there(name, phrase):
    """The documents that others count on."""
    assert phrase in (ROOT / name).read_text()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_in_documents_lead_somewhere(path):
    """Every relative link names a file that exists."""
    links = [link for link in LINK.findall(path.read_text()) if not urlsplit(link).scheme]
    targets = [link.partition("#")[0] for link in links]
    assert [link for link in targets if link and not (path.parent / link).exists()] == []


def test_decisions_and_their_index_agree():
    """Each decision is in the index, in order, and the index names no other."""
    folder = ROOT / "docs" / "adr"
    files = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text()) == files
    for name in files:
        text = (folder / name).read_text()
        assert text.startswith(f"# {name[:4]} ")
        assert "## Decision" in text


def test_glossary_names_what_is_in_the_code():
    """Every name in the right-hand column can be imported."""
    rows = [row.split("|") for row in (ROOT / "docs" / "woordenlijst.md").read_text().splitlines()]
    names = [name for row in rows if len(row) == 5 for name in NAME_IN_CODE.findall(row[3])]
    assert len(names) > 10
    assert [name for name in names if not exists_in_code(name)] == []


def exists_in_code(name):
    """Tell whether a module or class of this name exists; a bare class is one of the desk's."""
    full = name if not name[0].isupper() else f"ruimte_in_de_regels.models.{name}"
    try:
        importlib.import_module(full)
    except ModuleNotFoundError:
        module, _, last = full.rpartition(".")
        return bool(module) and hasattr(importlib.import_module(module), last)
    return True


def test_requirements_are_locked_with_hashes_and_without_addresses():
    """Every package has one version and its hashes; where it comes from is not for us to say."""
    for path in ROOT.glob("requirements*.txt"):
        text = path.read_text()
        packages = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==", text, re.M)
        assert packages, path.name
        assert "://" not in text
        assert len(re.findall(r"==.*\\\n\s+--hash=sha256:", text)) == len(packages), path.name


def test_changelog_has_the_newest_version_on_top():
    """What is not released yet stands first; a released version is the one in pyproject.toml."""
    headings = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(), re.M)
    assert headings[0] == "Unreleased"
    assert not headings[1:] or headings[1] == version()


def test_nothing_made_by_running_is_committed():
    """Data, caches and secrets stay out."""
    ignored = (ROOT / ".gitignore").read_text().split()
    assert {".venv/", "/data/", "/var/", "/staticfiles/"} <= set(ignored)
