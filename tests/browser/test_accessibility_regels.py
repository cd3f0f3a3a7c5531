# SPDX-License-Identifier: EUPL-1.2
"""Promises, rules, texts and weighing under axe, at 320 px, with spacing: see `test_accessibility`."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from netwerk import retention
from netwerk.models import LegalHold, Look
from ruimte_in_de_regels.figures import letters
from ruimte_in_de_regels.models import (
    CaseOutcome,
    CaseSummary,
    Difference,
    JointQuestion,
    JointReply,
    ObstacleReport,
    OutcomeKind,
    Publication,
    Redaction,
)
from tests.access.world import browser_of, holder_of
from tests.browser.inspection import inspect
from tests.browser.test_accessibility import case_with_everything, look
from tests.factories import obstacles, people

pytestmark = pytest.mark.browser
RULES = "ruimte_in_de_regels"
NOW = obstacles.NOW


def told_case():
    """A published case with everything a reader can see of it: room, promises, a rule."""
    case = case_with_everything()
    CaseOutcome.objects.create(
        case=case, kind="experiment", reasoning="Het mag een tijd.", created_at=NOW, starts_on=NOW.date(),
        ends_on=NOW.date() + timedelta(days=700), who_may_join="Alle huizen", terms="Vertel wat je leert.",
    )  # fmt: skip
    CaseOutcome.objects.filter(case=case, kind="no_room").update(kind="already_allowed")
    obstacles.promise(case)
    obstacles.promise(case, "kept", "vws")
    return case


def test_public_pages_of_cases_and_rules(crowd):
    """Proves the lists with their filters, a case with room and promises, a rule, a factsheet, the forms."""
    case = told_case()
    text = obstacles.publication(case, "published", what_you_can_do="Vraag het na.")
    rule = obstacles.regulation(case, description="Beschermt de vrije tijd.")
    back = obstacles.publication(state="retracted", first_public_at=NOW, public_reason="Er stond iets fout.")
    page = crowd.enter()
    names = ("case_list", "regulation_list", "promise_list")
    found = look(
        page, [reverse("insight"), reverse("open_data"), *(reverse(f"{RULES}:{name}") for name in names)]
    )
    found += look(page, [f"{reverse(f'{RULES}:case_list')}?zoek=qxzzyvw", text.get_absolute_url()])
    found += look(page, [reverse(f"{RULES}:regulation", args=[rule.slug])])
    found += look(page, [reverse(f"{RULES}:{name}", args=[text.slug]) for name in ("factsheet", "also_us")])
    found += look(page, [back.get_absolute_url()])
    member = crowd.enter(who=browser_of(people.user("lid")))
    found += look(member, [reverse("follow", args=["regel", rule.slug]), reverse("overview")])
    assert not found, "\n".join(found)


def test_more_pages_behind_a_link(crowd):
    """Proves the text to read along, a colleague's link, passing on, and a question to two at once."""
    case = case_with_everything()
    report = ObstacleReport.objects.get(case=case)
    text = obstacles.publication(case, "with_reporter")
    Publication.objects.filter(pk=text.pk).update(
        shown_at=timezone.now(), read_before=timezone.localdate() + timedelta(days=10)
    )
    link = report.secret_links.get()
    reporter = crowd.enter(who=holder_of(link))
    own = reverse(f"{RULES}:report_status", args=[link.public_id])
    found = look(reporter, [own, f"{own}lees-mee/"])
    threads = list(case.threads.exclude(ministry__code="szw"))
    joint = JointQuestion.objects.create(case=case, question="Wat nu?", due_on=NOW.date(), asked_at=NOW)
    JointReply.objects.bulk_create(JointReply(joint=joint, thread=thread) for thread in threads)
    JointReply.objects.filter(thread=threads[0]).update(text="Het mag.", replied_at=NOW)
    for thread in threads:
        link = obstacles.thread_link(thread)
        sheet = reverse(f"{RULES}:thread_sheet", args=[link.public_id])
        officer = crowd.enter(who=holder_of(link))
        found += look(officer, [sheet, f"{sheet}samen/{joint.pk}/"])
    promise = obstacles.promise(case, code=threads[-1].ministry.code)
    parts = ("doorsturen", "niet-van-ons", f"toezegging/{promise.pk}")
    found += look(officer, [f"{sheet}{part}/" for part in parts])
    assert not found, "\n".join(found)


def test_more_screens_of_the_team(crowd):
    """Proves weighing, outcomes of a kind, promises, rules, redaction, reach: each with something in it."""
    case = told_case()
    for aspect in ("stance", "date"):
        Difference.objects.create(case=case, aspect=aspect, note="Zij zien het anders.", created_at=NOW)
    text = obstacles.publication(case)
    Redaction.objects.create(publication=text, found="Noor", instead="x", reason="person", created_at=NOW)
    promise, rule = case.promises.first(), obstacles.regulation(case)
    promise.news.create(said="later", text="Het duurt langer.", new_date=NOW.date(), said_at=NOW)
    report = ObstacleReport.objects.filter(case=case).first()
    page = crowd.enter(who=browser_of(people.user("coordinator")))
    screens = [
        ("case", case.pk), ("answers", case.pk), ("difference_new", case.pk), ("joint_new", case.pk),
        ("set_aside", case.pk), ("promises",), ("promise_new", case.pk), ("regulations",),
        ("regulation_change", rule.pk), ("redact", case.pk), ("also_rows", case.pk), ("spread", case.pk),
        ("promise_move", case.pk, promise.pk, "keep"), ("promise_news", case.pk, promise.pk),
        ("rule_new",), ("report_rules", report.pk), ("publication_move", case.pk, "approve"),
    ]  # fmt: skip
    found = look(page, [_screen(*screen) for screen in screens], ".desk")
    outcome = reverse("rir_desk:outcome_new", args=[case.pk])
    kinds = (OutcomeKind.EXPERIMENT, OutcomeKind.NO_ROOM)
    found += look(page, [outcome, *(f"{outcome}?soort={kind}" for kind in kinds)], ".desk")
    assert not found, "\n".join(found)


def _screen(name, *words):
    return reverse(f"rir_desk:{name}", args=words)


def test_screens_of_privacy_and_letters(crowd):
    """Proves letters, three lines, retention, holds, the log of inspection, closing a link, view-as."""
    case = told_case()
    text = obstacles.publication(case, "published")
    summary = {"problem": "Niemand weet het.", "question": "Mag het?", "answer": "Ja."}
    CaseSummary.objects.create(case=case, updated_at=NOW, **summary)
    # A letter tells of what happened by now, and the factories live tomorrow.
    case.threads.update(sent_at=timezone.now() - timedelta(minutes=1))
    case.promises.update(made_on=timezone.localdate())
    retention.run(timezone.now() + timedelta(days=800))
    thread = case.threads.filter(ministry__code="ocw").get()
    link = obstacles.thread_link(thread)
    boss = browser_of(people.user("coordinator"))
    page = crowd.enter(who=boss)
    quarter = letters.periods(timezone.localdate())[0].code
    chosen = f"{_screen('letters')}?ministerie=ocw&kwartaal={quarter}"
    found = look(page, [_screen("letters"), chosen, _screen("case_lines", case.pk)], ".desk")
    held = LegalHold.objects.create(dossier=case, reason="Een klacht.", placed_by="Coby", placed_at=NOW)
    Look.objects.create(dossier=case, user_label="Kim", reader="de melder", at=NOW)
    names = ("retention", "retention_periods", "retention_register", "holds", "hold_new", "taken")
    addresses = [reverse(f"desk:{name}") for name in names]
    found += look(page, [*addresses, f"{addresses[-1]}?van=gisteren&soort=blik"], ".desk")
    found += look(page, [_screen("link_withdraw", case.pk, thread.pk, link.pk)], ".desk")
    held.delete()
    report = ObstacleReport.objects.filter(case=case).first()
    for screen, button in (
        (_screen("report", report.pk), "Bekijk als melder"),
        (_screen("case", case.pk), f"Bekijk als {thread.label}"),
        (_screen("case", case.pk), "Bekijk als bezoeker"),
    ):
        page.goto(screen)
        with page.expect_navigation():  # whole, with its fonts: while it grows, its parts lie elsewhere
            page.get_by_role("button", name=button).first.click()
        found += [f"{button}: {line}" for line in inspect(page)]
    assert not found, "\n".join(found)
    assert text.slug
