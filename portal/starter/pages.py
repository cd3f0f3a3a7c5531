# SPDX-License-Identifier: EUPL-1.2
"""How the starting texts are written down: one `StarterPage` for each page, and short words for blocks."""

from dataclasses import dataclass, field
from typing import Any

Block = tuple[str, Any]


@dataclass(frozen=True)
class StarterPage:
    """One page to make when it was never made before. Its path is its address."""

    path: str
    kind: str
    """Name of the page type."""
    title: str
    fields: dict[str, Any] = field(default_factory=dict)
    body: list[Block] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    """Fields that point to another starting page, by its path."""

    @property
    def parent_path(self) -> str:
        """Return the path of the page above."""
        return "/" + "".join(f"{part}/" for part in self.path.strip("/").split("/")[:-1])

    @property
    def slug(self) -> str:
        """Return the last part of the address."""
        return self.path.strip("/").split("/")[-1]


def heading(text: str) -> Block:
    """Return a heading."""
    return ("heading", text)


def text(*paragraphs: str) -> Block:
    """Return paragraphs; they may hold links and bold words."""
    return ("text", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))


def bullets(*lines: str, intro: str = "") -> Block:
    """Return a list, with a sentence above it if given."""
    before = f"<p>{intro}</p>" if intro else ""
    return ("text", before + "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")


def ticks(*yes: str, no: tuple[str, ...] = ()) -> Block:
    """Return a list with ticks, and crosses for what is not so."""
    rows = [{"text": line, "no": False} for line in yes] + [{"text": line, "no": True} for line in no]
    return ("ticks", {"items": rows})


def key_point(sentence: str) -> Block:
    """Return a sentence to remember."""
    return ("key_point", {"text": sentence})


def note(title: str, sentences: str, tone: str = "info") -> Block:
    """Return a note."""
    return ("note", {"tone": tone, "title": title, "text": sentences})


def step(title: str, explanation: str, question: str = "", phase: str = "") -> dict[str, Any]:
    """Return one step that comes from the sources of the network."""
    return {
        "title": title,
        "text": explanation,
        "question": question,
        "phase": phase,
        "own_proposal": False,
    }


def own_step(title: str, explanation: str, question: str = "", phase: str = "") -> dict[str, Any]:
    """Return one step that we propose ourselves; the reader sees that."""
    return {**step(title, explanation, question, phase), "own_proposal": True}


def steps(*rows: dict[str, Any]) -> Block:
    """Return numbered steps."""
    return ("steps", {"steps": list(rows)})


def cards(*rows: tuple[str, str, str]) -> Block:
    """Return cards that lead on; each has a title, a sentence and an address."""
    found = [{"title": title, "text": line, "page": None, "address": href} for title, line, href in rows]
    return ("cards", {"cards": found})


OWN = note(
    "Voorstel van dit portaal",
    "Deze tekst is van ons. De oude tekst van het netwerk hebben we niet gevonden.",
)
