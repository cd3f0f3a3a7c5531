# SPDX-License-Identifier: EUPL-1.2
"""What the team hears: news of reporters and of ministries, and what waits for a second person."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db.models import Q

from netwerk import notifications
from netwerk.kinds import url_of
from netwerk.models import Delivery, TimelineEntry, User
from netwerk.notifications import Letter, Notice, Recipient, assignee_of

from .letters import Writer


def _colleagues(entry: TimelineEntry) -> Iterable[Recipient]:
    """Everybody who handles cases: one of them is the second person."""
    return _people_with("handle_case")


def coordinators(entry: TimelineEntry) -> Iterable[Recipient]:
    """Whoever decides about cases."""
    return _people_with("decide_case")


def _people_with(codename: str) -> Iterable[Recipient]:
    permission = Permission.objects.get(content_type__app_label="ruimte_in_de_regels", codename=codename)
    users = User.objects.filter(
        Q(groups__permissions=permission) | Q(user_permissions=permission), is_active=True
    ).distinct()
    return [Recipient(user=user) for user in users]


def team_letter(subject: str, line: str) -> Writer:
    """Return a writer of letters to colleagues; the words may name `reference` and `ministry`."""

    def letter(entry: TimelineEntry, _delivery: Delivery) -> Letter | None:
        filled = {"reference": entry.dossier.reference, "ministry": entry.data.get("ministry", "")}
        return Letter(
            subject=subject.format(**filled),
            lines=(line.format(**filled),),
            button_label="Open de zaak",
            button_url=settings.BASE_URL + url_of(entry.dossier),
            reason="Je krijgt dit bericht omdat je in het netwerkteam werkt.",
        )

    return letter


_TIED = "Een collega koppelde een wet of regel, en volgens de verdeelregels is die van jou."

notifications.register(
    Notice(
        "report-routed", "melding.sent", assignee_of,
        team_letter("Een nieuwe melding voor jou: {reference}", "Deze melding kwam net binnen."),
    ),
    Notice(
        "report-rerouted", "melding.routed", assignee_of,
        team_letter("Een melding voor jou: {reference}", _TIED),
    ),
    Notice(
        "case-routed", "casus.routed", assignee_of,
        team_letter("Een casus voor jou: {reference}", _TIED),
    ),
    Notice(
        "case-grew", "casus.merged_in", assignee_of,
        team_letter("Er kwam een casus bij: {reference}", "Een andere casus ging op in deze casus."),
    ),
    Notice(
        "report-replied", "melding.reply", assignee_of,
        team_letter("Antwoord op je vraag bij {reference}", "De melder heeft je vraag beantwoord."),
    ),
    Notice(
        "report-added", "melding.added", assignee_of,
        team_letter("Nieuwe informatie bij {reference}", "De melder stuurde nieuwe informatie."),
    ),
    Notice(
        "report-withdrawn", "melding.withdraw", assignee_of,
        team_letter("Melding {reference} is ingetrokken", "De melder heeft de melding ingetrokken."),
    ),
    Notice(
        "statement-to-check", "casus.statement_completed", _colleagues,
        team_letter("Wil je meelezen? {reference}", "Een probleemstelling wacht op een tweede lezer."),
    ),
    Notice(
        "statement-approved", "casus.statement_approved", assignee_of,
        team_letter("Goedgekeurd: {reference}", "Een collega keurde de probleemstelling goed."),
    ),
    Notice(
        "statement-returned", "casus.statement_returned", assignee_of,
        team_letter("Terug met een reden: {reference}", "Een collega gaf de probleemstelling terug."),
    ),
    Notice(
        "thread-raised", "ministerievraag.raised", coordinators,
        team_letter(
            "{ministry} antwoordt niet: {reference}",
            "{ministry} antwoordt niet, ook niet na onze herinneringen. Er staat een taak voor je klaar.",
        ),
    ),
    *(
        Notice(
            f"thread-{name}", f"ministerievraag.{move}", assignee_of,
            team_letter(f"{{ministry}} {what}: {{reference}}", f"{{ministry}} {what}."),
        )
        for name, move, what in (
            ("answered", "answer", "antwoordde op de vraag"),
            ("asked-back", "ask_back", "stelde een vraag terug"),
            ("extended", "extend", "vroeg uitstel"),
            ("passed-on", "pass_on", "gaat hier niet over"),
            ("expired", "expire", "antwoordde niet op tijd"),
        )
    ),
)  # fmt: skip
