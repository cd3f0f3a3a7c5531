# SPDX-License-Identifier: EUPL-1.2
"""What the team knows of a case beside its public text, both with what may give somebody away marked."""

from collections.abc import Sequence
from typing import Any

from ..models import ContextAnalysis, ObstacleCase, ObstacleReport, ProblemStatement, Redaction
from ..redacting import Looker, Pieces

ANALYSIS = ("events", "renewal", "involved", "tried", "counter_example")
STATEMENT = ("sentence", "question")
REPORT = ("story", "goal", "effect", "tried")

Part = tuple[str, Pieces]


def originals(case: ObstacleCase, looker: Looker, rules: Sequence[Redaction]) -> list[Part]:
    """Return what the team knows: analysis, problem statement, and what was reported."""
    found: list[Part] = []
    analysis: ContextAnalysis | None = case.analyses.first()
    statement: ProblemStatement | None = case.statements.first()
    for document, names in ((analysis, ANALYSIS), (statement, STATEMENT)):
        found += marked(looker, document, names, rules) if document is not None else []
    reports: list[ObstacleReport] = list(case.reports.order_by("pk"))
    for report in reports:
        told = marked(looker, report, REPORT, rules)
        found += [(f"{report.reference}: {label}", pieces) for label, pieces in told]
    return found


def marked(looker: Looker, of: Any, names: Sequence[str], rules: Sequence[Redaction]) -> list[Part]:
    """Return these fields of something, those that are filled, in pieces with marks."""
    told = ((of._meta.get_field(name).verbose_name, getattr(of, name)) for name in names)
    return [(str(label), looker.marked(text, rules)) for label, text in told if text]
