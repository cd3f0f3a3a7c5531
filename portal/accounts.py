# SPDX-License-Identifier: EUPL-1.2
"""Accounts: what we ask at sign-up, where people go after it, and how account mails look."""

from typing import Any

import css_inline
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.template.loader import render_to_string

from netwerk.forms import speak_dutch
from netwerk.models import User
from netwerk.text import clean_input


class AccountAdapter(DefaultAccountAdapter):
    """allauth in the words and the look of the site.

    Mail goes out through Django's mail, and so through the outbox.
    """

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """The library's text, with an HTML part in our layout beside it."""
        mail = super().render_mail(template_prefix, email, context, headers)
        parts = {"title": mail.subject, "body": mail.body, "base_url": settings.BASE_URL}
        if isinstance(mail, EmailMultiAlternatives) and not mail.alternatives:
            html = css_inline.inline(render_to_string("email/account.html", parts))
            mail.attach_alternative(html, "text/html")
        return mail

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """A new member starts at their own overview."""
        return resolve_url(settings.LOGIN_REDIRECT_URL)


class SignupForm(AllauthSignupForm):
    """What we need to know of a member: a name, an address, and that they know what we do with it."""

    first_name = forms.CharField(
        label="Voornaam", max_length=150, widget=forms.TextInput({"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label="Achternaam", max_length=150, widget=forms.TextInput({"autocomplete": "family-name"})
    )
    privacy = forms.BooleanField(
        label="Ik weet hoe jullie met mijn gegevens omgaan",
        help_text="Lees het in de privacyverklaring onder aan deze pagina.",
        error_messages={"required": "Zet een vinkje als je weet hoe we met je gegevens omgaan."},
    )
    field_order = ["first_name", "last_name", "email", "password1", "privacy"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            speak_dutch(field, name)

    def clean_first_name(self) -> str:
        """The name without odd characters."""
        return clean_input(self.cleaned_data["first_name"])

    def clean_last_name(self) -> str:
        """The name without odd characters."""
        return clean_input(self.cleaned_data["last_name"])

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        """Keep the name, which allauth does not know, and make somebody a member of the network."""
        user.first_name = self.cleaned_data["first_name"]
        user.last_name = self.cleaned_data["last_name"]
        user.save(update_fields=["first_name", "last_name"])
        user.groups.add(Group.objects.get(name="lid"))
