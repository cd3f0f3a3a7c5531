# SPDX-License-Identifier: EUPL-1.2
"""The state tables of reports, cases, ministry threads and public texts.

Pure data. The golden tables, written by hand first, are in `docs/workflows/ruimte-in-de-regels.md`.
"""

from netwerk.workflow import PREVIOUS, State, Transition, Workflow

# fmt: off
# One row a line, as in the golden tables.

REPORT = Workflow(
    name="melding",
    initial="received",
    states=(
        State("received", "Ontvangen", "neutral", "mail", plain="We hebben je melding."),
        State("in_intake", "In intake", "progress", "search", plain="Een adviseur leest je melding."),
        State("waiting_reporter", "Wacht op melder", "warning", "message-question", plain="We hebben een vraag aan jou."),
        State("accepted", "Opgepakt", "progress", "folder-check", plain="We werken aan je melding."),
        State("merged", "Samengevoegd", "progress", "git-merge", plain="Anderen meldden dit ook. We pakken het samen op."),
        State("referred", "Doorverwezen", "neutral", "arrow-forward-up", plain="Een ander loket kan je beter helpen."),
        State("withdrawn", "Ingetrokken", "neutral", "arrow-back-up", final=True, plain="Je hebt je melding ingetrokken."),
        State("answered", "Teruggekoppeld", "success", "message-2", plain="Er is een uitkomst."),
        State("closed", "Afgesloten", "neutral", "archive", final=True, plain="Deze melding is klaar."),
    ),
    transitions=(
        Transition("take", "Pak op", ("received",), "in_intake", "handles_reports"),
        Transition("ask", "Stel een vraag", ("in_intake",), "waiting_reporter", "handles_reports", requires=("question",), kept_apart=("question",), conditions=("reachable",), needs_form=True),
        Transition("reply", "Leg het antwoord vast", ("waiting_reporter",), "in_intake", "reporter_or_team", requires=("reply",), kept_apart=("reply",), needs_form=True),
        Transition("go_on", "Ga verder zonder antwoord", ("waiting_reporter",), "in_intake", "handles_reports"),
        Transition("accept", "Neem aan", ("in_intake",), "accepted", "handles_reports", conditions=("in_open_case",), needs_form=True),
        Transition("merge", "Voeg samen", ("in_intake",), "merged", "handles_reports", conditions=("in_open_case",), needs_form=True),
        Transition("refer", "Verwijs door", ("received", "in_intake"), "referred", "handles_reports", requires=("next_desk", "reason"), needs_form=True),
        Transition("withdraw", "Trek in", ("received", "in_intake", "waiting_reporter", "accepted", "merged"), "withdrawn", "reporter_or_team", needs_form=True),
        Transition("answer", "Koppel terug", ("accepted", "merged"), "answered", "handles_reports", needs_form=True),
        Transition("close", "Sluit af", ("referred", "answered"), "closed", "handles_reports"),
        Transition("reopen", "Heropen", ("referred", "answered", "closed"), "in_intake", "decides_cases", requires=("reason",), kept_apart=("reason",)),
        Transition("take_up_again", "Ga verder met de casus", ("answered", "closed"), "accepted", "portal", conditions=("in_open_case",)),
    ),
    sets={
        "open": frozenset({"received", "in_intake", "waiting_reporter", "accepted", "merged"}),
        "in_case": frozenset({"accepted", "merged"}),
        "told": frozenset({"referred", "answered", "closed"}),
        "with_outcome": frozenset({"answered", "closed"}),
        "untaken": frozenset({"received"}),
        "paused": frozenset({"waiting_reporter"}),
        "waiting": frozenset({"waiting_reporter"}),
    },
)

_OPEN_CASE = ("signal", "context_analysis", "problem_statement", "solving_in_network", "escalated", "weighing_answers")

CASE = Workflow(
    name="casus",
    initial="signal",
    states=(
        State("signal", "Signaal", "neutral", "flag", plain="We bekijken wat er speelt."),
        State("context_analysis", "Contextanalyse", "progress", "search", plain="We zoeken uit wat er precies gebeurt."),
        State("problem_statement", "Probleemstelling", "progress", "file-text", plain="We schrijven op wat het probleem is."),
        State("solving_in_network", "Uitzoeken binnen netwerk", "progress", "users-group", plain="We zoeken samen met partners een oplossing."),
        State("escalated", "Voorgelegd aan ministerie(s)", "info", "building-community", plain="De vraag ligt bij het ministerie."),
        State("weighing_answers", "Antwoorden wegen", "info", "scale", plain="We bekijken de antwoorden."),
        State("outcome_set", "Uitkomst bepaald", "success", "circle-check", plain="Er is een uitkomst."),
        State("feedback", "Terugkoppeling", "success", "message-2", plain="De uitkomst is bekend."),
        State("monitoring", "Volgen", "success", "eye", plain="We volgen of het in de praktijk werkt."),
        State("closed", "Gesloten", "neutral", "archive", final=True, plain="De casus is klaar."),
        State("reopened", "Heropend", "warning", "refresh", plain="We kijken er opnieuw naar."),
        State("parked", "Aangehouden", "warning", "player-pause", plain="De casus ligt even stil."),
    ),
    transitions=(
        Transition("start_analysis", "Start de contextanalyse", ("signal",), "context_analysis", "handles_cases", conditions=("assigned",)),
        Transition("drop_signal", "Sluit zonder vervolg", ("signal",), "closed", "handles_cases", requires=("reason",), conditions=("no_open_reports",)),
        Transition("state_problem", "Naar de probleemstelling", ("context_analysis",), "problem_statement", "handles_cases", conditions=("analysis_complete",)),
        Transition("back_to_analysis", "Terug naar de analyse", ("problem_statement", "escalated"), "context_analysis", "handles_cases", requires=("reason",)),
        Transition("solve_in_network", "Los op in het netwerk", ("problem_statement", "escalated"), "solving_in_network", "handles_cases", requires=("reason",), conditions=("statement_approved",)),
        Transition("escalate", "Leg voor aan ministeries", ("problem_statement", "solving_in_network", "weighing_answers"), "escalated", "handles_cases", conditions=("statement_approved", "thread_sent"), needs_form=True),
        Transition("weigh", "Ga de antwoorden wegen", ("solving_in_network", "escalated"), "weighing_answers", "handles_cases", conditions=("threads_settled",)),
        Transition("set_outcome", "Stel de uitkomst vast", ("weighing_answers",), "outcome_set", "decides_cases", conditions=("outcome_written",)),
        Transition("give_feedback", "Koppel terug aan melders", ("outcome_set",), "feedback", "handles_cases", requires=("message",), kept_apart=("message",), needs_form=True),
        Transition("monitor", "Blijf volgen", ("feedback",), "monitoring", "handles_cases", conditions=("outcome_to_follow",)),
        Transition("close", "Sluit de casus", ("feedback", "monitoring"), "closed", "handles_cases", conditions=("reporters_informed", "parties_settled")),
        Transition("reopen", "Heropen", ("closed", "feedback", "monitoring"), "reopened", "decides_cases", requires=("reason",), conditions=("not_merged",)),
        Transition("resume_analysis", "Ga verder met de analyse", ("reopened",), "context_analysis", "handles_cases", conditions=("assigned",)),
        Transition("merge_into", "Voeg samen met andere casus", (*_OPEN_CASE, "reopened"), "closed", "handles_cases", conditions=("threads_settled",), needs_form=True),
        Transition("park", "Houd aan", _OPEN_CASE, "parked", "decides_cases", requires=("reason", "review_date") ),
        Transition("unpark", "Ga verder", ("parked",), PREVIOUS, "decides_cases"),
    ),
    sets={
        "open": frozenset({*_OPEN_CASE, "outcome_set", "feedback", "reopened"}),
        "waiting": frozenset({"escalated"}),
        "takes_reports": frozenset({*_OPEN_CASE, "reopened", "parked"}),
        "escalatable": frozenset({"problem_statement", "solving_in_network", "escalated"}),
        "asks_again": frozenset({"problem_statement", "solving_in_network", "escalated", "weighing_answers"}),
        "analysis": frozenset({"signal", "context_analysis", "problem_statement", "reopened"}),
        "decided": frozenset({"outcome_set", "feedback", "monitoring", "closed"}),
    },
)

_WITH_MINISTRY = ("sent", "acknowledged", "investigating", "extended")

THREAD = Workflow(
    name="vraag aan een ministerie",
    initial="draft",
    states=(
        State("draft", "In voorbereiding", "neutral", "pencil"),
        State("sent", "Verzonden", "info", "send"),
        State("acknowledged", "Ontvangst bevestigd", "info", "check"),
        State("investigating", "In onderzoek", "info", "search"),
        State("question_back", "Vraag aan ALN", "warning", "message-question"),
        State("extended", "Verlengd", "warning", "calendar-plus"),
        State("answered", "Beantwoord", "success", "circle-check", final=True),
        State("not_competent", "Niet bevoegd", "neutral", "arrow-forward-up", final=True),
        State("expired", "Geen antwoord binnen termijn", "danger", "clock-exclamation"),
        State("withdrawn", "Ingetrokken", "neutral", "arrow-back-up", final=True),
    ),
    transitions=(
        Transition("send", "Verstuur", ("draft",), "sent", "handles_cases", conditions=("question_written", "contact_known")),
        Transition("acknowledge", "Bevestig ontvangst", ("sent",), "acknowledged", "ministry_or_team"),
        Transition("investigate", "Zet op in onderzoek", ("acknowledged",), "investigating", "ministry_or_team" ),
        Transition("ask_back", "Stel een vraag terug", ("acknowledged", "investigating", "extended"), "question_back", "ministry_or_team", requires=("question",), kept_apart=("question",), needs_form=True),
        Transition("answer_back", "Beantwoord de vraag", ("question_back",), "investigating", "handles_cases", requires=("answer",), kept_apart=("answer",), needs_form=True),
        Transition("extend", "Vraag uitstel", ("acknowledged", "investigating"), "extended", "ministry_or_team", requires=("reason", "new_date"), conditions=("not_extended_before",), needs_form=True),
        Transition("answer", "Verstuur het antwoord", (*_WITH_MINISTRY, "expired"), "answered", "ministry_or_team", conditions=("answer_written",), needs_form=True),
        Transition("pass_on", "Wij gaan hier niet over", (*_WITH_MINISTRY, "expired"), "not_competent", "ministry_or_team", requires=("next_owner",), needs_form=True),
        Transition("expire", "Termijn voorbij", _WITH_MINISTRY, "expired", "portal", conditions=("past_due",) ),
        Transition("withdraw", "Trek de vraag in", ("draft", *_WITH_MINISTRY, "question_back", "expired"), "withdrawn", "handles_cases", requires=("reason",)),
    ),
    sets={
        "with_ministry": frozenset(_WITH_MINISTRY),
        "settled": frozenset({"answered", "not_competent", "expired", "withdrawn"}),
        "asked": frozenset({*_WITH_MINISTRY, "question_back", "answered", "not_competent", "expired"}),
        "answerable": frozenset({*_WITH_MINISTRY, "expired"}),
        "running": frozenset({*_WITH_MINISTRY, "question_back", "expired"}),
    },
)

PUBLICATION = Workflow(
    name="openbare tekst",
    initial="drafting",
    states=(
        State("drafting", "Wordt geschreven", "neutral", "pencil"),
        State("with_reporter", "Bij de melder", "progress", "message-question"),
        State("approved", "Goedgekeurd", "info", "check"),
        State("held", "Wacht op een datum", "info", "calendar"),
        State("published", "Gepubliceerd", "success", "eye"),
        State("retracted", "Ingetrokken", "neutral", "arrow-back-up"),
    ),
    transitions=(
        Transition("show_reporter", "Laat de melder meelezen", ("drafting",), "with_reporter", "handles_cases", conditions=("text_complete",)),
        Transition("take_back", "Schrijf verder", ("with_reporter",), "drafting", "handles_cases"),
        Transition("give_back", "Geef terug aan de schrijver", ("drafting", "with_reporter"), "drafting", "second_person", requires=("reason",)),
        Transition("approve", "Keur goed", ("drafting", "with_reporter"), "approved", "second_person", conditions=("text_complete", "checklist_done", "small_group_weighed", "nothing_leaks", "reporters_do_not_object", "reporters_heard"), needs_form=True),
        Transition("revise", "Pas aan", ("approved", "retracted"), "drafting", "handles_cases"),
        Transition("publish", "Publiceer", ("approved",), "published", "publishes_cases", conditions=("outcome_known", "reporters_do_not_object"), needs_form=True),
        Transition("hold", "Publiceer op een datum", ("approved",), "held", "publishes_cases", requires=("reason", "publish_on"), conditions=("reporters_do_not_object",), needs_form=True),
        Transition("move_date", "Kies een andere datum", ("held",), "held", "publishes_cases", requires=("reason", "publish_on")),
        Transition("lift", "Wacht niet op de datum", ("held",), "approved", "publishes_cases", requires=("reason",)),
        Transition("appear", "Verschijn", ("held",), "published", "portal", conditions=("outcome_known", "reporters_do_not_object")),
        Transition("widen", "Laat iedereen het lezen", ("published",), "published", "publishes_cases", conditions=("network_only", "reporters_do_not_object")),
        Transition("retract", "Haal terug", ("published",), "retracted", "publishes_cases", requires=("reason", "public_reason")),
    ),
    sets={
        "editable": frozenset({"drafting"}),
        "readable_by_reporter": frozenset({"with_reporter", "approved", "held", "published"}),
        "answerable": frozenset({"with_reporter", "approved", "held"}),
        "checked": frozenset({"approved", "held", "published"}),
    },
)

PROMISE = Workflow(
    name="toezegging",
    initial="open",
    states=(
        State("open", "Loopt nog", "info", "hourglass-high"),
        State("late", "Te laat", "danger", "clock-exclamation"),
        State("kept", "Nagekomen", "success", "circle-check", final=True),
        State("dropped", "Komt er niet", "warning", "circle-x", final=True),
    ),
    transitions=(
        Transition("keep", "Nagekomen", ("open", "late"), "kept", "handles_cases", requires=("result",), needs_form=True),
        Transition("move_date", "Andere datum", ("open", "late"), "open", "handles_cases", requires=("new_date", "reason"), needs_form=True),
        Transition("drop", "Komt er niet", ("open", "late"), "dropped", "handles_cases", requires=("reason",), needs_form=True),
        Transition("lapse", "Datum voorbij", ("open",), "late", "portal"),
        Transition("reopen", "Zet terug naar lopend", ("kept", "dropped"), "open", "decides_cases", requires=("reason",)),
    ),
    sets={
        "running": frozenset({"open", "late"}),
        "settled": frozenset({"kept", "dropped"}),
    },
)
