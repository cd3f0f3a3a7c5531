# SPDX-License-Identifier: EUPL-1.2
"""Who hears of weighing and of what is tried: joint questions, ends that come near, projects that tell."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format

from netwerk import links, notifications
from netwerk.kinds import url_of
from netwerk.models import Connection, Delivery, SearchDocument, TimelineEntry
from netwerk.notifications import Letter, Notice, Recipient, assignee_of
from netwerk.timeline import part_key

from ..access import MINISTRY_SCOPE
from ..models import JointReply, MinistryThread, ObstacleCase
from .letters import Writer
from .ministry import colleague, everybody
from .team import coordinators, team_letter

_TESTS = Connection.Relation.TESTS
_STILL_WELCOME = "De termijn liep tot en met {day}. Een antwoord is nog steeds welkom."
_OUTSIDE = "Je krijgt dit bericht omdat je contactpersoon bent voor Ruimte in de Regels."


def _asked_jointly(entry: TimelineEntry) -> Iterable[Recipient]:
    """The contacts of every party that was asked together."""
    threads = MinistryThread.objects.filter(pk__in=entry.data.get("threads", ()), contact__isnull=False)
    for thread in threads.select_related("contact__contact"):
        if thread.contact is not None:
            yield Recipient(contact=thread.contact.contact, part=part_key(thread))


def _others_asked(entry: TimelineEntry) -> Iterable[Recipient]:
    """The contacts of the other parties of the joint question to which one replied."""
    rows = JointReply.objects.filter(joint=entry.data.get("joint"), thread__contact__isnull=False)
    rows = rows.exclude(thread__state="withdrawn")
    for reply in rows.select_related("thread__contact__contact"):
        thread = reply.thread
        if part_key(thread) != entry.part and thread.contact is not None:
            yield Recipient(contact=thread.contact.contact, part=part_key(thread))


def _other_replied(entry: TimelineEntry, delivery: Delivery) -> Letter | None:
    """Say that another party replied: what it said stands behind the link alone."""
    if delivery.contact is None:
        return None
    link = links.make_link(
        MINISTRY_SCOPE, entry.dossier, contact=delivery.contact, part=delivery.part, now=timezone.now()
    )
    return Letter(
        subject=f"Een andere partij antwoordde op de vraag aan jullie samen ({entry.dossier.reference})",
        lines=("We stelden jullie samen een vraag. Een andere partij heeft daarop geantwoord.",),
        button_label="Lees het antwoord",
        button_url=links.url_for(link),
        what_next="Gaven jullie zelf nog geen antwoord? Dat kan op dezelfde pagina.",
        reason=_OUTSIDE,
    )


def _joint_letter(subject: str, *lines: str) -> Writer:
    """Return a writer of letters about a joint question, which itself stands behind the link alone."""

    def letter(entry: TimelineEntry, delivery: Delivery) -> Letter | None:
        thread = int(delivery.part.rpartition(":")[2])
        rows = JointReply.objects.filter(thread=thread, replied_at__isnull=True).select_related("joint")
        named = entry.data.get("joint")
        waiting = rows.filter(joint=named).first() if named else rows.last()
        if waiting is None or delivery.contact is None:
            return None
        link = links.make_link(
            MINISTRY_SCOPE, entry.dossier, contact=delivery.contact, part=delivery.part, now=timezone.now()
        )
        day = date_format(waiting.joint.due_on, "j F Y")
        late = waiting.joint.due_on < timezone.localdate()
        return Letter(
            subject=subject.format(reference=entry.dossier.reference),
            lines=lines,
            button_label="Lees de vraag",
            button_url=links.url_for(link),
            what_next=_STILL_WELCOME.format(day=day) if late else f"We horen graag uiterlijk {day} van je.",
            reason=_OUTSIDE,
        )

    return letter


def _cases_tested_by(entry: TimelineEntry) -> list[ObstacleCase]:
    """Return the cases whose solution a project tries out."""
    ties = Connection.objects.filter(from_dossier=entry.dossier_id, relation=_TESTS)
    rows = ObstacleCase.objects.filter(pk__in=ties.values("to_dossier"))
    return list(rows.select_related("assignee"))


def _handlers(entry: TimelineEntry) -> Iterable[Recipient]:
    """Who handles the cases that a project tests."""
    people = {case.assignee for case in _cases_tested_by(entry) if case.assignee and case.assignee.is_active}
    return [Recipient(user=user) for user in people]


def _allowed_by(entry: TimelineEntry) -> Iterable[Recipient]:
    """The contacts of the parties that gave room for the experiment: they hear what came of it."""
    seen = set()
    for case in _cases_tested_by(entry):
        rooms = set(case.outcomes.filter(kind="experiment").values_list("ministry", flat=True))
        gave = Q(ministry__in=rooms - {None})
        if None in rooms:  # of the whole case: then who answered that it can be tried
            gave |= Q(answer__kind="experiment", state="answered")
        threads = case.threads.filter(gave, contact__isnull=False)
        for thread in threads.select_related("contact__contact"):
            if thread.contact is not None and thread.contact_id not in seen:
                seen.add(thread.contact_id)
                yield Recipient(contact=thread.contact.contact)


def _told_letter(entry: TimelineEntry, _delivery: Delivery) -> Letter | None:
    """Only when everybody may read the story: a ministry has no account."""
    story = SearchDocument.objects.filter(dossier=entry.dossier_id, audience="public").first()
    if story is None:
        return None
    return Letter(
        subject="Het experiment is klaar: lees wat het opleverde",
        lines=("Jullie gaven ruimte om iets uit te proberen. De groep vertelt nu wat het opleverde.",),
        button_label="Lees het verhaal",
        button_url=settings.BASE_URL + story.url,
        what_next="Geeft dit aanleiding om de regel te veranderen? Dan horen we dat graag.",
        reason=_OUTSIDE,
    )


def _ending_letter(entry: TimelineEntry, _delivery: Delivery) -> Letter:
    day = parse_date(str(entry.data.get("until", "")))
    return Letter(
        subject=f"Een experiment eindigt over een half jaar ({entry.dossier.reference})",
        lines=(f"Het eindigt op {date_format(day, 'j F Y')}." if day else "Het eindigt binnenkort.",),
        button_label="Open de casus",
        button_url=settings.BASE_URL + url_of(entry.dossier),
        what_next="Plan de evaluatie. Of vraag op tijd om verlenging.",
        reason="Je krijgt dit bericht omdat je deze casus behandelt.",
    )


notifications.register(
    Notice(
        "joint-asked", "casus.joint_asked", _asked_jointly,
        _joint_letter(
            "Een vraag aan jullie samen ({reference})",
            "We stelden meer partijen dezelfde vraag. De antwoorden verschillen.",
            "Daarom vragen we jullie samen om een reactie. Jullie lezen elkaars antwoord.",
        ),
    ),
    Notice(
        "joint-reminded", "ministerievraag.joint_reminded", everybody,
        _joint_letter(
            "Herinnering: een vraag aan jullie samen ({reference})",
            "Een tijd geleden stelden we meer partijen samen een vraag. Jullie antwoord hebben we nog niet.",
        ),
    ),
    Notice(
        "joint-pressed", "ministerievraag.joint_pressed", everybody,
        _joint_letter(
            "Vandaag is de laatste dag voor de vraag aan jullie samen ({reference})",
            "Vandaag is de laatste dag om te antwoorden op de vraag die we jullie samen stelden.",
        ),
    ),
    Notice(
        "joint-backup", "ministerievraag.joint_backup_asked", colleague,
        _joint_letter(
            "Een vraag aan jullie samen die bleef liggen ({reference})",
            "We stelden meer partijen samen een vraag. Van jullie kwam geen antwoord. Jij bent de vervanger.",
            "Met de knop lees je de vraag. De link is van jou. Je hebt geen account nodig.",
        ),
    ),
    Notice(
        "joint-raised", "ministerievraag.joint_raised", coordinators,
        team_letter(
            "{ministry} antwoordt niet op de gezamenlijke vraag: {reference}",
            "{ministry} antwoordt niet, ook niet na onze herinneringen. Er staat een taak voor je klaar.",
        ),
    ),
    Notice(
        "joint-replied", "ministerievraag.joint_replied", assignee_of,
        team_letter(
            "{ministry} antwoordde op de gezamenlijke vraag: {reference}",
            "{ministry} antwoordde op de gezamenlijke vraag.",
        ),
    ),
    Notice("joint-replied-others", "ministerievraag.joint_replied", _others_asked, _other_replied),
    Notice("outcome-ends", "casus.outcome_ends", assignee_of, _ending_letter),
    *(
        Notice(
            f"experiment-{name}", entry, _handlers,
            team_letter(f"Het leertraject bij je casus {words}: {{reference}}", f"Het leertraject {words}."),
        )
        for name, entry, words in (
            ("completed", "leertraject.complete", "is afgerond"),
            ("stopped", "leertraject.stop", "is gestopt"),
        )
    ),
    Notice("experiment-told", "leertraject.share", _allowed_by, _told_letter),
)  # fmt: skip
