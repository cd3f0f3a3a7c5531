# SPDX-License-Identifier: EUPL-1.2
"""The interface is plain Dutch too: screens, forms, letters, logbooks, refusals, and the admin."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.conf import settings
from django.urls import get_resolver

from netwerk.processes import all_processes
from tests.plain_dutch import (
    EASE,
    JARGON,
    MEAN,
    ease,
    mean,
    of_code,
    of_template,
    sentences,
    too_long,
)

OURS = ("portal", "netwerk", "koplopers", "ruimte_in_de_regels", "actieleren")
# Made-up cases, pages that have a test of their own, lists of words, and what only a computer reads.
LEFT_OUT = {"demo", "starter", "migrations", "management", "scale"}
LEFT_OUT |= {"first_names", "personal", "stems", "terms", "append_only"}
# Below this the measure of ease says more about one long word than about the text.
ENOUGH = 8


@cache
def templates() -> dict[str, list[str]]:
    """The texts of every template, by its path. In a letter without markup a line is a line."""
    root = settings.BASE_DIR / "templates"
    found = {}
    for path in sorted([*root.rglob("*.html"), *root.rglob("*.txt")]):
        source = path.read_text()
        lines = source.replace("\n", "<br>") if path.suffix == ".txt" else source
        found[str(path.relative_to(root))] = of_template(lines)
    return found


@cache
def code() -> dict[str, list[str]]:
    """The Dutch of every module, by its path."""
    paths = [path for name in OURS for path in sorted((settings.BASE_DIR / name).rglob("*.py"))]
    local = [path.relative_to(settings.BASE_DIR) for path in paths]
    return {
        str(path): of_code(Path(path).read_text())
        for path in local
        if not LEFT_OUT & {path.stem, *path.parts}
    }


@cache
def named() -> dict[str, list[str]]:
    """What forms, models and state tables call things, however short: by form, model or table."""
    assert get_resolver().url_patterns  # every view, and so every form, is loaded
    found = {f"{form.__module__}.{form.__name__}": [*_of_form(form)] for form in _forms(forms.Form)}
    found |= {f"{form.__module__}.{form.__name__}": [*_of_form(form)] for form in _forms(forms.ModelForm)}
    for model in apps.get_models():
        if model._meta.app_label in OURS:
            found[model._meta.label] = [*_of_model(model)]
    for process in all_processes().values():
        states, moves = process.workflow.states, process.workflow.transitions
        found[f"table {process.workflow.name}"] = [
            *(text for state in states for text in (state.label, state.plain)),
            *(move.label for move in moves),
        ]
    return found


def _forms(base: type) -> Iterator[Any]:
    for form in base.__subclasses__():
        if form.__module__.partition(".")[0] in OURS:
            yield form
        yield from _forms(form)


def _of_form(form: Any) -> Iterator[str]:
    for field in form.base_fields.values():
        choices = [] if hasattr(field, "queryset") else getattr(field, "choices", [])
        labels = [label for _, label in choices if isinstance(label, str)]
        yield from map(str, (field.label or "", field.help_text, *field.error_messages.values(), *labels))


def _of_model(model: Any) -> Iterator[str]:
    for field in model._meta.get_fields():
        labels = [label for _, label in getattr(field, "flatchoices", None) or []]
        # What is translated is not ours but Django's.
        yield from (text for text in (getattr(field, "help_text", ""), *labels) if isinstance(text, str))


def all_of(gathered: dict[str, list[str]]) -> list[str]:
    """The texts of all places, each once."""
    return list(dict.fromkeys(text for texts in gathered.values() for text in texts))


SOURCES = pytest.mark.parametrize("gather", [templates, code, named], ids=lambda gather: gather.__name__)


def test_every_branch_of_a_template_is_read():
    """Proves that no branch, label or handed-on text is missed, and that markup and remarks are left out."""
    source = (
        "{% comment %}Not shown.{% endcomment %}<h1>Wat nu?</h1>"
        "<p>Je hebt {% if n == 1 %}<b>een</b> vraag{% elif n %}{{ n }} vragen"
        "{% else %}geen vragen{% endif %}.</p>"
        '{% include "x.html" with text="Er is nog niets." %}'
        '<button aria-label="Haal de vraag weg">Weg</button><script>Not shown either</script>'
    )
    assert set(of_template(source)) == {
        "Wat nu?",
        "Je hebt een vraag.",
        "Je hebt naam vragen.",
        "Je hebt geen vragen.",
        "Er is nog niets.",
        "Haal de vraag weg",
        "Weg",
    }


def test_dutch_is_told_from_what_developers_read():
    """Proves that sentences with a place for a name are read; what explains, errors and queries not."""
    source = (
        '"""De uitleg van een module."""\n'
        'reason = f"Je hebt {n} vragen over {name}."\n'
        'entry = "{actor} gaf een taak aan {who}."\n'
        'raise ValueError("a recipient is a user or a contact")\n'
        'query = "SELECT id FROM netwerk_user WHERE id = 1"\n'
    )
    assert of_code(source) == ["Je hebt naam vragen over naam.", "naam gaf een taak aan naam."]


def test_nothing_that_people_read_is_missed():
    """Proves that screens, forms, states, letters, logbooks, refusals and the admin are all among it."""
    assert len(sentences(all_of(templates()))) > 900
    assert len(sentences(all_of(code()))) > 1500
    assert len(sentences(all_of(named()))) > 500
    everything = " | ".join(all_of(templates()) + all_of(code()) + all_of(named()))
    for text in (
        "Je antwoorden zijn bewaard",  # a screen
        "Nog geen standaardteksten",  # a screen of the admin
        "De benoeming is vastgelegd.",  # a message after a button
        "Zo vind je de tekst terug in de keuzelijst.",  # a help text
        "De eigenaar moet eerst instemmen.",  # a condition that is not met
        "Je mag niet zien wie deze melding deed.",  # a refusal
        "We kijken opnieuw naar je melding.",  # a letter
        "naam heropende de casus. Reden: naam",  # a logbook
        "Een adviseur bekijkt je initiatief.",  # a state, for its owner
    ):
        assert text in everything, text


@SOURCES
def test_sentences_are_short(gather):
    """Proves twelve words on average and never more than twenty; labels do not flatter the average."""
    assert {place: too_long(texts) for place, texts in gather().items() if too_long(texts)} == {}
    assert mean(_whole(all_of(gather()))) <= MEAN


@SOURCES
def test_reading_is_easy(gather):
    """Proves a Flesch-Douma score of sixty or more: all together, whole sentences, and place by place."""
    texts = all_of(gather())
    assert ease(texts) >= EASE
    assert ease(_whole(texts)) >= EASE
    places = {place: _whole(found) for place, found in gather().items()}
    scores = {place: ease(found) for place, found in places.items() if len(found) >= ENOUGH}
    assert {place: score for place, score in scores.items() if score < EASE} == {}


@SOURCES
def test_no_officialese_and_no_u(gather):
    """Proves that no word of the list of officialese, nor the formal "u", is used: in no label either."""
    found = [(place, text) for place, texts in gather().items() for text in texts if JARGON.search(text)]
    assert found == []


def _whole(texts: list[str]) -> list[str]:
    """The sentences that are whole: a label or heading is not."""
    return [sentence for sentence in sentences(texts) if sentence[-1] in ".?!"]
