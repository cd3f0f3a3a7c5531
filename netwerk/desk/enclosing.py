# SPDX-License-Identifier: EUPL-1.2
"""A form of the desk with files. A browser cannot fill in a file again, so what was chosen is put ready."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.functional import cached_property

from netwerk import uploads
from netwerk.forms import PortalForm
from netwerk.models import Attachment
from netwerk.perform import Refused
from netwerk.widgets import CheckCards, MultiFileField

from .views import FormScreen

_LIMIT = settings.ATTACHMENT_MAX_COUNT
_MEGABYTES = settings.ATTACHMENT_MAX_BYTES // 1024 // 1024


class EnclosingForm(PortalForm):
    """A message with files. Its `documents` are the files that are ready to go along."""

    documents = MultiFileField(
        label="Bestanden",
        required=False,
        max_count=_LIMIT,
        help_text=f"Hooguit {_LIMIT} bestanden van {_MEGABYTES} MB: {uploads.ALLOWED_TEXT}. "
        "De melder opent ze op de eigen pagina. Ze gaan niet mee in de mail.",
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
        """Return what is ready: the screen checked each file when it came in."""
        return self.ready


class EnclosingScreen(FormScreen):
    """A screen whose form may hold files: they survive an error, a standard text and a look at the mails."""

    wrong_files: ValidationError | None = None

    def form_type(self) -> type[PortalForm]:
        """Return the form; an `EnclosingForm` takes files."""
        raise NotImplementedError

    def send(self, form: PortalForm) -> Any:
        """Do the one action; the files are the form's `documents`."""
        raise NotImplementedError

    @cached_property
    def batch(self) -> str:
        """The name of what is put ready: each form that is opened begins without files."""
        return self.request.POST.get("batch", "")[:40] or uuid.uuid4().hex

    @property
    def _key(self) -> uuid.UUID:
        """Return for what the files are staged: nobody else, and no other screen, can name it."""
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{self.request.path}#{self.reader_id}#{self.batch}")

    def _ready(self) -> list[Attachment]:
        return list(Attachment.objects.filter(staged_for=self._key))

    def receive(self) -> None:
        """Put the chosen files ready, and take away what must not go along after all."""
        self.dossier()  # somebody else's is a 404 before anything is kept
        field = self.form_type().base_fields.get("documents")
        if field is None:
            return
        unwanted = self.request.POST.getlist("drop")
        uploads.discard([one for one in self._ready() if str(one.public_id) in unwanted])
        try:
            chosen = self.make_form().fields["documents"].clean(self.request.FILES.getlist("documents"))
            uploads.stage_all(uploads.clean_all(chosen), self._key, self.now)
        except ValidationError as error:
            self.wrong_files = error

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form, with the files that are ready and what is wrong with the others."""
        kind = self.form_type()
        if not issubclass(kind, EnclosingForm):
            return kind(data)
        if data is not None:
            data = data.copy()
            data["batch"] = self.batch
            data.setlist("drop", [])
        form = kind(data, initial={"batch": self.batch}, ready=self._ready())
        if data is not None and self.wrong_files is not None:
            form.add_error("documents", self.wrong_files)
        return form

    def page(self, form: PortalForm, error: Refused | None = None) -> HttpResponse:
        """Return the screen; a file that was refused is named, also when a standard text was put in."""
        if self.wrong_files is not None and not form.has_error("documents"):
            form.add_error("documents", self.wrong_files)
        return super().page(form, error)

    def act(self, form: PortalForm) -> Any:
        """Do the action; what was put ready for it has then done its work."""
        done = self.send(form)
        uploads.discard(list(form.cleaned_data.get("documents", ())))
        return done
