# SPDX-License-Identifier: EUPL-1.2
"""What goes of learning projects when its time is over, and what stays."""

import pytest
from dateutil.relativedelta import relativedelta

from actieleren.models import Cycle, Lesson, Participant, Stakeholder
from netwerk import retention
from tests.factories import learning as make
from tests.factories.people import user
from tests.factories.retaining import goes_on_its_day, over, planned

pytestmark = pytest.mark.django_db

NOW = make.NOW


def test_each_rule_of_learning_projects_waits_until_its_last_day():
    """An exploration goes whole; who took part goes later when it was completed; what was learned stays."""
    exploring, listed, running, stopped, completed = (
        make.project(state, user("lid"))
        for state in ("exploring", "exploring", "running", "stopped", "completed")
    )
    type(listed).objects.filter(pk=listed.pk).update(listed_at=NOW, slug="staat-op-de-site")
    over(stopped, "leertraject.stop", "stopped", NOW)
    over(completed, "leertraject.complete", "completed", NOW)
    goes_on_its_day("actieleren", NOW)

    for months, left in ((24, {listed, running, completed}), (36, {listed, running})):
        last = NOW + relativedelta(months=months)
        told = planned(last)
        assert {line.rule: line.went for line in retention.run(last)} == told
        assert {tie.project for tie in Participant.objects.select_related("project")} == left
    exploring.refresh_from_db()
    kept = [exploring.title, exploring.problem, exploring.agreed_by, exploring.check_answers]
    assert (exploring.state, exploring.ending, kept) == (
        "stopped", "stopped", ["Verkenning die verviel", "", "", {}],
    )  # fmt: skip
    completed.refresh_from_db()
    assert (completed.agreed_by, completed.problem) == ("", "Niemand wil in de avond.")
    assert {one.project for one in Stakeholder.objects.select_related("project")} == {listed, running}
    assert (
        Cycle.objects.filter(project=completed).exists() and Lesson.objects.filter(project=stopped).exists()
    )
    assert not sum(line.went for line in retention.run(last)), "a second run finds nothing"
