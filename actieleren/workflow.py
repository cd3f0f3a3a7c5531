# SPDX-License-Identifier: EUPL-1.2
"""The state tables of learning projects and of their cycles.

Pure data. The golden tables, written by hand first, are in `docs/workflows/actieleren.md`.
"""

from netwerk.workflow import PREVIOUS, State, Transition, Workflow

# fmt: off
# One row a line, as in the golden tables.

_OPEN = ("exploring", "preparing", "ready", "running", "paused", "evaluating")

PROJECT = Workflow(
    name="leertraject",
    initial="exploring",
    states=(
        State("exploring", "Verkenning", "neutral", "search", plain="Jullie kijken of actieleren past, en met wie."),
        State("preparing", "Voorbereiding", "progress", "list-check", plain="Jullie maken samen afspraken voor het begin."),
        State("ready", "Klaar om te starten", "info", "flag", plain="Alles is afgesproken. Jullie kunnen beginnen."),
        State("running", "Loopt", "progress", "progress", plain="Jullie proberen uit, kijken terug en verbeteren."),
        State("paused", "Gepauzeerd", "warning", "player-pause", plain="Het traject staat even stil."),
        State("evaluating", "Evaluatie", "info", "clipboard-check", plain="Jullie kijken terug op het hele traject."),
        State("completed", "Afgerond", "success", "circle-check", plain="Het traject is klaar. Deel jullie verhaal."),
        State("stopped", "Gestopt", "neutral", "hand-stop", plain="Jullie stopten. Wat jullie leerden, blijft."),
        State("shared", "Gedeeld", "success", "users-group", plain="Anderen leren van jullie verhaal."),
    ),
    transitions=(
        Transition("prepare", "Begin met voorbereiden", ("exploring",), "preparing", "leads", conditions=("led",)),
        Transition("settle", "Alles is afgesproken", ("preparing",), "ready", "leads", conditions=("problem_agreed", "inventoried", "criteria_agreed", "rules_agreed", "planned")),
        Transition("revise", "Pas de afspraken aan", ("ready",), "preparing", "leads"),
        Transition("begin", "Start het traject", ("ready",), "running", "leads", requires=("started_on",), needs_form=True),
        Transition("pause", "Pauzeer", ("running",), "paused", "lead_or_team", requires=("reason",), needs_form=True),
        Transition("resume", "Ga weer verder", ("paused",), "running", "lead_or_team"),
        Transition("evaluate", "Begin met evalueren", ("running",), "evaluating", "leads", conditions=("reflected",)),
        Transition("go_on", "Toch nog een ronde", ("evaluating",), "running", "leads"),
        Transition("complete", "Rond het traject af", ("evaluating",), "completed", "leads", requires=("changed", "improvement_for"), kept_apart=("changed", "improvement_for"), conditions=("lasted", "judged", "learned"), needs_form=True),
        Transition("stop", "Stop het traject", _OPEN, "stopped", "lead_or_team", requires=("reason",), conditions=("learned",), needs_form=True),
        Transition("lapse", "Laat vervallen", ("exploring",), "stopped", "portal", conditions=("unlisted",)),
        Transition("share", "Deel jullie verhaal", ("completed", "stopped"), "shared", "leads", requires=("story", "seen_by"), kept_apart=("story",), conditions=("carded",), needs_form=True),
        Transition("retract", "Haal het verhaal van de site", ("shared",), PREVIOUS, "handles_projects", requires=("reason",), needs_form=True),
    ),
    sets={
        "open": frozenset(_OPEN),
        "paused": frozenset({"paused"}),
        "ended": frozenset({"completed", "stopped", "shared"}),
        "trying": frozenset({"running", "evaluating"}),
    },
)

CYCLE = Workflow(
    name="ronde",
    initial="try_out",
    states=(
        State("try_out", "Uitproberen", "progress", "flask"),
        State("reflect", "Reflecteren", "warning", "eye-search"),
        State("improve", "Verbeteren", "info", "trending-up"),
        State("closed", "Klaar", "success", "circle-check", final=True),
    ),
    transitions=(
        Transition("look_back", "Klaar met uitproberen", ("try_out",), "reflect", "works_together", requires=("tried",), kept_apart=("tried",), needs_form=True),
        Transition("reflect", "Vul samen de reflectie in", ("reflect",), "improve", "works_together", requires=("happened", "for_whom"), kept_apart=("happened", "for_whom"), needs_form=True),
        Transition("close", "Sluit de ronde af", ("improve",), "closed", "works_together", requires=("decision", "change"), kept_apart=("change",), conditions=("looked_back",), needs_form=True),
    ),
    sets={"open": frozenset({"try_out", "reflect", "improve"})},
)
