# SPDX-License-Identifier: EUPL-1.2
"""Rules in law at intake: who gets a report because of one, and choosing one of very many by typing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netwerk import cache_tags
from netwerk.access import NotPermitted
from netwerk.models import Delivery, OutboxEvent, Regulation
from ruimte_in_de_regels.actions import cases, gather, intake, reports, routing
from ruimte_in_de_regels.models import IntakeRule
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db


@pytest.fixture
def law():
    """A law with an article, and a whole other one."""
    make.regulation(name="Voorbeeldwet werktijden", article="artikel 12")
    return make.regulation(name="Voorbeeldregeling stages", article="artikel 3, lid 2")


def many_rules():
    """Make more rules than a page should hold."""
    Regulation.objects.bulk_create(
        Regulation(name=f"Zesde wet {n:03d}", slug=f"zesde-{n}", kind="law", owner="state", description="x")
        for n in range(210)
    )


def test_a_report_goes_to_who_does_the_rule_in_law_that_it_names_or_is_about(law):
    """Named where the rule is asked, with the numbers of its article, or by saying to have the same as a
    case about it: then it goes there at once. In the story alone it does not count. A rule that the team
    ties later gives what nobody has its handler, who hears of it; what somebody has stays theirs."""
    robin, kim = user("team", first_name="Robin"), Colleague("team")
    IntakeRule.objects.create(name="Stages", regulation=law, handler=robin)

    def who(**answers):
        return make.sent_report(**answers).report.assignee

    assert who(rule_text="De voorbeeldregeling over stage, art. 3 lid 2") == robin
    assert who(rule_text="Voorbeeldregeling stages, artikel 4") is None, "another article"
    assert who(rule_text="Voorbeeldwet werktijden artikel 12") is None
    assert who(story="Door de voorbeeldregeling stages artikel 3 lid 2 lopen wij vast.") is None
    case = make.case("monitoring", visibility="public")
    case.regulations.add(law)
    with CaptureQueriesContext(connection) as asked:
        assert who(also_hits=case) == robin
    with CaptureQueriesContext(connection) as other:
        assert who() is None
    assert len(asked) - len(other) <= 2, "the rules of the case, and who it went to"

    mine, nobodys = make.report("in_intake", assignee=kim.user), make.report("received")
    mine.rule_text = "De regeling <stages>"
    mine.save()
    assert "De melder noemt: ‘De regeling &lt;stages&gt;’." in kim.page("report_rules", mine.pk)
    for report in (mine, nobodys):
        kim.done("report_rules", report.pk, regulations=str(law))
        report.refresh_from_db()
        assert list(report.regulations.all()) == [law]
    assert (mine.assignee, nobodys.assignee) == (kim.user, robin)
    assert "door de regel ‘Stages’" in kim.page("report", nobodys.pk)
    assert str(law) in kim.page("report", mine.pk)
    events = OutboxEvent.objects.filter(entry__type="melding.routed", entry__dossier=nobodys.pk)
    assert events.count() == 1 and not Delivery.objects.filter(event__entry__dossier=mine.pk).exists()
    tried = kim.see("rules", reference=mine.reference).context["judgements"]
    assert [(one.rule.name, one.counts) for one in tried] == [("Stages", True)]
    typed = kim.see("rules", rule_text="Iets anders").context["judgements"]
    assert typed[0].why_not == "de wet of regel"

    signal, has_one = make.case("signal"), make.case("signal", assignee=kim.user)
    for one in (signal, has_one):
        routing.tie_to_case(one, [law], by=actor("team"), now=make.NOW)
        one.refresh_from_db()
    assert (signal.assignee, has_one.assignee) == (robin, kim.user)
    with pytest.raises(NotPermitted):
        routing.tie_to_report(mine, [], by=actor("lid"), now=make.NOW)
    assert intake.first_fit(intake.facts_of_report(mine)).name == "Stages"


def test_a_rule_is_chosen_by_typing_however_many_there_are(law, client, uncached):
    """Part of a name will do when one rule has it; else the field names what fits, and keeps what was typed.
    The page holds two hundred names and no more, in the analysis only ticks of what is tied."""
    many_rules()
    coordinator, team = Colleague("coordinator"), Colleague("team")
    page = coordinator.page("rule_new")
    assert page.count("<option value=") < 200 + 80, "the other drop-downs are short"
    assert "Zesde wet 209" not in page
    rule = {"name": "Stages", "position": "1", "active": "on", "handler": coordinator.user.pk}
    refused = coordinator.press("rule_new", **rule, regulation="zesde wet").content.decode()
    assert "Er zijn meer regels met ‘zesde wet’" in refused
    assert "Zesde wet 007. En nog meer." in refused
    assert 'value="zesde wet"' in refused
    assert (
        "We kennen geen regel ‘onzinwet’"
        in coordinator.press("rule_new", **rule, regulation="onzinwet").content.decode()
    )
    assert (
        "Kies één regel"
        in coordinator.press("rule_new", **rule, regulation="zesde wet 001; zesde wet 002").content.decode()
    )
    coordinator.done("rule_new", **rule, regulation="regeling stages")
    kept = IntakeRule.objects.get()
    assert kept.regulation == law
    assert f'value="{law}"' in coordinator.page("rule_change", kept.pk)
    assert str(law) in coordinator.page("rules")

    case = make.case("context_analysis", assignee=team.user)
    assert 'name="regulations"' not in team.page("analysis", case.pk)
    named = "zesde wet 003;voorbeeldregeling stages, artikel 3, lid 2"
    team.done("analysis", case.pk, more_regulations=named, regulations=[])
    assert {str(one) for one in case.regulations.all()} == {"Zesde wet 003", str(law)}
    page = team.page("analysis", case.pk)
    assert page.count('name="regulations"') == 2
    team.done("analysis", case.pk, more_regulations="", regulations=[law.pk])
    assert list(case.regulations.all()) == [law], "what is no longer ticked goes"

    shown = make.publication(state="published").case
    shown.regulations.set(Regulation.objects.all())
    address = reverse("ruimte_in_de_regels:case_list")
    page = client.get(address).content.decode()
    assert page.count('name="regel"') == 100
    assert "Zoek in alle: wet of regel" in page
    page = client.get(address, {"regel": "zesde-209"}).content.decode()
    assert page.count('name="regel"') == 101, "what is chosen stays"
    page = client.get(reverse("ruimte_in_de_regels:regulation_list"), {"q": "WET 209"}).content.decode()
    assert "Zesde wet 209" in page
    assert "Zesde wet 208" not in page
    page = client.get(reverse("ruimte_in_de_regels:regulation_list"), {"q": "bestaat niet"}).content.decode()
    assert "Geen regel gevonden" in page


def test_what_a_report_is_tied_to_goes_along_to_its_case_and_is_told_once(
    law, django_capture_on_commit_callbacks
):
    """A new case, one that is there, another case and a split-off one each get the rules of the reports that
    come: what was tied already stays and is not told again; a case that nobody has goes where the rule says;
    the kept page of a rule that is on the site is emptied."""
    by, robin = actor("team"), user("team", first_name="Robin")
    IntakeRule.objects.create(name="Stages", regulation=law, handler=robin)
    hours = Regulation.objects.get(article="artikel 12")

    def report(*rules):
        made = make.report("in_intake")
        made.regulations.set(rules)
        return made

    def lines(case):
        return [entry.data["rules"] for entry in case.timeline.filter(type="casus.regulations_added")]

    opened = cases.open_case(cases.NewCase("Stage", "reported"), by=by, now=make.NOW, report=report(law))
    assert (list(opened.regulations.all()), lines(opened)) == ([law], [str(law)])

    there = make.case("reopened", visibility="public", listed_at=make.NOW)
    first, second, plain = report(law), report(law, hours), report()
    kept = cache_tags.versions([cache_tags.regulation(law.pk)])
    with django_capture_on_commit_callbacks(execute=True):
        reports.add_to_case(first, there, by=by, now=make.NOW)
    assert cache_tags.versions(kept) != kept
    for one in (second, plain):
        reports.add_to_case(one, there, by=by, now=make.NOW)
    there.refresh_from_db()
    assert list(there.regulations.all()) == [law, hours]
    assert lines(there) == [str(hours), str(law)], "the newest first, each rule once"
    assert there.assignee == robin

    made = gather.split_case(there, [second], cases.NewCase("Uren", "reported"), by=by, now=make.NOW)
    assert set(made.regulations.all()) == {law, hours} and set(there.regulations.all()) == {law, hours}
    goal = make.case("signal")
    gather.merge_cases(there, goal, by=by, now=make.NOW)
    assert lines(goal) == [f"{law}; {hours}"]
    assert f"Deze regels kwamen mee: {law}; {hours}." in Colleague("team").page("case", goal.pk)
