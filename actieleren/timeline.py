# SPDX-License-Identifier: EUPL-1.2
"""What can happen in a learning project, in sentences without the group's own words, and who reads each."""

from netwerk.timeline import PARTICIPANT, TEAM, EntryType, register

_TEAM = frozenset({TEAM})
_GROUP = frozenset({TEAM, PARTICIPANT})

register(
    EntryType("leertraject.started", "{actor} begon dit leertraject.", _GROUP, "flag"),
    EntryType("leertraject.saved", "{actor} wijzigde {what}.", _GROUP, "pencil"),
    EntryType("leertraject.assigned", "{actor} vroeg {assignee} om mee te kijken.", _TEAM, "user"),
    EntryType("leertraject.participant_added", "{actor} voegde een deelnemer toe.", _GROUP, "plus"),
    EntryType("leertraject.participant_removed", "Een deelnemer doet niet meer mee.", _GROUP, "circle-minus"),
    EntryType("leertraject.card_shown", "De kaart van het traject staat op de site.", _GROUP, "eye"),
    EntryType("leertraject.card_kept", "De kaart van het traject staat niet op de site.", _GROUP, "eye-off"),
    EntryType("leertraject.cycle_opened", "{actor} begon een ronde.", _GROUP, "refresh"),
    EntryType("leertraject.lesson_added", "{actor} schreef een les op.", _GROUP, "bulb"),
    EntryType("leertraject.lesson_removed", "{actor} haalde een les weg.", _GROUP, "circle-minus"),
    EntryType("leertraject.prepare", "De voorbereiding begon.", _GROUP, "list-check"),
    EntryType("leertraject.settle", "Alles is afgesproken.", _GROUP, "flag"),
    EntryType("leertraject.revise", "De afspraken worden aangepast.", _GROUP, "pencil"),
    EntryType("leertraject.begin", "Het traject startte op {started_on}.", _GROUP, "progress"),
    EntryType("leertraject.pause", "Het traject staat stil. Reden: {reason}", _GROUP, "player-pause"),
    EntryType("leertraject.resume", "Het traject gaat weer verder.", _GROUP, "progress"),
    EntryType("leertraject.evaluate", "De evaluatie begon.", _GROUP, "clipboard-check"),
    EntryType("leertraject.go_on", "Er komt nog een ronde.", _GROUP, "refresh"),
    EntryType("leertraject.complete", "Het traject is afgerond.", _GROUP, "circle-check"),
    EntryType("leertraject.stop", "Het traject is gestopt. Reden: {reason}", _GROUP, "hand-stop"),
    EntryType(
        "leertraject.lapse",
        "De verkenning verviel, omdat ze lang stilstond. Wat erin stond, is verwijderd.",
        _GROUP,
        "shield-lock",
    ),
    EntryType("leertraject.share", "Het verhaal is gedeeld.", _GROUP, "users-group"),
    EntryType(
        "leertraject.retract",
        "Het verhaal staat niet meer op de site. Reden: {reason}",
        _GROUP,
        "arrow-back-up",
    ),
    EntryType("ronde.look_back", "Het uitproberen is klaar.", _GROUP, "flask"),
    EntryType("ronde.reflect", "De groep keek samen terug.", _GROUP, "eye-search"),
    EntryType("ronde.close", "De ronde is klaar.", _GROUP, "trending-up"),
)
