# SPDX-License-Identifier: EUPL-1.2
"""What followers of a case, a rule or a theme hear: that something public happened, and where to read it."""

from collections.abc import Callable, Iterable

from django.conf import settings

from netwerk import follows, notifications
from netwerk.models import Delivery, TimelineEntry, Visibility
from netwerk.notifications import Letter, Notice, Recipient

from ..models import Publication
from .letters import Writer

_FOR_MEMBERS = (Visibility.NETWORK, Visibility.PUBLIC)


def _text_of(entry: TimelineEntry) -> Publication | None:
    """Return the text of the entry's case that members may read; None while, or as soon as, there is none."""
    rows = Publication.objects.filter(case=entry.dossier_id, case__visibility__in=_FOR_MEMBERS)
    return rows.filter(state="published").select_related("case").first()


def _followers(*, themes: bool = False) -> Callable[[TimelineEntry], Iterable[Recipient]]:
    """Return who finds the followers of the case and of its rules; with `themes` also those of its themes."""

    def find(entry: TimelineEntry) -> Iterable[Recipient]:
        text = _text_of(entry)
        if text is None:
            return []
        about = text.case.themes.values_list("pk", flat=True) if themes else ()
        rules = text.case.regulations.values_list("pk", flat=True)
        return [Recipient(user=user) for user in follows.followers_of(text.case, rules, about)]

    return find


def _of_the_case(entry: TimelineEntry) -> Iterable[Recipient]:
    """Who follows the case itself: to others it is no news that it went."""
    return [Recipient(user=user) for user in follows.followers_of(entry.dossier)]


def _retracted(entry: TimelineEntry, _delivery: Delivery) -> Letter | None:
    """Say that a case went, and where the reason stands: at its own address, as long as it is gone."""
    text = Publication.objects.filter(case=entry.dossier_id, state="retracted").first()
    if text is None or text.first_public_at is None:  # what never was public has no address that says why
        return None
    return Letter(
        subject="Een casus staat niet meer op de site",
        lines=("Een casus die je volgt, is van de site gehaald.",),
        button_label="Lees waarom",
        button_url=settings.BASE_URL + text.get_absolute_url(),
        what_next="Komt er een nieuwe tekst, dan hoor je dat.",
        reason="Je krijgt dit bericht omdat je deze casus volgt.",
    )


def _letter(subject: str, line: str) -> Writer:
    def letter(entry: TimelineEntry, _delivery: Delivery) -> Letter | None:
        text = _text_of(entry)
        if text is None:
            return None
        return Letter(
            subject=subject,
            lines=(line,),
            button_label="Lees wat er gebeurde",
            button_url=settings.BASE_URL + text.get_absolute_url(),
            what_next="Wil je dit niet meer horen? In ‘Mijn overzicht’ kies je wat je volgt.",
            reason="Je krijgt dit bericht omdat je deze casus, de regel of het thema volgt.",
        )

    return letter


notifications.register(
    # Whoever follows may read what is for the network: widening to everybody is no news to them.
    *(
        Notice(
            f"followers-{name}", entry, _followers(themes=True),
            _letter("Er staat een casus op de site", "Er staat een casus op de site over iets dat je volgt."),
        )
        for name, entry in (("published", "publicatie.publish"), ("appeared", "publicatie.appear"))
    ),
    *(
        Notice(f"followers-{name}", entry, _followers(), _letter(subject, f"{subject}. Je volgt deze zaak."))
        for name, entry, subject in (
            ("answer", "ministerievraag.answer", "Een ministerie gaf antwoord"),
            ("outcome", "casus.set_outcome", "Er is een nieuwe uitkomst"),
            ("reopened", "casus.reopen", "We kijken opnieuw naar een casus"),
            ("promise-kept", "toezegging.keep", "Een toezegging is nagekomen"),
            ("promise-late", "toezegging.lapse", "Een toezegging is te laat"),
            ("promise-moved", "toezegging.move_date", "Een toezegging kreeg een andere datum"),
            ("promise-dropped", "toezegging.drop", "Een toezegging komt er niet"),
        )
    ),
    Notice("followers-retracted", "publicatie.retract", _of_the_case, _retracted),
)  # fmt: skip
