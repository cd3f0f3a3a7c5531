# SPDX-License-Identifier: EUPL-1.2
"""What can happen at this desk, in sentences, and who may read each."""

from netwerk.timeline import MINISTRY, PUBLIC, REPORTER, TEAM, EntryType, register

_TEAM = frozenset({TEAM})
_REPORTER = frozenset({TEAM, REPORTER})
_MINISTRY = frozenset({TEAM, MINISTRY})
_PUBLIC = frozenset({TEAM, PUBLIC})

register(
    # Melding
    EntryType("melding.sent", "De melding is verstuurd.", _REPORTER, "mail"),
    EntryType("melding.entered", "{actor} voerde de melding in voor de melder.", _TEAM, "pencil"),
    EntryType("melding.take", "Een adviseur leest de melding.", _REPORTER, "search"),
    EntryType("melding.ask", "We stelden een vraag{enclosed}.", _REPORTER, "message-question"),
    EntryType("melding.reply", "De vraag is beantwoord{enclosed}.", _REPORTER, "message-2"),
    EntryType("melding.accept", "We nemen de melding aan en werken eraan.", _REPORTER, "folder-check"),
    EntryType("melding.merge", "Anderen meldden dit ook. We pakken het samen op.", _REPORTER, "git-merge"),
    EntryType("melding.go_on", "We gingen verder zonder antwoord op onze vraag.", _REPORTER, "arrow-right"),
    EntryType("melding.refer", "Doorverwezen naar: {next_desk}.", _REPORTER, "arrow-forward-up"),
    EntryType("melding.withdraw", "De melding is ingetrokken.", _REPORTER, "arrow-back-up"),
    EntryType("melding.answer", "De uitkomst is verteld.", _REPORTER, "message-2"),
    EntryType("melding.close", "De melding is afgesloten.", _REPORTER, "archive"),
    EntryType(
        "melding.link_withdrawn", "Het team trok de link van de melding in: {reason}.", _REPORTER, "lock"
    ),
    EntryType("melding.link_renewed", "Het team stuurde een nieuwe link.", _REPORTER, "send"),
    EntryType(
        "melding.identity_opened",
        "{actor} bekeek wie de melding deed. Reden: {reason}",
        _TEAM,
        "eye",
        watched=True,
    ),
    EntryType(
        "melding.moved",
        "De melding hoort nu bij een andere casus. We gaan daar verder.",
        _REPORTER,
        "git-merge",
    ),
    EntryType("melding.moved_quietly", "De melding ging mee naar een andere casus.", _TEAM, "git-merge"),
    EntryType("melding.routed", "De melding ging naar {assignee}, door de regel ‘{rule}’.", _TEAM, "route"),
    EntryType("melding.reacted", "Herken je het probleem? Het antwoord: {answer}.", _REPORTER, "message-2"),
    EntryType("melding.problem_stated", "We schreven op hoe wij het probleem zien.", _REPORTER, "file-text"),
    EntryType(
        "melding.asked_others",
        "We stelden een vraag aan wie over de regel gaat.",
        _REPORTER,
        "building-community",
    ),
    EntryType("melding.still_busy", "We lieten weten dat we nog bezig zijn.", _REPORTER, "bell"),
    EntryType("melding.reminded", "We herinnerden aan onze vraag.", _REPORTER, "bell-ringing"),
    EntryType("melding.told", "We stuurden een bericht{enclosed}.", _REPORTER, "message-2"),
    EntryType("melding.reopen", "We kijken opnieuw naar de melding.", _REPORTER, "refresh"),
    EntryType("melding.take_up_again", "We kijken er opnieuw naar.", _REPORTER, "refresh"),
    EntryType("melding.added", "Er kwam nieuwe informatie bij{enclosed}.", _REPORTER, "message-2"),
    EntryType("melding.choices", "Wie het mag weten, is opnieuw gekozen.", _REPORTER, "shield-lock"),
    EntryType("melding.address_asked", "Er is een ander e-mailadres gevraagd.", _REPORTER, "mail"),
    EntryType("melding.address_changed", "Het nieuwe e-mailadres is bevestigd.", _REPORTER, "mail"),
    EntryType("melding.read_along", "Je las mee met de openbare tekst: {answer}.", _REPORTER, "message-2"),
    EntryType("melding.reopen_asked", "Er is gevraagd om er opnieuw naar te kijken.", _REPORTER, "refresh"),
    EntryType("melding.aftercare", "We vroegen of het nu werkt.", _REPORTER, "message-question"),
    EntryType(
        "melding.outcome_weighed", "Kun je hiermee verder? Het antwoord: {answer}.", _REPORTER, "message-2"
    ),
    EntryType("melding.works_now", "Werkt het nu? Het antwoord: {answer}.", _REPORTER, "message-2"),
    EntryType(
        "melding.regulations_chosen", "{actor} koppelde de melding aan deze regels: {rules}.", _TEAM, "gavel"
    ),
    EntryType("melding.assigned", "{actor} wees de melding toe aan {assignee}.", _TEAM, "user"),
    EntryType("melding.placed", "{actor} koos thema, sector en regio: {place}.", _TEAM, "pencil"),
    EntryType("melding.renamed", "{actor} gaf de melding een andere titel.", _TEAM, "pencil"),
    # Casus
    EntryType("casus.opened", "{actor} opende de casus.", _TEAM, "flag"),
    EntryType("casus.described", "{actor} werkte de casus bij. Gaat over: {place}.", _TEAM, "pencil"),
    EntryType("casus.routed", "De casus ging naar {assignee}, door de regel ‘{rule}’.", _TEAM, "route"),
    EntryType("casus.assigned", "{actor} wees de casus toe aan {assignee}.", _TEAM, "user"),
    EntryType("casus.merge_into", "{actor} voegde deze casus samen met {into}.", _TEAM, "git-merge"),
    EntryType("casus.merged_in", "Casus {other} is hierin opgegaan.", _TEAM, "git-merge"),
    EntryType("casus.split", "{actor} bracht {reports} over naar casus {other}.", _TEAM, "affiliate"),
    EntryType("casus.told", "{actor} stuurde de melders een bericht{enclosed}.", _TEAM, "message-2"),
    EntryType("casus.report_added", "Melding {report} is toegevoegd.", _TEAM, "mail"),
    EntryType("casus.start_analysis", "De contextanalyse begon.", _TEAM, "search"),
    EntryType("casus.drop_signal", "{actor} sloot het signaal. Reden: {reason}", _TEAM, "archive"),
    EntryType(
        "casus.analysis_saved", "{actor} werkte aan de contextanalyse (versie {number}).", _TEAM, "pencil"
    ),
    EntryType(
        "casus.analysis_completed", "{actor} maakte de contextanalyse af (versie {number}).", _TEAM, "check"
    ),
    EntryType("casus.state_problem", "De casus ging naar de probleemstelling.", _TEAM, "file-text"),
    EntryType(
        "casus.statement_saved", "{actor} werkte aan de probleemstelling (versie {number}).", _TEAM, "pencil"
    ),
    EntryType(
        "casus.statement_completed",
        "{actor} legde de probleemstelling voor aan een ander (versie {number}).",
        _TEAM,
        "file-text",
    ),
    EntryType(
        "casus.statement_approved",
        "{actor} keurde de probleemstelling goed (versie {number}).",
        _TEAM,
        "circle-check",
    ),
    EntryType(
        "casus.statement_returned",
        "{actor} gaf de probleemstelling terug. Reden: {reason}",
        _TEAM,
        "arrow-back-up",
    ),
    EntryType(
        "casus.back_to_analysis",
        "De casus ging terug naar de analyse. Reden: {reason}",
        _TEAM,
        "arrow-back-up",
    ),
    EntryType(
        "casus.solve_in_network",
        "We zoeken het uit binnen het netwerk. Reden: {reason}",
        _TEAM,
        "users-group",
    ),
    EntryType(
        "casus.regulations_chosen", "{actor} koos over welke regels het gaat: {rules}.", _TEAM, "gavel"
    ),
    EntryType("casus.regulations_added", "Deze regels kwamen mee: {rules}.", _TEAM, "gavel"),
    EntryType("casus.thread_added", "{actor} koos {ministry}. Reden: {reason}", _TEAM, "building-community"),
    EntryType("casus.thread_changed", "{actor} wijzigde de vraag aan {ministry}.", _TEAM, "pencil"),
    EntryType(
        "casus.second_round",
        "{actor} zette een tweede ronde klaar voor {ministry}. Reden: {reason}",
        _TEAM,
        "refresh",
    ),
    EntryType("casus.escalate", "De casus is voorgelegd aan ministerie(s).", _TEAM, "building-community"),
    EntryType("casus.weigh", "We wegen de antwoorden.", _TEAM, "scale"),
    EntryType("casus.outcome_written", "{actor} schreef een uitkomst op: {outcome}.", _TEAM, "pencil"),
    EntryType(
        "casus.outcome_extended",
        "{actor} verlengde ‘{outcome}’ tot en met {until}. Reden: {reason}",
        _TEAM,
        "calendar-plus",
    ),
    EntryType("casus.outcome_ends", "‘{outcome}’ eindigt op {until}. Tijd voor de evaluatie.", _TEAM, "bell"),
    EntryType("casus.difference_marked", "{actor} zag een verschil: {aspect}.", _TEAM, "scale"),
    EntryType(
        "casus.difference_removed", "{actor} haalde dit verschil weg: {aspect}.", _TEAM, "circle-minus"
    ),
    EntryType(
        "casus.joint_asked", "{actor} stelde een gezamenlijke vraag aan {parties}.", _TEAM, "users-group"
    ),
    EntryType("casus.set_aside", "{ministry} krijgt geen eigen uitkomst.", _TEAM, "circle-minus"),
    EntryType(
        "ministerievraag.joint_replied",
        "{ministry} antwoordde op de gezamenlijke vraag.",
        _MINISTRY,
        "message-2",
    ),
    EntryType(
        "ministerievraag.joint_reminded",
        "We herinnerden {ministry} aan de gezamenlijke vraag.",
        _MINISTRY,
        "bell",
    ),
    EntryType(
        "ministerievraag.joint_pressed",
        "We herinnerden {ministry} aan de gezamenlijke vraag, op de laatste dag.",
        _MINISTRY,
        "bell-ringing",
    ),
    EntryType(
        "ministerievraag.joint_backup_asked",
        "We stelden de gezamenlijke vraag ook aan een vervanger bij {ministry}.",
        _MINISTRY,
        "users",
    ),
    EntryType(
        "ministerievraag.joint_raised",
        "{ministry} antwoordt niet op de gezamenlijke vraag. De coördinator kreeg een taak.",
        _TEAM,
        "trending-up",
    ),
    EntryType("casus.outcome_removed", "{actor} haalde een uitkomst weg: {outcome}.", _TEAM, "arrow-back-up"),
    EntryType("casus.set_outcome", "{actor} stelde de uitkomst vast.", _TEAM, "circle-check"),
    EntryType(
        "casus.give_feedback", "{actor} koppelde de uitkomst terug aan de melders.", _TEAM, "message-2"
    ),
    EntryType("casus.question_drafted", "{actor} maakte een conceptvraag van de casus.", _TEAM, "bulb"),
    EntryType("casus.summed_up", "{actor} schreef de casus in drie regels op.", _TEAM, "pencil"),
    EntryType("casus.spread", "{actor} schreef op waar de casus is gedeeld: {to_whom}.", _TEAM, "send"),
    EntryType("casus.monitor", "We volgen of het in de praktijk werkt.", _TEAM, "eye"),
    EntryType("casus.close", "{actor} sloot de casus.", _TEAM, "archive"),
    EntryType("casus.reopen", "{actor} heropende de casus. Reden: {reason}", _TEAM, "refresh"),
    EntryType("casus.resume_analysis", "De contextanalyse ging verder.", _TEAM, "search"),
    EntryType("casus.park", "{actor} hield de casus aan. Reden: {reason}", _TEAM, "player-pause"),
    EntryType("casus.unpark", "De casus gaat verder.", _TEAM, "refresh"),
    # Vraag aan een ministerie
    EntryType("ministerievraag.send", "De vraag is verstuurd aan {ministry}.", _MINISTRY, "send"),
    EntryType("ministerievraag.acknowledge", "{ministry} bevestigde de ontvangst{how}.", _MINISTRY, "check"),
    EntryType("ministerievraag.investigate", "{ministry} onderzoekt de vraag{how}.", _MINISTRY, "search"),
    EntryType(
        "ministerievraag.ask_back", "{ministry} stelde een vraag terug{how}.", _MINISTRY, "message-question"
    ),
    EntryType(
        "ministerievraag.answer_back",
        "Het netwerk beantwoordde de vraag van {ministry}.",
        _MINISTRY,
        "message-2",
    ),
    EntryType(
        "ministerievraag.extend",
        "{ministry} vroeg uitstel tot {new_date}{how}. Reden: {reason}",
        _MINISTRY,
        "calendar-plus",
    ),
    EntryType("ministerievraag.draft_saved", "{ministry} bewaarde een concept{how}.", _MINISTRY, "pencil"),
    EntryType(
        "ministerievraag.forwarded",
        "{ministry} stuurde de vraag door aan een collega{how}.",
        _MINISTRY,
        "user-share",
    ),
    EntryType("ministerievraag.reminded", "We herinnerden {ministry} aan de vraag.", _MINISTRY, "bell"),
    EntryType(
        "ministerievraag.nudged", "We herinnerden {ministry} nog eens aan de vraag.", _MINISTRY, "bell"
    ),
    EntryType(
        "ministerievraag.pressed",
        "We herinnerden {ministry} op de laatste dag van de termijn.",
        _MINISTRY,
        "bell-ringing",
    ),
    EntryType(
        "ministerievraag.backup_asked",
        "We stelden de vraag ook aan een vervanger bij {ministry}.",
        _MINISTRY,
        "users",
    ),
    EntryType(
        "ministerievraag.raised",
        "{ministry} antwoordt niet. De coördinator kreeg een taak.",
        _TEAM,
        "trending-up",
    ),
    EntryType(
        "ministerievraag.link_withdrawn", "{actor} trok een link bij {ministry} in: {reason}.", _TEAM, "lock"
    ),
    EntryType(
        "ministerievraag.link_renewed",
        "{actor} stuurde {ministry} een nieuwe link.",
        _TEAM,
        "send",
    ),
    EntryType("ministerievraag.files_added", "{ministry} voegde bestanden toe{how}.", _MINISTRY, "files"),
    EntryType("ministerievraag.file_dropped", "{ministry} haalde een bestand weg{how}.", _MINISTRY, "x"),
    EntryType(
        "ministerievraag.reporters_opened",
        "{ministry} bekeek wie contact wil bij {reports}.",
        _TEAM,
        "eye",
        watched=True,
    ),
    EntryType("ministerievraag.answer", "{ministry} antwoordde{how}.", _MINISTRY, "circle-check"),
    EntryType(
        "ministerievraag.pass_on",
        "{ministry} gaat hier niet over{how}. Wel: {next_owner}.",
        _MINISTRY,
        "arrow-forward-up",
    ),
    EntryType(
        "ministerievraag.expire",
        "{ministry} antwoordde niet binnen de termijn.",
        _MINISTRY,
        "clock-exclamation",
    ),
    EntryType(
        "ministerievraag.withdraw",
        "De vraag aan {ministry} is ingetrokken. Reden: {reason}",
        _MINISTRY,
        "arrow-back-up",
    ),
    # Toezegging
    EntryType("toezegging.made", "{ministry} zegde iets toe voor {due}.", _TEAM, "calendar-check"),
    EntryType("toezegging.changed", "{actor} wijzigde de toezegging van {ministry}.", _TEAM, "pencil"),
    EntryType("toezegging.asked", "We vroegen {ministry} hoe het met de toezegging staat.", _TEAM, "bell"),
    EntryType("toezegging.told", "{ministry} liet weten hoe het staat: {said}.", _TEAM, "message-2"),
    EntryType(
        "toezegging.not_taken",
        "{actor} nam het bericht van {ministry} niet over. Reden: {reason}",
        _TEAM,
        "arrow-back-up",
    ),
    EntryType("toezegging.keep", "{ministry} kwam de toezegging na. {result}", _PUBLIC, "circle-check"),
    EntryType(
        "toezegging.move_date",
        "De toezegging van {ministry} is nu voor {new_date}. Reden: {reason}",
        _PUBLIC,
        "calendar-plus",
    ),
    EntryType(
        "toezegging.drop", "De toezegging van {ministry} komt er niet. Reden: {reason}", _PUBLIC, "circle-x"
    ),
    EntryType(
        "toezegging.lapse",
        "De toezegging van {ministry} voor {due} is te laat.",
        _PUBLIC,
        "clock-exclamation",
    ),
    EntryType(
        "toezegging.reopen",
        "{actor} zette de toezegging van {ministry} terug. Reden: {reason}",
        _TEAM,
        "refresh",
    ),
    # Openbare tekst
    EntryType("publicatie.saved", "{actor} werkte aan de openbare tekst.", _TEAM, "pencil"),
    EntryType(
        "publicatie.show_reporter", "De melder kan de openbare tekst lezen.", _TEAM, "message-question"
    ),
    EntryType("publicatie.take_back", "De openbare tekst wordt verder geschreven.", _TEAM, "pencil"),
    EntryType(
        "publicatie.give_back", "{actor} gaf de openbare tekst terug. Reden: {reason}", _TEAM, "arrow-back-up"
    ),
    EntryType("publicatie.approve", "{actor} keurde de openbare tekst goed.", _TEAM, "check"),
    EntryType("publicatie.revise", "{actor} paste de openbare tekst aan.", _TEAM, "pencil"),
    EntryType(
        "publicatie.redacted",
        "{actor} haalde iets uit de tekst: het {reason}.",
        _TEAM,
        "shield-lock",
    ),
    EntryType(
        "publicatie.redacted_again",
        "{actor} paste de regels van de tekst opnieuw toe.",
        _TEAM,
        "shield-lock",
    ),
    EntryType(
        "publicatie.redaction_dropped",
        "{actor} haalde een regel van de tekst weg ({reason}).",
        _TEAM,
        "arrow-back-up",
    ),
    EntryType("publicatie.reading_closed", "De tijd om mee te lezen is voorbij.", _TEAM, "hourglass-high"),
    EntryType("publicatie.reaction", "Een melder las mee en zegt: {answer}.", _TEAM, "message-2"),
    EntryType(
        "publicatie.wish_answered", "{actor} schreef de melder waarom iets blijft staan.", _TEAM, "message-2"
    ),
    EntryType("publicatie.publish", "De casus staat op de site.", _PUBLIC, "eye"),
    EntryType(
        "publicatie.hold",
        "{actor} laat de tekst wachten tot {publish_on}. Reden: {reason}",
        _TEAM,
        "calendar",
    ),
    EntryType(
        "publicatie.move_date",
        "{actor} koos een andere datum: {publish_on}. Reden: {reason}",
        _TEAM,
        "calendar",
    ),
    EntryType(
        "publicatie.lift", "{actor} laat de tekst niet meer wachten. Reden: {reason}", _TEAM, "calendar"
    ),
    EntryType("publicatie.appear", "De casus staat op de site, op de gekozen dag.", _PUBLIC, "eye"),
    EntryType("publicatie.widen", "Iedereen kan de casus nu lezen.", _PUBLIC, "eye"),
    EntryType(
        "publicatie.retract", "De casus is van de site gehaald. Reden: {reason}", _TEAM, "arrow-back-up"
    ),
)
