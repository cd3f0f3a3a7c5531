# SPDX-License-Identifier: EUPL-1.2
"""A form with files. A browser cannot fill in a file again, so what was chosen is put ready until it goes."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from . import uploads
from .forms import PortalForm
from .models import Attachment
from .widgets import CheckCards, MultiFileField

_LIMIT = settings.ATTACHMENT_MAX_COUNT
_MEGABYTES = settings.ATTACHMENT_MAX_BYTES // 1024 // 1024
LIMITS = f"Hooguit {_LIMIT} bestanden van {_MEGABYTES} MB: {uploads.ALLOWED_TEXT}."
"""What may come in, as a hint at the field."""


class EnclosingForm(PortalForm):
    """A message with files. Its `documents` are the files that are ready to go along."""

    documents = MultiFileField(
        label="Bestanden",
        required=False,
        max_count=_LIMIT,
        allow_empty_file=True,  # the tray refuses it by name, without taking the others along
        help_text=LIMITS,
    )
    drop = forms.MultipleChoiceField(
        label="Wil je een bestand weghalen?",
        required=False,
        widget=CheckCards,
        help_text="Deze bestanden staan klaar om mee te gaan. Zet een vinkje bij wat je niet wilt sturen.",
    )
    batch = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, ready: Sequence[Attachment] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ready = list(ready)
        choices = [(str(one.public_id), f"Haal ‘{one.name}’ weg") for one in self.ready]
        self.fields["drop"].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields["drop"]

    def clean_documents(self) -> list[Attachment]:
        """Return what is ready: the tray checked each file when it came in."""
        return self.ready


Enclosing = TypeVar("Enclosing", bound=EnclosingForm)


class Tray:
    """The files of one form that is not sent yet: they survive an error and whatever else is shown first."""

    def __init__(self, request: HttpRequest, owner: str) -> None:
        """Find the tray of the form that a request brings; a form that is opened begins with an empty one.

        Args:
            request: whose POST names the tray.
            owner: whose form it is and where it stands: nobody else, and no other form, reaches its files.
        """
        self.request, self.owner = request, owner
        self.batch: str = request.POST.get("batch", "")[:40] or uuid.uuid4().hex
        self.wrong: list[ValidationError] = []

    @property
    def key(self) -> uuid.UUID:
        """For what its files are staged."""
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{self.owner}#{self.batch}")

    def ready(self) -> list[Attachment]:
        """Return what lies in it."""
        return list(Attachment.objects.filter(staged_for=self.key))

    def receive(self, kind: type[EnclosingForm], now: datetime) -> None:
        """Put the chosen files in, each by itself, and take out what must not go along after all."""
        unwanted = self.request.POST.getlist("drop")
        uploads.discard([one for one in self.ready() if str(one.public_id) in unwanted])
        try:
            chosen = kind.base_fields["documents"].clean(self.request.FILES.getlist("documents"))
            good, self.wrong = uploads.sorted_out(chosen)
            uploads.stage_all(good, self.key, now)
        except ValidationError as error:
            self.wrong.append(error)

    def form(self, kind: type[Enclosing], data: Any = None, **kwargs: Any) -> Enclosing:
        """Return the form, with the files that are ready and what is wrong with the others."""
        if data is not None:
            data = data.copy()
            data["batch"] = self.batch
            data.setlist("drop", [])
        form = kind(data, initial={"batch": self.batch}, ready=self.ready(), **kwargs)
        if data is not None:
            self.tell_wrong(form)
        return form

    def tell_wrong(self, form: forms.BaseForm) -> None:
        """Say at the field which files were refused, once."""
        if self.wrong and not form.has_error("documents"):
            form.add_error("documents", ValidationError(self.wrong))
