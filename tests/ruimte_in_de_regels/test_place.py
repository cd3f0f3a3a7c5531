# SPDX-License-Identifier: EUPL-1.2
"""What reports and cases are about, kept right by the team."""

import pytest
from django.utils.html import escape

from netwerk.models import Region, Sector, Theme
from ruimte_in_de_regels.models import IntakeRule, ObstacleCase
from tests.factories import obstacles as make
from tests.factories.desk import Colleague

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    """Somebody of the team."""
    return Colleague("team", first_name="Kim")


def some():
    """Return a theme, two sectors and a region to choose."""
    region = Region.objects.filter(province__gt="").first()
    return Theme.objects.first(), list(Sector.objects.all()[:2]), region


def test_the_team_says_what_a_report_is_about_and_its_case_is_about_the_same(kim):
    """Proves that what the reporter skipped is filled in by the team: the intake rules then name a handler, a
    case that is opened from it takes all of it over, and so does the part that is split off."""
    theme, sectors, region = some()
    robin = Colleague("team", first_name="Robin")
    IntakeRule.objects.create(name="Thema", position=1, theme=theme, handler=robin.user)
    report, other = make.report("received"), make.report("received")
    chosen = {"themes": theme.pk, "sectors": [one.pk for one in sectors], "regions": region.pk}
    assert Colleague("lid").press("report_place", report.pk, **chosen).status_code == 403
    kim.done("report_place", report.pk, **chosen)
    report.refresh_from_db()
    assert report.assignee == robin.user and list(report.regions.all()) == [region]
    page = kim.page("report", report.pk)
    assert f"koos thema, sector en regio: {theme}" in page and ", ".join(map(escape, sectors)) in page
    robin.done("report_place", report.pk, themes=theme.pk, regions=region.pk)
    report.refresh_from_db()
    assert report.assignee == robin.user and not report.sectors.exists()
    for one in (report, other):
        robin.done("report_move", one.pk, "take")
    note = robin.see("report", report.pk).context["note"]
    opened = {"note": note, "title": "Stage", "origin": "reported"}
    robin.done("case_new", **opened)
    case = ObstacleCase.objects.get()
    robin.done("report_to_case", other.pk, case=case.pk)
    robin.done("case_split", case.pk, reports=[other.pk], title="Deel", origin="reported")
    for made in ObstacleCase.objects.all():
        assert (list(made.themes.all()), list(made.regions.all())) == ([theme], [region])


def test_a_case_gets_better_words_but_an_approved_text_keeps_its_place(kim):
    """Proves that title, summary and theme can be changed at any time by the team, with an entry on the
    timeline; sector and region, which the second person weighed for the site, not after that."""
    theme, sectors, region = some()
    case = make.case("feedback", assignee=kim.user)
    words = {"title": "Stage in de zomer", "summary": "Scholen twijfelen."}
    kim.done("case_describe", case.pk, **words, sectors=sectors[0].pk, regions=region.pk)
    page = kim.page("case", case.pk)
    assert (
        "Stage in de zomer" in page
        and "Scholen twijfelen." in page
        and f"Gaat over: {escape(sectors[0])}" in page
    )
    assert "‘Titel’" in kim.press("case_describe", case.pk, title="").content.decode()
    make.publication(case, "approved")
    kept = {**words, "sectors": sectors[0].pk, "regions": region.pk}
    kim.done("case_describe", case.pk, **{**kept, "title": "Zomerstage"}, themes=theme.pk)
    refused = kim.press("case_describe", case.pk, **words, themes=theme.pk)
    assert refused.status_code == 409 and "Neem de tekst eerst terug" in refused.content.decode()
    case.refresh_from_db()
    assert (case.title, list(case.themes.all()), list(case.regions.all())) == (
        "Zomerstage",
        [theme],
        [region],
    )
