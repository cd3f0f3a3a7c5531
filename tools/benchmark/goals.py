# SPDX-License-Identifier: EUPL-1.2
"""What is measured, against which goals, and why a goal is missed."""

from dataclasses import dataclass

LARGEST = 300
"""kB that no answer of P5 exceeds."""
MEMORY, GROWTH = 230, 10
"""P14: MB of two workers, and per cent that they grow."""
PER_SECOND, PER_DOCUMENT = 1_500, 2.0
"""P11: copies a CPU-second, and CPU-ms to index one dossier."""
SIMILAR = 100.0
"""ms in which what looks like a report is found at the large scale, for 95 of 100 stories."""
WEIGHTS = {"css": 13.0, "js": 8.0, "sprite": 5.0, "html": 11.0, "cold": 90.0, "cold without fonts": 40.0}
"""P13, in kB compressed."""


@dataclass(frozen=True)
class Cost:
    """A page by its cost: how many times REF at most, and how many queries."""

    label: str
    times: float
    queries: int


@dataclass(frozen=True)
class Speed:
    """A page by how it grows: p50 at the large scale against the small one, or against a time."""

    label: str
    growth: float = 0
    milliseconds: float = 0
    team: bool = False


COSTS = {
    "case": Cost("P1 published case", 35, 12),
    "initiative": Cost("P1 initiative", 35, 12),
    "article": Cost("P1 article", 35, 12),
    "tool": Cost("P1 toolbox item, 15 steps", 35, 12),
    "home": Cost("P2 home", 50, 16),
    "theme": Cost("P2 theme", 50, 16),
    "desk_landing": Cost("P2 landing of the desk", 50, 16),
    "cases": Cost("P2 list of cases", 50, 16),
    "register": Cost("P2 register of initiatives", 50, 16),
    "home_kept": Cost("P3 home, from the page cache in Redis", 3.5, 0),
    "send": Cost("P7 sending a report", 50, 15),
    "queue": Cost("P8 team's queue, 25 rows", 60, 14),
}
SPEEDS = {
    "register": Speed("P5 register, page 1", 1.5),
    "register_far": Speed("P5 register, page 40", 1.5),
    "cases": Speed("P5 list of cases", 1.5),
    "feed": Speed("P5 feed of cases", 1.5),
    "sitemap": Speed("P5 sitemap, the list of parts", 1.5),
    "sitemap_part": Speed("P5 sitemap, the last part", 1.5),
    "search_rare": Speed("P6 search: a rare word", milliseconds=60),
    "search_none": Speed("P6 search: a word that is nowhere", milliseconds=60),
    "search_some": Speed("P6 search: a word in 4 %", milliseconds=60),
    "search_two": Speed("P6 search: two words", milliseconds=60),
    "search_most": Speed("P6 search: a word in 85 %", milliseconds=150),
    "queue": Speed("P8 queue, page 1", 1.5, team=True),
    "queue_state": Speed("P8 queue, one state", 1.5, team=True),
    "queue_person": Speed("P8 queue, of nobody", 1.5, team=True),
    "queue_term": Speed("P8 queue, late", 1.5, team=True),
    "queue_theme": Speed("P8 queue, one theme", 1.5, team=True),
    "queue_sector": Speed("P8 queue, one sector", 1.5, team=True),
    "queue_words": Speed("P8 queue, two words", 1.5, team=True),
    "queue_by_reference": Speed("P8 queue, by reference", 1.5, team=True),
    "queue_by_arrival": Speed("P8 queue, by arrival", 1.5, team=True),
    "queue_by_news": Speed("P8 queue, by latest news", 1.5, team=True),
    "overview": Speed("P9 own overview", 2, team=True),
    "admin": Speed("P9 front page of the desk", 2, team=True),
    "register_phase": Speed("P9 register, one phase, with its counts", 2),
}
SEARCHES = tuple(name for name in SPEEDS if name.startswith("search_"))
AGAINST_MIDDLE = 3.0
"""P6: at the large scale at most so many times slower than at the middle one."""

REASONS: dict[str, str] = {
    "P1 published case": "nine statements: it shows its course, promises, rules, and what each party said.",
    "P11 index one dossier": "on the edge: cases hold more text than before.",
    "P2 theme": "on the edge: ten statements, three of them for what is going on.",
    "P7 sending a report": "on the edge: fourteen statements, and two messages to the broker.",
    "P14 memory of two workers": "shared where it can be; what a request counts references to, is copied.",
}
"""By label: why a goal is missed, in one line. A goal that is missed without a line here says so."""


def needs_team(name: str) -> bool:
    """Tell whether a page is only for who is of the team."""
    return name in SPEEDS and SPEEDS[name].team
