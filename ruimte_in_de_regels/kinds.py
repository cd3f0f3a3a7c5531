# SPDX-License-Identifier: EUPL-1.2
"""What this desk registers with the network: its kinds of dossier and its state tables."""

from netwerk import kinds, processes
from netwerk.casework import silence
from netwerk.kinds import Kind, address_by_key
from netwerk.processes import Process

from . import access, conditions, demo, entries, workflow
from . import silence as silences
from .actions import cases, reports
from .models import MinistryThread, ObstacleCase, ObstacleReport, Promise, Publication
from .shelf import SHELF

REPORT, CASE, THREAD, PUBLICATION = "melding", "casus", "ministerievraag", "publicatie"
PROMISE = "toezegging"


kinds.register(
    Kind(
        REPORT,
        "Melding",
        "mail",
        ObstacleReport,
        address_by_key("rir_desk:report"),
        access.reports_q,
        access.may_read_report_attachment,
        team_permission="ruimte_in_de_regels.handle_report",
        queue="rir_desk:reports",
        assign=reports.assign,
        tell=reports.tell,
        entries=entries.of_report,
        found_with=entries.REPORT_WITH,
        demo=demo.load,
        remove=demo.remove,
        copied=demo.REPORTS_COPIED,
    ),
    Kind(
        CASE,
        "Ruimte in de Regels",
        "scale",
        ObstacleCase,
        address_by_key("rir_desk:case"),
        access.cases_q,
        access.may_read_case_attachment,
        team_permission="ruimte_in_de_regels.handle_case",
        queue="rir_desk:cases",
        assign=cases.assign,
        tell=cases.tell,
        shelf=SHELF,
        entries=entries.of_case,
        found_with=entries.CASE_WITH,
        copied=demo.CASES_COPIED,
    ),
)

processes.register(
    ObstacleReport,
    Process(
        workflow.REPORT,
        REPORT,
        rules={
            "handles_reports": access.handles_reports,
            "reporter_or_team": access.reporter_or_team,
            "decides_cases": access.decides_cases,
            "portal": access.portal,
        },
        conditions={"reachable": conditions.reachable, "in_open_case": conditions.in_open_case},
    ),
)
processes.register(
    ObstacleCase,
    Process(
        workflow.CASE,
        CASE,
        rules={"handles_cases": access.handles_cases, "decides_cases": access.decides_cases},
        conditions={
            "assigned": conditions.assigned,
            "no_open_reports": conditions.no_open_reports,
            "analysis_complete": conditions.analysis_complete,
            "statement_approved": conditions.statement_approved,
            "thread_sent": conditions.thread_sent,
            "threads_settled": conditions.threads_settled,
            "outcome_written": conditions.outcome_written,
            "outcome_to_follow": conditions.outcome_to_follow,
            "not_merged": conditions.not_merged,
            "reporters_informed": conditions.reporters_informed,
            "parties_settled": conditions.parties_settled,
        },
    ),
)
processes.register(
    MinistryThread,
    Process(
        workflow.THREAD,
        THREAD,
        rules={
            "handles_cases": access.handles_cases,
            "ministry_or_team": access.ministry_or_team,
            "portal": access.portal,
        },
        conditions={
            "question_written": conditions.question_written,
            "contact_known": conditions.contact_known,
            "not_extended_before": conditions.not_extended_before,
            "answer_written": conditions.answer_written,
            "past_due": conditions.past_due,
        },
        dossier_field="case",
    ),
)
processes.register(
    Publication,
    Process(
        workflow.PUBLICATION,
        PUBLICATION,
        rules={
            "handles_cases": access.handles_cases,
            "second_person": access.second_person,
            "publishes_cases": access.publishes_cases,
            "portal": access.portal,
        },
        conditions={
            "text_complete": conditions.text_complete,
            "checklist_done": conditions.checklist_done,
            "reporters_do_not_object": conditions.reporters_do_not_object,
            "small_group_weighed": conditions.small_group_weighed,
            "nothing_leaks": conditions.nothing_leaks,
            "reporters_heard": conditions.reporters_heard,
            "network_only": conditions.network_only,
            "outcome_known": conditions.outcome_known,
        },
        dossier_field="case",
    ),
)

processes.register(
    Promise,
    Process(
        workflow.PROMISE,
        PROMISE,
        rules={
            "handles_cases": access.handles_cases,
            "decides_cases": access.decides_cases,
            "portal": access.portal,
        },
        dossier_field="case",
    ),
)

silence.register(*silences.SILENCES)
