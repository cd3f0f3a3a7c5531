# SPDX-License-Identifier: EUPL-1.2
"""The rules in law: the team keeps them and chooses them, and everybody reads what is public about each."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netwerk import search
from netwerk.access import NotPermitted
from netwerk.casework import ties
from netwerk.models import Contact, Regulation
from netwerk.perform import NotNow
from ruimte_in_de_regels.actions import publications, regulations
from ruimte_in_de_regels.desk import related
from ruimte_in_de_regels.models import (
    AlsoUs,
    CaseOutcome,
    DeskTerms,
    MinistryAnswer,
    ObstacleReport,
    ReporterIdentity,
)
from tests.factories import learning
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import actor

pytestmark = pytest.mark.django_db
VALUES = {
    "name": "Voorbeeldwet stage",
    "article": "artikel 3",
    "kind": "law",
    "owner": "state",
    "owner_name": "OCW",
    "link": "https://wetten.example/stage",
    "description": "Stage mag alleen in schoolweken.",
}


def answered(case, text="Het mag al.", code="ocw"):
    """Let a ministry have answered a question of a case."""
    thread = make.thread(case, "answered", code, settled_at=make.NOW)
    MinistryAnswer.objects.create(
        thread=thread,
        stance="follows",
        kind="explanation",
        reasoning="Alleen voor het team.",
        public_text=text,
        updated_at=make.NOW,
    )
    return thread


def test_the_team_keeps_a_rule_once_and_chooses_it_in_the_analysis():
    """Written down, refused a second time, changed with its address kept; then chosen beside the analysis."""
    client = Colleague("team")
    case = make.case("context_analysis")
    assert "Om welke wetten en regels gaat het?" not in client.page("analysis", case.pk), "none to choose"
    assert client.post(reverse("rir_desk:regulation_new"), VALUES).status_code == 302
    made = Regulation.objects.get()
    assert str(made) == "Voorbeeldwet stage, artikel 3"
    again = client.post(reverse("rir_desk:regulation_new"), {**VALUES, "name": "voorbeeldwet STAGE"})
    assert "Deze regel staat al in de lijst." in again.content.decode()
    bad = client.post(reverse("rir_desk:regulation_new"), {**VALUES, "name": "x", "link": "geen adres"})
    assert bad.status_code == 200
    assert "geen adres" in bad.content.decode(), "what was typed stays"
    client.post(reverse("rir_desk:regulation_change", args=[made.pk]), {**VALUES, "article": "artikel 4"})
    changed = Regulation.objects.get()
    assert (changed.article, changed.slug) == ("artikel 4", made.slug)
    address = reverse("rir_desk:analysis", args=[case.pk])
    sent = {"events": "Leerlingen staan stil.", "regulations": [made.pk], "seen": "0", "then": "keep"}
    assert client.post(address, sent).status_code == 302
    assert list(case.regulations.all()) == [made]
    assert "Voorbeeldwet stage, artikel 4" in client.page("case", case.pk)
    chosen = case.timeline.get(type="casus.regulations_chosen")
    assert chosen.data["rules"] == "Voorbeeldwet stage, artikel 4"
    case.refresh_from_db()
    client.post(address, {**sent, "events": "Nog stiller.", "seen": str(case.version)})
    assert case.timeline.filter(type="casus.regulations_chosen").count() == 1, "the same choice is no news"


def test_only_the_team_keeps_and_chooses_rules():
    """The rule is asked where it is written, not only at the screen."""
    member, case, team = actor("lid"), make.case(), actor("team")
    with pytest.raises(NotPermitted):
        regulations.keep_regulation(None, VALUES, by=member)
    rule = regulations.keep_regulation(None, VALUES, by=team)
    other = regulations.keep_regulation(None, {**VALUES, "article": "Artikel 3!"}, by=team)
    assert other.slug != rule.slug, "two titles that look alike have addresses of their own"
    for chosen in ([], [rule]):
        with pytest.raises(NotPermitted):
            regulations.choose_regulations(case, chosen, by=member, now=make.NOW)
    with pytest.raises(NotNow):
        regulations.keep_regulation(rule, {**VALUES, "article": other.article}, by=team)


def test_the_page_of_a_rule_shows_what_is_public_and_nothing_else(client, uncached):
    """A case of the team alone leaves no trace; below the safe minimum there is no number of reports."""
    shown, hidden = (
        make.publication(state="published"),
        make.publication(state="approved", title="Geheime casus"),
    )
    rule, unseen = make.regulation(shown.case, hidden.case), make.regulation(hidden.case)
    answered(shown.case, "De school mag kiezen.")
    answered(hidden.case, "Dit weet nog niemand.")
    make.thread(shown.case, "sent", "vws")
    for case in (shown.case, hidden.case):
        CaseOutcome.objects.create(
            case=case, kind="clarified", reasoning="Alleen intern.", created_at=make.NOW + timedelta(days=1)
        )
    make.report("answered", shown.case)
    page = client.get(rule.get_absolute_url()).content.decode()
    assert shown.title in page
    assert "De school mag kiezen." in page
    assert "OCW: volgt het voorstel" in page
    assert "Regel verduidelijkt" in page
    assert "1 casus" in page
    for secret in (
        "Geheime casus",
        "Dit weet nog niemand.",
        "Alleen voor het team.",
        "Alleen intern.",
        "meldingen<",
    ):
        assert secret not in page
    assert page.index("Regel verduidelijkt") < page.index("De school mag kiezen."), "the newest first"
    listed = client.get(reverse("ruimte_in_de_regels:regulation_list")).content.decode()
    assert str(rule) in listed
    assert str(unseen) not in listed
    assert client.get(unseen.get_absolute_url()).status_code == 404
    least = DeskTerms.current().shown_from
    for _ in range(least - 1):
        make.report("answered", shown.case)
    assert f"{least} meldingen" in client.get(rule.get_absolute_url()).content.decode()
    ObstacleReport.objects.filter(case=shown.case).update(state="withdrawn")
    assert "meldingen<" not in client.get(rule.get_absolute_url()).content.decode()


def test_a_project_stands_with_a_rule_once_everybody_may_see_it(client, uncached):
    """A tie to a project shows only when the project is on the site."""
    shown = make.publication(state="published")
    rule, team = make.regulation(shown.case), actor("team", "beheerder")
    public, secret = learning.project("shared"), learning.project("running")
    for project in (public, secret):
        ties.tie(shown.case, project, "tests", by=team, now=make.NOW)
    while search.index_stale():
        pass
    page = client.get(rule.get_absolute_url()).content.decode()
    assert public.title in page
    assert page.count("Hier gaan anderen verder") == 1
    assert page.count('class="tile"') == 2, "the case and one project"


def test_the_kept_page_of_a_rule_is_made_anew_when_something_on_it_changes(
    client, django_capture_on_commit_callbacks
):
    """Another case, a retraction, a changed rule: each empties the page of its rule, and no other."""
    first, second = make.publication(state="published"), make.publication(state="approved", title="De tweede")
    rule, other = make.regulation(first.case, second.case), make.regulation(first.case)
    coordinator = actor("coordinator")

    def kept(of):
        return client.get(of.get_absolute_url()).headers["X-Page-Cache"]

    def changed(change):
        kept(rule), kept(other)
        assert (kept(rule), kept(other)) == ("hit", "hit")
        with django_capture_on_commit_callbacks(execute=True):
            change()
        assert kept(other) == "hit"
        return kept(rule)

    assert changed(lambda: publications.publish(second, by=coordinator, now=make.NOW)) == "made"
    assert "De tweede" in client.get(rule.get_absolute_url()).content.decode()
    assert changed(lambda: regulations.keep_regulation(rule, VALUES, by=coordinator)) == "made"
    second.refresh_from_db()
    assert (
        changed(lambda: publications.retract(second, "Fout.", "Klopt niet.", by=coordinator, now=make.NOW))
        == "made"
    )
    assert "De tweede" not in client.get(rule.get_absolute_url()).content.decode()


def test_a_rule_costs_the_same_with_few_cases_and_with_many(client, uncached):
    """The page and the list ask a fixed number of questions, at most sixteen."""
    rule = make.regulation()

    def grow(number):
        for _ in range(number):
            case = make.publication(state="published").case
            case.regulations.add(rule, make.regulation())
            answered(case)
            CaseOutcome.objects.create(case=case, kind="clarified", reasoning="x", created_at=make.NOW)

    def cost(address):
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    addresses = (rule.get_absolute_url(), reverse("ruimte_in_de_regels:regulation_list"))
    grow(3)
    few = [cost(address) for address in addresses]
    grow(20)
    assert [cost(address) for address in addresses] == few
    assert max(few) <= 16


def test_cases_on_the_same_rule_stand_beside_each_other():
    """What shares a rule in law is called so at the desk, before what shares only a theme."""
    one, same, else_ = make.case("context_analysis"), make.case("signal"), make.case("signal")
    make.regulation(one, same)
    found = {alike.case.pk: alike.reason for alike in related.related_to(one, actor("team"))}
    assert found[same.pk] == "Zelfde regel"
    assert found.get(else_.pk) != "Zelfde regel"


def test_organisations_are_counted_from_a_safe_minimum(client):
    """The same name counts once however it is written; four of them say nothing, five do."""
    case = make.case("closed")
    make.publication(case, "published")
    rule = make.regulation(case)
    for name in ("Huis A", "huis a ", "Huis B", "Huis C", ""):
        report = make.report("closed", case)
        identity = {"contact": Contact.objects.create(), "organisation_name": name}
        ReporterIdentity.objects.update_or_create(report=report, defaults=identity)
    say = {"case": case, "hours": 1, "people": 1, "created_at": make.NOW}
    AlsoUs.objects.create(organisation_name="Huis D", **say)
    address = reverse("ruimte_in_de_regels:regulation", args=[rule.slug])
    assert (
        "organisaties" not in client.get(address).content.decode().partition("<h1")[2].partition("</ul>")[0]
    )
    AlsoUs.objects.create(organisation_name="Huis E", **say)
    cache.clear()
    assert "5 organisaties</li>" in client.get(address).content.decode()
