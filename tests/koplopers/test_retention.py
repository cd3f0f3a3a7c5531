# SPDX-License-Identifier: EUPL-1.2
"""What goes of initiatives when its time is over, and what stays."""

import pytest
from dateutil.relativedelta import relativedelta

from koplopers.actions import talk
from koplopers.models import Initiative, InitiativeOwner
from netwerk import retention, timeline
from netwerk.access import SYSTEM
from netwerk.models import Dossier, Message, Note
from tests.factories import initiatives as make
from tests.factories.people import user
from tests.factories.retaining import goes_on_its_day, over, planned

pytestmark = pytest.mark.django_db

NOW = make.NOW


def test_each_rule_of_initiatives_waits_until_its_last_day():
    """A draft goes whole; so does who brought what is not on the site; what stands there stays."""
    draft = make.initiative("draft", user("lid"))
    refused, gone, shown, waiting = (make.initiative("in_review", user("lid")) for _ in range(4))
    for one in (refused, gone, shown, waiting):
        talk.say(one, "Bel me op mijn mobiel.", Message.Side.OTHER, NOW)
    Note.objects.create(dossier=gone, layer="own", author=user("team"), text="x", created_at=NOW)
    over(refused, "initiatief.decline", "declined", NOW)
    timeline.record(gone, timeline.Happening("initiatief.publish"), by=SYSTEM, now=NOW)
    over(gone, "initiatief.archive", "archived", NOW)
    over(shown, "initiatief.publish", "good_example", NOW)
    goes_on_its_day("koplopers", NOW)

    last = NOW + relativedelta(months=24)
    told = planned(last)
    assert {line.rule: line.went for line in retention.run(last)} == told
    draft.refresh_from_db()
    assert (draft.state, draft.title, draft.problem, draft.organisation) == (
        "archived", "Concept dat verviel", "", None,
    )  # fmt: skip
    assert not draft.themes.exists()
    assert set(InitiativeOwner.objects.values_list("initiative", flat=True)) == {shown.pk, waiting.pk}
    assert list(Message.objects.values_list("dossier", flat=True)) == [waiting.pk]
    assert not Note.objects.exists()
    refused.refresh_from_db()
    assert refused.problem, "the text of what was looked at stays"
    assert not sum(line.went for line in retention.run(last)), "a second run finds nothing"


def test_a_draft_that_is_held_or_written_in_stays():
    """Somebody holds it, or its owner wrote a day less long ago: nothing happens."""
    held, fresh = (make.initiative("draft", user("lid")) for _ in range(2))
    last = NOW + relativedelta(months=12)
    Dossier.objects.filter(pk=fresh.pk).update(last_news_at=NOW + relativedelta(days=1))
    held.holds.create(reason="Een klacht.", placed_by="Coby", placed_at=NOW)
    assert planned(last)["initiatief.concept"] == 0
    retention.run(last)
    assert set(Initiative.objects.values_list("state", flat=True)) == {"draft"}
