# SPDX-License-Identifier: EUPL-1.2
"""The suitability check as a form, and its answers as a signed note for who goes on to start a project."""

from typing import Any

from django import forms
from django.core import signing

from netwerk.forms import PortalForm, speak_dutch
from netwerk.widgets import RadioCards

from ..suitability import ANSWERS, QUESTIONS

_SALT = "actieleren.check"
_LIFETIME = 14 * 24 * 3600  # seconds: long enough to make an account, or to ask a colleague


class CheckForm(PortalForm):
    """Seven questions. It is sent by GET: nothing is kept, and no cookie is needed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            self.fields[question.code] = forms.ChoiceField(
                label=question.text,
                help_text=question.hint,
                choices=ANSWERS,
                widget=RadioCards(columns=3),
            )
            speak_dutch(self.fields[question.code], question.code)


def seal(answers: dict[str, str]) -> str:
    """Return the answers as signed text for an address; they say nothing about a person."""
    return signing.dumps([answers[question.code] for question in QUESTIONS], salt=_SALT, compress=True)


def unseal(note: str) -> dict[str, str] | None:
    """Return the answers of a note; None when it was changed, is too old, or was never ours."""
    try:
        found = signing.loads(note, salt=_SALT, max_age=_LIFETIME)
    except signing.BadSignature:
        return None
    return {question.code: answer for question, answer in zip(QUESTIONS, found, strict=True)}
