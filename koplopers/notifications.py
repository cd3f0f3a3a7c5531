# SPDX-License-Identifier: EUPL-1.2
"""Who hears of what about an initiative. A letter says that there is news and where to read it."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.urls import reverse

from netwerk import notifications
from netwerk.kinds import url_of
from netwerk.models import Delivery, TimelineEntry
from netwerk.notifications import Letter, Notice, Recipient, assignee_of

from .models import InitiativeOwner, OwnerRole

Writer = Callable[[TimelineEntry, Delivery], Letter | None]


def _owners(entry: TimelineEntry) -> Iterable[Recipient]:
    """Every owner with an account that works."""
    ties = InitiativeOwner.objects.filter(
        initiative_id=entry.dossier_id, role=OwnerRole.OWNER, user__is_active=True
    ).select_related("user")
    return [Recipient(user=tie.user) for tie in ties]


def _owner_letter(subject: str, line: str, what_next: str = "") -> Writer:
    def letter(entry: TimelineEntry, _delivery: Delivery) -> Letter | None:
        reference = entry.dossier.reference
        return Letter(
            subject=subject.format(reference=reference),
            lines=(line,),
            button_label="Bekijk je initiatief",
            button_url=settings.BASE_URL + reverse("koplopers:own", args=[entry.dossier_id]),
            what_next=what_next,
            reason="Je krijgt dit bericht omdat jij de eigenaar bent van dit initiatief.",
        )

    return letter


def _team_letter(subject: str, line: str) -> Writer:
    def letter(entry: TimelineEntry, _delivery: Delivery) -> Letter | None:
        return Letter(
            subject=subject.format(reference=entry.dossier.reference),
            lines=(line,),
            button_label="Open het initiatief",
            button_url=settings.BASE_URL + url_of(entry.dossier),
            reason="Je krijgt dit bericht omdat je in het netwerkteam werkt.",
        )

    return letter


_NEXT = "Log in om te lezen wat er nu gebeurt."

_TO_OWNER = (
    ("found", "find_owner", "We zagen jouw initiatief ({reference})",
     "We zien graag dat anderen van jouw initiatief leren. Wil jij erover schrijven?",
     "Er staat een begin klaar. Je kunt het ook weghalen."),
    ("submitted", "submit", "We hebben je initiatief ({reference})",
     "Dank je wel. Je initiatief is goed aangekomen.", "Binnen tien werkdagen hoor je van een adviseur."),
    ("consent", "ask_consent", "Iemand droeg jouw initiatief voor ({reference})",
     "Iemand meldde jouw initiatief bij ons aan. Vind je dat goed?",
     "Zonder jouw instemming doen we er niets mee."),
    ("question", "ask", "We hebben een vraag over je initiatief ({reference})",
     "We willen je initiatief goed begrijpen. Daarom hebben we een vraag.",
     "Met je antwoord kunnen we verder. Zonder antwoord ligt het stil."),
    ("published", "publish", "Je initiatief staat op de site ({reference})",
     "Je initiatief staat op de site als goed voorbeeld. Anderen kunnen er nu van leren.", _NEXT),
    ("nominated", "nominate", "We dragen je initiatief voor als Koploper ({reference})",
     "We droegen je initiatief voor. Nu wachten we op de benoeming.", _NEXT),
    ("recognised", "recognise", "Je initiatief is een Koploper ({reference})",
     "Gefeliciteerd! Je initiatief is benoemd tot Koploper.", _NEXT),
    ("declined", "decline", "Bericht over je initiatief ({reference})",
     "We dragen je initiatief nu niet voor als Koploper.",
     "Op je pagina lees je waarom, en wat zou helpen. Je kunt het opnieuw proberen."),
    ("retired", "retire", "Je initiatief is oud-Koploper ({reference})",
     "Je initiatief was een Koploper. De pagina blijft op de site staan.", _NEXT),
    ("archived", "archive", "Je initiatief staat niet meer op de site ({reference})",
     "We hebben je initiatief gearchiveerd.", "Op je pagina lees je waarom."),
)  # fmt: skip

notifications.register(
    *(
        Notice(f"initiative-{code}", f"initiatief.{move}", _owners, _owner_letter(subject, line, what_next))
        for code, move, subject, line, what_next in _TO_OWNER
    ),
    *(
        Notice(f"initiative-{code}", f"initiatief.{move}", assignee_of, _team_letter(subject, line))
        for code, move, subject, line in (
            ("replied", "reply", "Antwoord op je vraag bij {reference}", "De eigenaar heeft geantwoord."),
            ("consented", "consent", "Instemming voor {reference}", "De eigenaar stemde in."),
            ("retried", "retry", "Opnieuw aangemeld: {reference}", "De eigenaar probeert het opnieuw."),
            ("withdrawn", "withdraw", "Initiatief {reference} is ingetrokken", "De eigenaar stopt ermee."),
        )
    ),
)
