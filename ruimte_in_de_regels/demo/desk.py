# SPDX-License-Identifier: EUPL-1.2
"""What the team keeps besides its cases: who gets which report, texts, and a contact who left."""

from datetime import datetime
from typing import Any

from netwerk.casework import texts
from netwerk.demo import DOMAIN, Cast
from netwerk.models import Contact, Region, Regulation, Sector, StandardText, Theme

from ..actions import contacts, intake
from ..models import IntakeRule, Ministry, MinistryContact

MADE_UP = "(verzonnen)"
LEFT = f"vertrokken@{DOMAIN}"
TEXTS = (
    (
        "Het duurt wat langer",
        "",
        "We zijn met je melding [kenmerk] bezig, maar het duurt wat langer dan we hadden gehoopt.\n\n"
        "Je hoeft nu niets te doen. Je hoort van ons zodra er iets verandert.",
    ),
    (
        "Mogen we meer weten?",
        "in_intake",
        "Dank je wel voor je melding [kenmerk]. Om verder te komen willen we graag meer weten:\n\n"
        "- Waar loop je precies op vast?\n- Wat heb je al geprobeerd?",
    ),
)
"""Name, the state it is for (none: any), and text."""


def furnish(cast: Cast, now: datetime) -> None:
    """Keep an intake rule for each thing a rule can look at, two texts, and a contact nobody asked."""
    if not _rules().exists():
        law = Regulation.objects.filter(slug__startswith="verzonnen-").order_by("slug").first()
        looks_at: tuple[tuple[str, dict[str, Any], Any], ...] = (
            (f"Wie {law} noemt", {"regulation": law}, cast.colleague),
            ("Kinderopvang", {"sector": Sector.objects.get(slug="kinderopvang")}, cast.adviser),
            ("Zeeland", {"region": Region.objects.get(slug="zeeland")}, cast.colleague),
            ("Gezond werken", {"theme": Theme.objects.get(slug="gezond-werken")}, cast.adviser),
        )
        for number, (name, part, handler) in enumerate(looks_at, 1):
            values = {"name": f"{name[:60]} {MADE_UP}", "position": number * 10, "handler": handler.user}
            intake.keep_rule(None, {**values, **part}, by=cast.coordinator)
    if not _texts().exists():
        for title, state, text in TEXTS:
            values = {"title": f"{title} {MADE_UP}", "kind": "melding", "state": state, "text": text}
            texts.keep_text(None, values, by=cast.coordinator)
    if not Contact.objects.filter(email=LEFT).exists():
        person = {
            "ministry": Ministry.objects.get(code="ocw"),
            "name": "Wim Voorbeeld",
            "email": LEFT,
            "phone": "",
            "job": "werkt hier niet meer (demo)",
            "is_backup": False,
            "active": False,
        }
        contacts.add_contact(person, by=cast.adviser, now=now)


def clear() -> None:
    """Take away what `furnish` kept; who was asked nothing has nothing that needs them."""
    _rules().delete()
    _texts().delete()
    left = MinistryContact.objects.filter(contact__email=LEFT, threads__isnull=True)
    people = list(left.values_list("contact", flat=True))
    left.delete()
    Contact.objects.filter(pk__in=people).delete()


def _rules() -> Any:
    return IntakeRule.objects.filter(name__endswith=MADE_UP)


def _texts() -> Any:
    return StandardText.objects.filter(title__endswith=MADE_UP)
