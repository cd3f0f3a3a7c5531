# SPDX-License-Identifier: EUPL-1.2
"""The parties whom the team can ask, and the people it knows there."""

from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from netwerk.desk.views import DeskView, FormScreen
from netwerk.forms import PortalForm

from ..actions import contacts
from ..models import Ministry, MinistryContact, PartyKind
from . import thread_forms
from .base import HANDLE_CASE


class Contacts(DeskView):
    """All contacts by party. There are a few dozen, so they stand on one page."""

    permission: ClassVar[str] = HANDLE_CASE

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the list, of one ministry when asked."""
        chosen = request.GET.get("ministerie", "")
        rows = MinistryContact.objects.select_related("ministry", "contact").order_by(
            "ministry", "-active", "is_backup", "contact__name"
        )
        context = {
            "title": "Contactpersonen en partijen",
            "contacts": rows.filter(ministry__code=chosen) if chosen else rows,
            "ministries": Ministry.objects.all(),
            "chosen": chosen,
            "party": Ministry.objects.filter(code=chosen).first() if chosen else None,
        }
        return self.show("ruimte_in_de_regels/desk/contacts.html", context)


class AddContact(FormScreen):
    """Add a contact."""

    permission: ClassVar[str] = HANDLE_CASE
    title = "Nieuwe contactpersoon"
    intro = (
        "Deze persoon krijgt vragen van het netwerk, met een persoonlijke link. Een account is niet nodig."
    )
    submit = "Bewaar"
    done = "De contactpersoon is bewaard."
    back_label = "Contactpersonen en partijen"

    def back_url(self) -> str:
        """Return the list."""
        return reverse("rir_desk:contacts")

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form."""
        return thread_forms.MinistryContactForm(data, initial={"active": True})

    def act(self, form: PortalForm) -> Any:
        """Add the contact."""
        return contacts.add_contact(form.cleaned_data, **self.who)


class ChangeContact(AddContact):
    """Change a contact, or stop asking them."""

    title = "Wijzig de contactpersoon"

    @cached_property
    def contact(self) -> MinistryContact:
        """Return the contact that the address names."""
        rows = MinistryContact.objects.select_related("contact", "ministry")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form with what is known."""
        person = self.contact
        known = {name: getattr(person, name) for name in ("ministry", "job", "is_backup", "active")}
        known |= {name: getattr(person.contact, name) for name in ("name", "email", "phone")}
        return thread_forms.MinistryContactForm(data, initial=known)

    def act(self, form: PortalForm) -> Any:
        """Change the contact."""
        return contacts.change_contact(self.contact, form.cleaned_data, **self.who)


class AddParty(AddContact):
    """Add a ministry or another table."""

    title = "Nieuwe partij"
    intro = "Een ministerie, of een andere partij die over een regel gaat, zoals een gemeente."
    done = "De partij is bewaard. Voeg nu een contactpersoon toe."

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form."""
        return thread_forms.PartyForm(data, initial={"kind": PartyKind.OTHER})  # type: ignore[return-value]

    def act(self, form: PortalForm) -> Any:
        """Add the party."""
        return contacts.add_party(form.cleaned_data, by=self.actor)


class ChangeParty(AddContact):
    """Change a party; one that somebody only named is looked at hereby."""

    title = "Wijzig de partij"
    intro = "Klopt alles? Met bewaren is de partij nagekeken, en kan iedereen haar kiezen."
    done = "De partij is bewaard."

    @cached_property
    def party(self) -> Ministry:
        """Return the party that the address names."""
        return get_object_or_404(Ministry, pk=self.kwargs["pk"])

    def make_form(self, data: Any = None) -> PortalForm:
        """Return the form with what is known."""
        return thread_forms.PartyForm(data, instance=self.party)  # type: ignore[return-value]

    def act(self, form: PortalForm) -> Any:
        """Change the party."""
        return contacts.change_party(self.party, form.cleaned_data, by=self.actor)
