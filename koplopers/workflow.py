# SPDX-License-Identifier: EUPL-1.2
"""The state table of initiatives.

Pure data. The golden table, written by hand first, is in `docs/workflows/koplopers.md`.
"""

from netwerk.workflow import State, Transition, Workflow

# fmt: off
# One row a line, as in the golden table.

_WITH_US = ("draft", "submitted", "consent_pending", "in_review", "more_info")

INITIATIVE = Workflow(
    name="initiatief",
    initial="draft",
    starts=("prospect",),
    states=(
        State("prospect", "In beeld", "neutral", "eye"),
        State("draft", "Concept", "neutral", "pencil", plain="Je bent nog aan het schrijven."),
        State("submitted", "Aangemeld", "progress", "mail", plain="We hebben je initiatief."),
        State("consent_pending", "Wacht op instemming", "warning", "hourglass-high", plain="Iemand meldde jouw initiatief aan. Vind je dat goed?"),
        State("in_review", "In beoordeling", "progress", "search", plain="Een adviseur bekijkt je initiatief."),
        State("more_info", "Aanvulling gevraagd", "warning", "message-question", plain="We hebben een vraag aan jou."),
        State("good_example", "Goed voorbeeld", "success", "thumb-up", plain="Je initiatief staat op de site als goed voorbeeld."),
        State("nominated", "Voorgedragen", "info", "send", plain="We droegen je initiatief voor als Koploper."),
        State("recognised", "Koploper", "success", "award", plain="Je initiatief is een Koploper."),
        State("declined", "Niet voorgedragen", "neutral", "circle-x", plain="We dragen je initiatief nu niet voor."),
        State("alumni", "Oud-Koploper", "neutral", "history", plain="Je initiatief was een Koploper. De pagina blijft staan."),
        State("archived", "Gearchiveerd", "neutral", "archive", final=True, plain="Je initiatief is gestopt op deze site."),
    ),
    transitions=(
        Transition("find_owner", "Eigenaar gevonden", ("prospect",), "draft", "handles_initiatives", conditions=("owned",), needs_form=True),
        Transition("submit", "Stuur in", ("draft",), "submitted", "owns", conditions=("told",)),
        Transition("take", "Pak op", ("submitted",), "in_review", "handles_initiatives", conditions=("consented",)),
        Transition("ask_consent", "Vraag instemming aan de eigenaar", ("submitted",), "consent_pending", "handles_initiatives", conditions=("owned",), needs_form=True),
        Transition("consent", "Ik vind het goed", ("consent_pending",), "in_review", "owns"),
        Transition("publish", "Zet op de site", ("in_review", "declined"), "good_example", "handles_initiatives", conditions=("complete",)),
        Transition("ask", "Stel een vraag", ("in_review",), "more_info", "handles_initiatives", requires=("question",), kept_apart=("question",), conditions=("owned",), needs_form=True),
        Transition("reply", "Beantwoord de vraag", ("more_info",), "in_review", "owner_or_team", requires=("reply",), kept_apart=("reply",), needs_form=True),
        Transition("nominate", "Draag voor als Koploper", ("good_example",), "nominated", "decides_initiatives", conditions=("complete",)),
        Transition("recognise", "Leg de benoeming vast", ("nominated",), "recognised", "decides_initiatives", requires=("appointed_by", "appointed_on"), needs_form=True),
        Transition("decline", "Draag niet voor", ("in_review", "nominated"), "declined", "decides_initiatives", requires=("reason", "what_helps"), kept_apart=("reason", "what_helps"), needs_form=True),
        Transition("retry", "Probeer het opnieuw", ("declined",), "submitted", "owns", conditions=("told",)),
        Transition("retire", "Maak oud-Koploper", ("recognised",), "alumni", "decides_initiatives", requires=("reason",)),
        Transition("archive", "Archiveer", ("prospect", "good_example", "recognised", "declined", "alumni"), "archived", "handles_initiatives", requires=("reason",)),
        Transition("lapse", "Laat vervallen", ("draft",), "archived", "portal"),
        Transition("withdraw", "Trek in", _WITH_US, "archived", "owner_or_team", needs_form=True),
    ),
    sets={
        "open": frozenset({"prospect", "submitted", "consent_pending", "in_review", "more_info", "nominated"}),
        "paused": frozenset({"consent_pending", "more_info"}),
        "waiting": frozenset({"consent_pending", "more_info"}),
        "editable": frozenset({"draft", "submitted", "more_info", "declined"}),
        "shown": frozenset({"good_example", "nominated", "recognised", "alumni"}),
    },
)
