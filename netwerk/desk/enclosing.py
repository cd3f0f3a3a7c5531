# SPDX-License-Identifier: EUPL-1.2
"""A form of the desk with files, for who reads them behind a link of their own."""

from typing import Any

from django.http import HttpResponse
from django.utils.functional import cached_property

from netwerk import enclosing, uploads
from netwerk.enclosing import LIMITS, Tray
from netwerk.forms import PortalForm
from netwerk.perform import Refused

from .views import FormScreen


class EnclosingForm(enclosing.EnclosingForm):
    """A message of the team with files."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        where = "De melder opent ze op de eigen pagina. Ze gaan niet mee in de mail."
        self.fields["documents"].help_text = f"{LIMITS} {where}"


class EnclosingScreen(FormScreen):
    """A screen whose form may hold files: they survive an error, a standard text and a look at the mails."""

    def form_type(self) -> type[PortalForm]:
        """Return the form; an `EnclosingForm` takes files."""
        raise NotImplementedError

    def send(self, form: PortalForm) -> Any:
        """Do the one action; the files are the form's `documents`."""
        raise NotImplementedError

    @cached_property
    def tray(self) -> Tray:
        """The files that stand ready: of this reader, on this screen, in this form."""
        return Tray(self.request, f"{self.request.path}#{self.reader_id}")

    def receive(self) -> None:
        """Put the chosen files ready, and take away what must not go along after all."""
        self.dossier()  # somebody else's is a 404 before anything is kept
        kind = self.form_type()
        if issubclass(kind, enclosing.EnclosingForm):
            self.tray.receive(kind, self.now)

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form, with the files that are ready and what is wrong with the others."""
        kind = self.form_type()
        return self.tray.form(kind, data) if issubclass(kind, enclosing.EnclosingForm) else kind(data)

    def page(self, form: PortalForm, error: Refused | None = None) -> HttpResponse:
        """Return the screen; a file that was refused is named, also when a standard text was put in."""
        self.tray.tell_wrong(form)
        return super().page(form, error)

    def act(self, form: PortalForm) -> Any:
        """Do the action; what was put ready for it has then done its work."""
        done = self.send(form)
        uploads.discard(list(form.cleaned_data.get("documents", ())))
        return done
