# SPDX-License-Identifier: EUPL-1.2
"""`/zoeken/`: one list over pages and dossiers of every kind. Every choice is an address."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from netwerk import kinds, search
from netwerk.access import Actor
from netwerk.models import Sector, Theme
from netwerk.search import Answer, Hit, Question
from netwerk.stems import words_with_stems

PAGE_SIZE = 20
PAGE_KINDS = {
    "artikel": ("Artikelen", "article"),
    "gereedschap": ("Toolbox", "tools"),
    "vraag": ("Vragen", "message-question"),
    "thema": ("Thema's", "bulb"),
    "pagina": ("Over het netwerk", "file-text"),
}


def kind_labels() -> dict[str, tuple[str, str]]:
    """Return label and icon of everything that can be found, in the order of the filter."""
    return {**{kind.code: (kind.label, kind.icon) for kind in kinds.all_kinds()}, **PAGE_KINDS}


@dataclass(frozen=True)
class Facet:
    """One choice of the filter on the left."""

    label: str
    icon: str
    number: int
    url: str
    chosen: bool


@dataclass(frozen=True)
class Found:
    """One hit as it is shown, with the words that were asked marked."""

    kind_label: str
    kind_icon: str
    title: SafeString
    summary: SafeString
    url: str


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Answer `q`, narrowed by `soort`, `thema` and `sector`, with what this visitor may see."""
    question = Question(
        text=request.GET.get("q", "").strip()[: search.MAX_QUERY],
        kind=request.GET.get("soort", ""),
        theme=request.GET.get("thema", ""),
        sector=request.GET.get("sector", ""),
    )
    answer = search.ask(question, Actor.of(request.user))
    page = Paginator(answer.hits, PAGE_SIZE).get_page(request.GET.get("pagina"))
    context = {
        "question": question,
        "answer": answer,
        "page": page,
        "found": [_found(hit, answer.stems) for hit in page],
        "facets": _facets(question, answer),
        "theme_facets": [_theme_facet(question, theme) for theme in Theme.objects.all()],
        "sectors": Sector.objects.all(),
        "total": len(answer.hits),
        "query": f"{_address(question)}&",
    }
    response = render(request, "portal/search.html", context)
    if question.text:
        # Every combination of words is an address: none of them belongs in somebody else's index.
        response["X-Robots-Tag"] = "noindex"
    return response


def _address(question: Question, **changed: str) -> str:
    """Return the parameters of a question, with some changed; empty ones are left out."""
    values = {"q": question.text, "soort": question.kind, "thema": question.theme}
    values |= {"sector": question.sector, **changed}
    return urlencode({name: value for name, value in values.items() if value})


def _facets(question: Question, answer: Answer) -> list[Facet]:
    total = sum(answer.by_kind.values())
    facets = [Facet("Alles", "list", total, f"?{_address(question, soort='')}", not question.kind)]
    for code, (label, icon) in kind_labels().items():
        number = answer.by_kind.get(code, 0)
        if number or question.kind == code:
            url = f"?{_address(question, soort=code)}"
            facets.append(Facet(label, icon, number, url, question.kind == code))
    return facets


def _theme_facet(question: Question, theme: Theme) -> dict[str, object]:
    chosen = question.theme == theme.slug
    return {
        "theme": theme,
        "chosen": chosen,
        "url": f"?{_address(question, thema='' if chosen else theme.slug)}",
    }


def _found(hit: Hit, asked: tuple[str, ...]) -> Found:
    label, icon = kind_labels().get(hit.kind, ("", ""))
    return Found(label, icon, marked(hit.title, asked), marked(hit.summary, asked), hit.url)


def marked(text: str, asked: tuple[str, ...]) -> SafeString:
    """Return the text with the words that were asked between <mark>; everything else escaped."""
    parts = [
        format_html("<mark>{}</mark>", piece) if found in asked else format_html("{}", piece)
        for piece, found in words_with_stems(text)
    ]
    return mark_safe("".join(parts))  # noqa: S308 (each part was escaped above)
