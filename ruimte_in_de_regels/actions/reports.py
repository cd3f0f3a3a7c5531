# SPDX-License-Identifier: EUPL-1.2
"""What happens to a report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.text import Truncator

from netwerk import cache_tags, links, uploads
from netwerk.access import SYSTEM, Actor, require
from netwerk.casework.clock import due_after_waiting
from netwerk.models import Attachment, Contact, Message, SecretLink, User
from netwerk.perform import Act, Done, Move, NotNow, next_reference, open_dossier, perform
from netwerk.timeline import Happening, part_key, record
from netwerk.uploads import Enclosure

from .. import access, terms
from ..models import (
    REPORT_PREFIX,
    DeskTerms,
    IntakeRule,
    ObstacleCase,
    ObstacleReport,
    ReportChannel,
    ReportDraft,
    ReporterIdentity,
)
from . import intake, routing

REPORT_FIELDS = (
    "story", "goal", "effect", "domain", "rule_text", "rule_kind", "rule_source", "tried", "idea",
    "frequency", "people", "others_know", "initiative", "reporter_role", "employer_may_know",
    "publish_consent", "ministry_may_contact", "also_hits", "differs", "channel", "source",
)  # fmt: skip
"""The answers that go into the report itself, by name of the field."""


VISITOR = Actor("visitor", "Melder")


@dataclass(frozen=True)
class Sent:
    """A report that was sent, and the link by which its reporter follows it."""

    report: ObstacleReport
    link: SecretLink


def send_report(
    draft: ReportDraft, answers: Mapping[str, Any], now: datetime, *, by: Actor = VISITOR
) -> Sent:
    """Make a report of a draft: once, however often it is asked.

    Args:
        draft: what was written; its key makes a second sending find the first.
        answers: the checked answers of all screens: the names of `REPORT_FIELDS`, `sector`, `region`,
            `themes`, and of the reporter `name`, `email`, `phone`, `organisation_name`; `also_hits` and
            `differs` when the reporter compared it with a case that is known already.
        now: the moment of sending.
        by: who sends it. An account is named on the timeline only when it reports for somebody else, by
            a `channel` that is not the form.
    """
    with transaction.atomic():
        # The lock makes the second of two simultaneous sendings wait, and then find the first.
        # What else sending must know comes along in the same query.
        draft = (
            ReportDraft.objects.select_for_update(of=("self",))
            .annotate(
                days=DeskTerms.objects.filter(pk=1).values("first_contact"),
                has_rules=Exists(IntakeRule.objects.filter(active=True)),
                has_files=Exists(Attachment.objects.filter(staged_for=OuterRef("pk"))),
            )
            .get(pk=draft.pk)
        )
        if draft.report_id is not None:
            return _already_sent(draft.report_id)
        return _send(draft, answers, now, by)


def _send(draft: Any, answers: Mapping[str, Any], now: datetime, by: Actor) -> Sent:
    today = timezone.localdate(now)
    report = ObstacleReport(
        **{name: answers[name] for name in REPORT_FIELDS if answers.get(name) is not None},
        title=opening(answers["story"]),
        reference=next_reference(REPORT_PREFIX, now),
        submission_key=draft.pk,
        privacy_accepted_at=now,
        due_at=terms.first_contact_due(today, draft.days or DeskTerms().first_contact),
    )
    rule = intake.first_fit(intake.facts_of_answers(answers)) if draft.has_rules else None
    if rule is not None:
        report.assignee = rule.handler
    contact = _contact(answers)
    entered = report.channel != ReportChannel.WEB
    if entered:
        require(access.reports_for_others(by))
    open_dossier(report, Happening("melding.sent"), by=VISITOR, now=now)
    if entered:
        record(report, Happening("melding.entered"), by=by, now=now)
    if rule is not None:
        routed = Happening("melding.routed", data={"assignee": str(rule.handler), "rule": rule.name})
        record(report, routed, by=SYSTEM, now=now)  # whoever must hear of it hears of the sending
    if contact is not None:
        ReporterIdentity.objects.create(
            report=report, contact=contact, organisation_name=answers.get("organisation_name", "")
        )
    _place(report, answers)
    if draft.has_files and uploads.adopt(draft.pk, report):
        report.attachments.update(audience="reporter")
    link = links.new_link(access.REPORTER_SCOPE, report, contact=contact, now=now)
    _counted_anew(report)
    # The draft has done its work: the report holds the answers now, the identity table the rest.
    ReportDraft.objects.filter(pk=draft.pk).update(report=report, answers={}, updated_at=now)
    return Sent(report, link)


def _counted_anew(report: ObstacleReport) -> None:
    """Empty the kept page of the case that the reporter says plays there too: it tells how many said so."""
    if report.also_hits_id:
        cache_tags.bump_on_commit(cache_tags.dossier(report.also_hits_id))


def opening(story: str) -> str:
    """Return the title of a report that nobody of the team has named yet: how its story begins."""
    return Truncator(" ".join(story.split())).chars(80)


def _already_sent(report_id: int) -> Sent:
    report = ObstacleReport.objects.get(pk=report_id)
    link = report.secret_links.filter(scope=access.REPORTER_SCOPE).latest("created_at")
    return Sent(report, link)


def _contact(answers: Mapping[str, Any]) -> Contact | None:
    """Make a contact when somebody said anything about who they are; else the report is anonymous."""
    if not any(answers.get(name) for name in ("name", "email", "phone", "organisation_name")):
        return None
    return Contact.objects.create(
        name=answers.get("name", ""), email=answers.get("email", ""), phone=answers.get("phone", "")
    )


def _place(report: ObstacleReport, answers: Mapping[str, Any]) -> None:
    if answers.get("sector"):
        report.sectors.add(answers["sector"])
    if answers.get("region"):
        report.regions.add(answers["region"])
    if answers.get("themes"):
        report.themes.add(*answers["themes"])


def take(report: ObstacleReport, *, by: Actor, now: datetime) -> Done:
    """Start reading a report: it becomes the actor's own."""

    def own(fresh: ObstacleReport) -> None:
        fresh.assignee = by.user
        fresh.due_at = terms.intake_due(timezone.localdate(fresh.created_at))

    return perform(report, Move("take", then=own), by=by, now=now)


def assign(report: ObstacleReport, to: User, *, by: Actor, now: datetime) -> Done:
    """Give a report to somebody of the team."""

    def hand(fresh: ObstacleReport) -> None:
        fresh.assignee = to

    act = Act("melding.assigned", access.handles_reports, then=hand, data={"assignee": str(to)})
    return perform(report, act, by=by, now=now)


def rename(report: ObstacleReport, title: str, *, by: Actor, now: datetime) -> Done:
    """Give a report a title that a colleague understands."""

    def name(fresh: ObstacleReport) -> None:
        fresh.title = title

    return perform(report, Act("melding.renamed", access.handles_reports, then=name), by=by, now=now)


def ask(
    report: ObstacleReport, question: str, files: Sequence[Enclosure] = (), *, by: Actor, now: datetime
) -> Done:
    """Ask the reporter something; the clock stands still until the answer."""
    move = Move("ask", {"question": question}, data=enclosed(files))
    with transaction.atomic():
        done = perform(report, move, by=by, now=now)
        say(done.subject, question, Message.Side.TEAM, now, files)
    return done


def reply(
    report: ObstacleReport, text: str, files: Sequence[Enclosure] = (), *, by: Actor, now: datetime
) -> Done:
    """Answer the team's question, as the reporter or for the reporter; the days of waiting are given back."""

    move = Move("reply", {"reply": text}, data=enclosed(files), then=_give_time_back(now))
    with transaction.atomic():
        done = perform(report, move, by=by, now=now)
        say(done.subject, text, Message.Side.OTHER, now, files)
    return done


def go_on(report: ObstacleReport, *, by: Actor, now: datetime) -> Done:
    """Stop waiting for an answer that does not come; one that comes later is information like any other."""
    return perform(report, Move("go_on", then=_give_time_back(now)), by=by, now=now)


def _give_time_back(now: datetime) -> Callable[[ObstacleReport], None]:
    def give(fresh: ObstacleReport) -> None:
        fresh.due_at = due_after_waiting(fresh, "melding.ask", now)

    return give


def tell(
    report: ObstacleReport, text: str, files: Sequence[Enclosure] = (), *, by: Actor, now: datetime
) -> Done:
    """Send the reporter a message, with files; nothing else changes. It is read on the status page.

    Raises:
        NotNow: the reporter took the report back.
    """

    def check(fresh: ObstacleReport) -> None:
        if fresh.state == "withdrawn":
            raise NotNow("De melder trok deze melding in.")

    act = Act("melding.told", access.handles_reports, then=check, data=enclosed(files))
    with transaction.atomic():
        done = perform(report, act, by=by, now=now)
        say(done.subject, text, Message.Side.TEAM, now, files)
    return done


def say(report: ObstacleReport, text: str, side: str, now: datetime, files: Sequence[Enclosure] = ()) -> None:
    """Keep a message between the team and the reporter, with its files; part of the change that brought it.

    Both read the files of both; nobody else does.
    """
    label = "Netwerkteam" if side == Message.Side.TEAM else "Melder"
    message = Message.objects.create(dossier=report, side=side, author_label=label, text=text, created_at=now)
    for file in files:
        uploads.attach(file, report, now, part=part_key(message), audience="reporter")


def enclosed(files: Sequence[Enclosure]) -> dict[str, Any]:
    """Return what the timeline tells of the files at a message: how many, never their names."""
    if not files:
        return {}
    words = "met een bestand" if len(files) == 1 else f"met {len(files)} bestanden"
    return {"files": len(files), "enclosed": f", {words}"}


def add_to_case(report: ObstacleReport, case: ObstacleCase, *, by: Actor, now: datetime) -> Done:
    """Bring a report into a case: the first one is accepted, a later one joins those who said the same.
    The rules in law that the report is tied to come along.

    The case is locked before the report, as everywhere, and looked at only then: a colleague may just have
    closed it, or put the first report in it.
    """
    with transaction.atomic():
        data = {"report": report.reference}
        act = Act("casus.report_added", access.handles_cases, data=data)
        current: ObstacleCase = perform(case, act, by=by, now=now).subject

        def place(fresh: ObstacleReport) -> None:
            fresh.case = current
            fresh.due_at = None

        first = not current.reports.exists()
        done = perform(report, Move("accept" if first else "merge", fill=place), by=by, now=now)
        routing.bring_to_case(current, report.regulations.all(), by=by, now=now)
    return done


def refer(report: ObstacleReport, next_desk: str, reason: str, *, by: Actor, now: datetime) -> Done:
    """Send a reporter on to a desk that can help; the reporter reads which one and why."""

    def send_on(fresh: ObstacleReport) -> None:
        fresh.next_desk, fresh.due_at = next_desk, None

    with transaction.atomic():
        done = perform(
            report, Move("refer", {"next_desk": next_desk, "reason": reason}, then=send_on), by=by, now=now
        )
        say(done.subject, reason, Message.Side.TEAM, now)
    return done


def withdraw(report: ObstacleReport, reason: str, *, by: Actor, now: datetime) -> Done:
    """Take a report back, as the reporter or on the reporter's behalf; a reason is welcome, not needed."""

    def stop(fresh: ObstacleReport) -> None:
        fresh.due_at = None

    with transaction.atomic():
        done = perform(report, Move("withdraw", then=stop), by=by, now=now)
        _counted_anew(report)
        if reason:
            say(done.subject, reason, Message.Side.OTHER, now)
    return done


def answer(report: ObstacleReport, text: str, *, by: Actor, now: datetime) -> Done:
    """Tell a reporter the outcome; the text is read on the status page, never in the mail."""
    with transaction.atomic():
        done = perform(report, Move("answer"), by=by, now=now)
        say(done.subject, text, Message.Side.TEAM, now)
    return done


def close(report: ObstacleReport, *, by: Actor, now: datetime) -> Done:
    """Close a report that was answered or referred."""
    return perform(report, Move("close"), by=by, now=now)


def reopen(report: ObstacleReport, reason: str, *, by: Actor, now: datetime) -> Done:
    """Look again at a report that was done; the reporter reads why, and the clock starts anew."""

    def again(fresh: ObstacleReport) -> None:
        _ask_anew(fresh)
        fresh.due_at = terms.intake_due(timezone.localdate(now))

    with transaction.atomic():
        done = perform(report, Move("reopen", {"reason": reason}, then=again), by=by, now=now)
        say(done.subject, reason, Message.Side.TEAM, now)
    return done


def take_up_again(report: ObstacleReport, *, by: Actor, now: datetime) -> Done:
    """Go on with a report that was told an outcome, because its case is open again; the reporter hears it."""
    return perform(report, Move("take_up_again", then=_ask_anew), by=by, now=now)


def _ask_anew(fresh: ObstacleReport) -> None:
    """Forget what was asked about the outcome that no longer stands: it is asked about the next one."""
    fresh.reopen_asked_at = fresh.aftercare_asked_at = None
    fresh.works_now = ""


def open_identity(
    report: ObstacleReport, reason: str, *, by: Actor, now: datetime
) -> ReporterIdentity | None:
    """Show who reported, and write down who looked and why.

    Returns:
        The identity, or None when the report is anonymous (that is logged too).
    """
    act = Act("melding.identity_opened", access.may_open_identity, data={"reason": reason})
    done = perform(report, act, by=by, now=now)
    return ReporterIdentity.objects.select_related("contact").filter(report_id=done.subject.pk).first()
