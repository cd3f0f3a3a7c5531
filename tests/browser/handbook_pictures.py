# SPDX-License-Identifier: EUPL-1.2
"""Takes the handbook's pictures of ministries, promises and publication, from the demo.

No test of its own: `HANDBOOK_SCREENSHOTS=1 pytest tests/browser/handbook_pictures.py` takes them. Those of
the whole road of a report are taken by the journeys.
"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from netwerk import demo
from netwerk.models import Dossier, User
from ruimte_in_de_regels.actions import redactions, weighing
from ruimte_in_de_regels.models import MinistryThread, ObstacleCase, PromiseNews, Publication
from tests.access.world import browser_of, holder_of
from tests.browser.crowd import shoot
from tests.factories import obstacles
from tests.factories.people import actor

pytestmark = pytest.mark.django_db(transaction=True)
RULES = "ruimte_in_de_regels"


@pytest.fixture
def shown(site):
    """The demo, without the line on every page that says so."""
    demo.load("een-lang-wachtwoord", timezone.now())
    Dossier.objects.update(is_demo=False)
    demo.look_again("handbook")


def _link(thread):
    """Return the link of who was asked, as it is when somebody opens it today."""
    part = f"{RULES}.ministrythread:{thread.pk}"
    return obstacles.links.make_link(
        "ministerie", thread.case, contact=thread.contact.contact, part=part, now=timezone.now()
    )


def _colleague(crowd):
    """Return the coordinator's page."""
    return crowd.enter(who=browser_of(User.objects.get(email=f"coordinator@{demo.DOMAIN}")))


def _show(page, selector):
    """Bring a part of the page to the top of the window."""
    page.locator(selector).first.evaluate(
        "part => part.scrollIntoView({block: 'start', behavior: 'instant'})"
    )


def _promises(crowd):
    news = PromiseNews.objects.waiting().select_related("promise__case").get()
    promise = news.promise
    threads = MinistryThread.objects.select_related("case", "contact__contact")
    thread = threads.get(case=promise.case, ministry=promise.ministry)
    link = _link(thread)
    officer = crowd.enter(who=holder_of(link))
    officer.goto(reverse(f"{RULES}:thread_promise", args=[link.public_id, promise.pk]))
    shoot(officer, "ministerie-toezegging")
    team = _colleague(crowd)
    team.goto(reverse("rir_desk:case", args=[promise.case_id]))
    _show(team, "div:has(> .note--warning)")
    shoot(team, "team-toezegging", from_top=False)
    team.goto(reverse("rir_desk:promises"))
    shoot(team, "team-toezeggingen")


def _together(crowd):
    case = ObstacleCase.objects.get(state="weighing_answers")
    first_two = list(case.threads.select_related("case", "contact__contact").order_by("pk")[:2])
    new = weighing.NewJointQuestion(
        "Wie let op de rust als iemand bij twee werkgevers werkt? Wat kunnen jullie daar samen over zeggen?",
        timezone.localdate() + timedelta(days=28),
        first_two,
    )
    joint = weighing.ask_jointly(case, new, by=actor("team"), now=timezone.now())
    reply = joint.replies.get(thread=first_two[0])
    text = "Volgens ons letten beide werkgevers op de rust. Dit is een verzonnen voorbeeld."
    weighing.reply_jointly(reply, text, by=actor("team"), now=timezone.now())
    link = _link(first_two[1])
    officer = crowd.enter(who=holder_of(link))
    officer.goto(reverse(f"{RULES}:thread_joint", args=[link.public_id, joint.pk]))
    shoot(officer, "ministerie-samen")


def _publication(crowd):
    read = Publication.objects.filter(state="with_reporter", case__reports__isnull=False).first()
    link = read.case.reports.first().secret_links.first()
    reporter = crowd.enter(who=holder_of(link))
    reporter.goto(reverse(f"{RULES}:report_read_along", args=[link.public_id]))
    shoot(reporter, "melden-meelezen")
    draft = Publication.objects.filter(state="drafting").first()
    draft.situation = (
        "In een dagopvang in Twente zijn voor elk formulier twee handtekeningen nodig. "
        "De enige zorgmanager tekent aan het eind van de dag. Dit is een verzonnen voorbeeld."
    )
    draft.save()
    values = {"found": "enige zorgmanager", "instead": "tweede persoon", "reason": "function"}
    redactions.redact(draft, values, by=actor("team"), now=timezone.now())
    team = _colleague(crowd)
    team.goto(reverse("rir_desk:redact", args=[draft.case_id]))
    shoot(team, "team-weglakken")


def _reach(crowd):
    experiment = Publication.objects.get(state="published", case__outcomes__kind="experiment")
    reader = crowd.enter()
    reader.goto(reverse(f"{RULES}:also_us", args=[experiment.slug]))
    shoot(reader, "melden-ook-bij-ons")
    rule = experiment.case.regulations.get()
    reader.goto(rule.get_absolute_url())
    shoot(reader, "regel-openbaar")
    reader.goto(reverse("insight"))
    shoot(reader, "cijfers")
    team = _colleague(crowd)
    team.goto(reverse("rir_desk:also_rows", args=[experiment.case_id]))
    shoot(team, "team-ook-bij-ons")


def _working_with_rules(crowd):
    team = _colleague(crowd)
    team.goto(reverse("rir_desk:rule_new"))
    team.get_by_label("Wet of regel").fill("Verzonnen wet over stages")
    _show(team, "#id_region")
    shoot(team, "team-verdeelregel", from_top=False)
    team.goto(reverse("rir_desk:letters"))
    team.get_by_role("button", name="Bekijk de brief").click()
    _show(team, "h2")
    shoot(team, "team-brief", from_top=False)


def test_take_them(crowd, shown):
    """Takes every picture, and proves on the way that each of these screens opens with something in it."""
    for take in (_promises, _together, _publication, _reach, _working_with_rules):
        take(crowd)
