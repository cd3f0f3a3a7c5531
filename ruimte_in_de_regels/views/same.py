# SPDX-License-Identifier: EUPL-1.2
"""What looks like the obstacle that somebody is writing down: known cases, questions, Koplopers, lessons."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from netwerk import kinds
from netwerk.limits import over_limit
from netwerk.search import Hit
from netwerk.similar import Text, similar

from ..actions import drafts
from ..actions.reports import VISITOR
from ..forms.report import LAST
from ..forms.similar import SimilarForm
from ..models import ObstacleCase, ReportDraft

CASE = "casus"
PAGES = ("vraag", "artikel")
"""The kinds of page that may hold an answer, besides every kind of dossier."""
MOST = 4
ENOUGH_CHARACTERS = 40
ASKED_A_MINUTE = 40


@dataclass(frozen=True)
class Like:
    """One item that looks like it, as a row on the page."""

    title: str
    url: str
    text: str
    icon: str
    state: None = None


def looks_like(answers: Mapping[str, Any]) -> list[Hit]:
    """Return what anybody may see that looks like the answers of screen 1, best first."""
    told = " ".join(str(answers.get(name) or "") for name in ("story", "goal"))
    return similar(_text(told), VISITOR, MOST)


def _text(told: str) -> Text:
    """Return a story to compare with what can answer it: pages about the network itself never do."""
    return Text(told, kinds=(*(kind.code for kind in kinds.all_kinds()), *PAGES))


def _rows(hits: list[Hit]) -> list[Like]:
    icons = {kind.code: kind.icon for kind in kinds.all_kinds()}
    return [Like(hit.title, hit.url, hit.summary, icons.get(hit.kind, "bulb")) for hit in hits]


def _cases(hits: list[Hit]) -> list[tuple[int, str]]:
    return [(hit.dossier_id, hit.title) for hit in hits if hit.kind == CASE and hit.dossier_id]


def kept_choice(draft: ReportDraft) -> dict[str, Any]:
    """Return what the reporter chose: the case that is the same, as long as it is public, or what differs."""
    kept = draft.answers.get("similar") or {}
    found: dict[str, Any] = {}
    if kept.get("same"):
        known = ObstacleCase.objects.filter(pk=kept["same"], visibility="public")
        found["also_hits"] = known.select_related("publication").first()
    if kept.get("differs"):
        found["differs"] = kept["differs"]
    return {name: value for name, value in found.items() if value}


def choice_rows(draft: ReportDraft) -> list[dict[str, Any]]:
    """Return the choice as rows of the summary; none when nothing looked like it."""
    if "similar" not in draft.answers:
        return []
    chosen, labels = kept_choice(draft), SimilarForm.base_fields
    same = chosen.get("also_hits")
    back = reverse("ruimte_in_de_regels:report_similar")
    answers = {"same": same.publication.title if same else "Nee", "differs": chosen.get("differs", "")}
    return [
        {"question": labels[name].label, "answer": answer, "change_url": f"{back}#id_{name}"}
        for name, answer in answers.items()
    ]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def similar_page(request: HttpRequest) -> HttpResponse:
    """Between screens 1 and 2: mine is the same, or mine differs. It may be skipped."""
    draft = drafts.find_draft(request.session.get("report_draft"), timezone.now())
    if draft is None or "1" not in draft.answers or draft.report_id:
        return redirect("ruimte_in_de_regels:report_start")
    hits = looks_like(draft.answers["1"])
    if not hits:
        return redirect("ruimte_in_de_regels:report_screen", 2)
    form = SimilarForm(
        request.POST or None, cases=_cases(hits), initial=draft.answers.get("similar") or {"same": ""}
    )
    if request.method == "POST" and form.is_valid() and not form.wants_second_look():
        drafts.keep_similar(draft, form.cleaned_data, timezone.now())
        if draft.reached >= LAST:  # it was changed from the summary
            return redirect("ruimte_in_de_regels:report_check")
        return redirect("ruimte_in_de_regels:report_screen", 2)
    context = {"form": form, "likes": _rows(hits), "step": 1, "steps": 4, "step_name": "het knelpunt"}
    status = 422 if form.errors else 200
    return render(request, "ruimte_in_de_regels/report_similar.html", context, status=status)


@never_cache
@require_POST
def similar_fragment(request: HttpRequest) -> HttpResponse:
    """What looks like the text while it is typed. By POST: a story does not belong in an address."""
    told = request.POST.get("text", "")[:3000].replace("\x00", "")
    slow_down = over_limit(request, "similar", limit=ASKED_A_MINUTE, seconds=60)
    hits = [] if slow_down or len(told) < ENOUGH_CHARACTERS else similar(_text(told), VISITOR, MOST)
    return render(request, "ruimte_in_de_regels/similar_list.html", {"likes": _rows(hits)})
