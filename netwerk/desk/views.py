# SPDX-License-Identifier: EUPL-1.2
"""The ground of every desk screen: find, ask, do one action, go on.

The action checks the rule again, under a lock. What these screens check is for the eye.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.forms.utils import ErrorDict
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.generic import View

from netwerk import notifications
from netwerk.access import Actor, NotPermitted
from netwerk.casework import texts
from netwerk.casework.rules import own_kinds
from netwerk.forms import PortalForm
from netwerk.models import Dossier
from netwerk.perform import Refused, Stale
from netwerk.processes import process_for
from netwerk.workflow import Transition, UnknownMove

from .case_screen import happened_since, unchanged
from .preview import Preview, rehearse


class DeskView(View):
    """A screen of a desk: somebody without the permission gets a clear 403, not Wagtail's redirect."""

    permission: ClassVar[str] = ""
    actor: Actor
    now: datetime

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask the permission, then answer; a rule that says no further on is a 403 as well."""
        self.actor, self.now = Actor.of(request.user), timezone.now()
        try:
            if not self.may_enter():
                raise NotPermitted("Je hebt geen rechten voor dit scherm.")
            return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]
        except PermissionDenied as error:
            return refused(request, str(error))

    def may_enter(self) -> bool:
        """Whether the reader may see this screen at all."""
        return self.actor.has_perm(self.permission)

    @property
    def who(self) -> dict[str, Any]:
        """The actor and the moment, as every action asks for them."""
        return {"by": self.actor, "now": self.now}

    @property
    def reader_id(self) -> int:
        """The number of the user who looks; there is one, because the permission was asked."""
        return int(self.request.user.pk or 0)

    def show(self, template: str, context: Mapping[str, Any], status: int = 200) -> TemplateResponse:
        """Return a page."""
        return TemplateResponse(self.request, template, dict(context), status=status)


class TeamView(DeskView):
    """A screen that every team shares. What it shows is of the kinds that the reader works on."""

    def may_enter(self) -> bool:
        """Whether the reader belongs to the team of any kind."""
        return bool(own_kinds(self.actor))


def refused(request: HttpRequest, reason: str) -> HttpResponse:
    """Return the 403 page inside the admin, with the reason."""
    context = {"title": "Dit mag je niet", "reason": reason}
    return TemplateResponse(request, "netwerk/desk/refused.html", context, status=403)


READ_OUTSIDE = ("message", "question", "answer", "reason")
"""Fields whose text is read by the other side, when their form sends mail."""


class FormScreen(DeskView):
    """One form and one action. What somebody typed is never lost: not by an error, not by a colleague."""

    template_name = "netwerk/desk/form.html"
    title: str = ""
    intro: str = ""
    submit: str = "Bewaar"
    done: str = "Bewaard."
    back_label: str = "Terug"
    guarded: ClassVar[bool] = True
    """Whether a change by somebody else in between stops the action."""
    mails: bool = False
    """Whether doing it sends mail: the sender can look at the very mails first."""
    previews: list[Preview] | None = None

    def dossier(self) -> Dossier | None:
        """Return the dossier whose version counts; None when there is none."""
        return None

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form, filled when there is data."""
        raise NotImplementedError

    def act(self, form: PortalForm) -> Any:
        """Do the one action."""
        raise NotImplementedError

    def back_url(self) -> str:
        """Return where the reader came from, and goes to afterwards."""
        raise NotImplementedError

    def next_url(self) -> str:
        """Return where to go when it is done."""
        return self.back_url()

    def more(self, form: PortalForm) -> dict[str, Any]:
        """Return more for the template."""
        return {}

    def receive(self) -> None:
        """Take in what cannot be shown again when the form comes back, such as a file."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form."""
        return self.page(self.make_form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check the form and do the action; or put a standard text in it, or show the mails first."""
        self.receive()
        if "insert" in request.POST and self.mails:
            return self.page(self._with_text())
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.page(form)
        try:
            if "preview" in request.POST and self.mails:
                self.previews = rehearse(lambda: self.act(form), **self.who)
                return self.page(form)
            with self.guard():
                self.act(form)
        except Refused as error:
            return self.page(form, error)
        messages.success(request, self.done)
        return HttpResponseRedirect(self.next_url())

    def _text_field(self, form: PortalForm) -> str:
        """Return the field that the other side reads; a standard text can begin it."""
        return next((name for name in READ_OUTSIDE if name in form.fields), "") if self.mails else ""

    def _texts(self, form: PortalForm) -> Any:
        """Return the standard texts that fit."""
        dossier = self.dossier()
        return texts.fitting(dossier) if dossier is not None and self._text_field(form) else ()

    def _with_text(self) -> PortalForm:
        """Return the form as it was typed, with the chosen standard text at the end of it."""
        dossier = self.dossier()
        form = self.make_form(self.request.POST.copy())
        data: Any = form.data  # the form may have made a copy of its own
        wanted = data.get("standard", "")
        number = int(wanted) if wanted.isdecimal() and len(wanted) < 19 else 0
        found = next((one for one in self._texts(form) if one.pk == number), None)
        if found is not None and dossier is not None:
            field = self._text_field(form)
            typed = data.get(field, "").rstrip()
            filled = texts.filled(found.text, dossier)
            data[field] = f"{typed}\n\n{filled}" if typed else filled
        form._errors = ErrorDict()  # type: ignore[attr-defined] # nothing was sent yet
        return form

    def seen(self) -> int:
        """Return the version that the sender looked at; a tampered one counts as long ago."""
        posted = self.request.POST.get("seen", "")
        return int(posted) if posted.isdecimal() and len(posted) < 10 else -1

    def guard(self) -> AbstractContextManager[None]:
        """Return what keeps the action from going over somebody else's change."""
        dossier = self.dossier()
        return unchanged(dossier, self.seen()) if dossier is not None and self.guarded else nullcontext()

    def page(self, form: PortalForm, error: Refused | None = None) -> HttpResponse:
        """Return the screen with the form, and with why the action was refused."""
        dossier = self.dossier()
        context = {
            "form": form,
            "title": self.title,
            "intro": self.intro,
            "submit": self.submit,
            "back_url": self.back_url(),
            "back_label": self.back_label,
            "dossier": dossier,
            "refusal": str(error) if error else "",
            "mails": self.mails,
            "previews": self.previews,
            "texts": self._texts(form),
            "seen": _version(dossier),
        }
        if isinstance(error, Stale) and dossier is not None:
            context["since"] = happened_since(dossier, max(self.seen(), 0))
        context.update(self.more(form))
        return self.show(self.template_name, context, 409 if error else 200)


def _version(dossier: Dossier | None) -> int | None:
    """Return the version as it is now: after a refusal the sender sends it knowingly."""
    if dossier is None:
        return None
    return Dossier.objects.values_list("version", flat=True).get(pk=dossier.pk)


@dataclass(frozen=True)
class Way:
    """How one move is made at the desk: its form, if it asks anything, and its action."""

    act: Callable[[Any, Mapping[str, Any], Mapping[str, Any]], Any]
    """Called with the subject, what was filled in, and `by` and `now`."""
    form: type[PortalForm] | None = None
    done: str = "Gedaan."
    intro: str = ""
    mails: bool = False
    """Whether it sends mail that the state table does not tell of."""


class MoveScreen(FormScreen):
    """Any move of a subject: a plain one is a POST, one that asks something has a form."""

    ways: ClassVar[Mapping[str, Way]] = {}
    subject: Any
    way: Way
    move: Transition

    def find(self) -> Model:
        """Return the subject that the address names. Raises Http404."""
        raise NotImplementedError

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Keep the name of the move; what it is, is looked up once the permission is sure."""
        super().setup(request, *args, **kwargs)
        self.name = str(kwargs["move"])

    def look_up(self) -> None:
        """Find the subject and the move. Raises Http404 when the table has no such move."""
        self.subject = self.find()
        try:
            self.move = process_for(self.subject).workflow.transition(self.name)
            self.way = self.ways[self.name]
        except (UnknownMove, KeyError) as error:
            raise Http404 from error
        self.title, self.submit = self.move.label, self.move.label
        self.intro, self.done = self.way.intro, self.way.done
        entry = f"{process_for(self.subject).prefix}.{self.name}"
        self.mails = self.way.mails or bool(notifications.notices_for(entry))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form of the move; a plain move has none, and is made on the screen itself."""
        self.look_up()
        if self.way.form is None:
            return HttpResponseRedirect(self.back_url())
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make the move."""
        self.look_up()
        if self.way.form is not None:
            return super().post(request, *args, **kwargs)
        try:
            with self.guard():
                self.way.act(self.subject, {}, self.who)
        except Refused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, self.done)
        return HttpResponseRedirect(self.next_url())

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form of the move."""
        assert self.way.form is not None  # noqa: S101 - the callers looked
        return self.way.form(data)

    def act(self, form: PortalForm) -> Any:
        """Make the move with what was filled in."""
        return self.way.act(self.subject, form.cleaned_data, self.who)
