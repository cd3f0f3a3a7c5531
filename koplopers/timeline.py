# SPDX-License-Identifier: EUPL-1.2
"""What can happen to an initiative, in sentences, and who may read each."""

from netwerk.timeline import OWNER, PUBLIC, TEAM, EntryType, register

_TEAM = frozenset({TEAM})
_OWNER = frozenset({TEAM, OWNER})
_PUBLIC = frozenset({TEAM, OWNER, PUBLIC})

register(
    EntryType("initiatief.started", "{actor} begon met schrijven.", _OWNER, "pencil"),
    EntryType("initiatief.scouted", "{actor} zag dit initiatief.", _TEAM, "eye"),
    EntryType("initiatief.saved", "{actor} wijzigde de tekst.", _TEAM, "pencil"),
    EntryType("initiatief.assigned", "{actor} wees het initiatief toe aan {assignee}.", _TEAM, "user"),
    EntryType("initiatief.partner_added", "{actor} noteerde {organisation} als partner.", _TEAM, "plus"),
    EntryType("initiatief.partner_removed", "{actor} haalde een partner weg.", _TEAM, "circle-minus"),
    EntryType("initiatief.find_owner", "De eigenaar is gevonden en schrijft verder.", _OWNER, "user"),
    EntryType("initiatief.submit", "Het initiatief is aangemeld.", _OWNER, "mail"),
    EntryType("initiatief.ask_consent", "We vroegen de eigenaar om instemming.", _OWNER, "hourglass-high"),
    EntryType("initiatief.consent", "De eigenaar stemde in.", _OWNER, "check"),
    EntryType("initiatief.take", "Een adviseur bekijkt het initiatief.", _OWNER, "search"),
    EntryType("initiatief.ask", "We stelden een vraag.", _OWNER, "message-question"),
    EntryType("initiatief.reply", "De vraag is beantwoord.", _OWNER, "message-2"),
    EntryType("initiatief.publish", "Het initiatief staat op de site.", _PUBLIC, "thumb-up"),
    EntryType("initiatief.nominate", "We droegen het initiatief voor als Koploper.", _OWNER, "send"),
    EntryType(
        "initiatief.recognise",
        "Benoemd tot Koploper door {appointed_by}, op {appointed_on}.",
        _PUBLIC,
        "award",
    ),
    EntryType("initiatief.decline", "We dragen het initiatief niet voor.", _OWNER, "circle-x"),
    EntryType("initiatief.retry", "Het initiatief is opnieuw aangemeld.", _OWNER, "refresh"),
    EntryType("initiatief.retire", "Het initiatief is nu oud-Koploper. Reden: {reason}", _OWNER, "history"),
    EntryType("initiatief.archive", "Het initiatief is gearchiveerd. Reden: {reason}", _OWNER, "archive"),
    EntryType(
        "initiatief.lapse",
        "Het concept verviel, omdat het lang stilstond. Wat erin stond, is verwijderd.",
        _OWNER,
        "shield-lock",
    ),
    EntryType("initiatief.withdraw", "Het initiatief is ingetrokken.", _OWNER, "arrow-back-up"),
)
