# SPDX-License-Identifier: EUPL-1.2
"""Many rows at once come in as they would one by one."""

import pytest
from django.db import IntegrityError, transaction

from netwerk import bulk_insert
from netwerk.models import TimelineEntry
from ruimte_in_de_regels.models import CaseOutcome
from tests.factories import obstacles as make

pytestmark = [pytest.mark.django_db, pytest.mark.both]
TODAY = make.NOW.date()
ODD = "Eén\tregel met \\N, \"tekens\" en 'meer'\r\nen nog een; {NULL,}"


def test_values_of_every_sort_come_back_as_they_went_in():
    """Proves text with signs that mean something, empty and absent, days, moments, JSON and keys."""
    case = make.case("feedback")
    outcomes = [
        CaseOutcome(case=case, kind="clarified", reasoning=ODD, starts_on=TODAY, created_at=make.NOW),
        CaseOutcome(case=case, kind="experiment", reasoning="", source="\\", created_at=make.NOW),
    ]
    data = {"a": [1, None, ODD], "b": {"c": True}}
    entry = TimelineEntry(dossier_id=case.pk, type="x", at=make.NOW, actor_label="Kim", data=data)
    bulk_insert.insert(outcomes)
    bulk_insert.insert([entry])
    bulk_insert.insert([])
    for made in (*outcomes, entry):
        there = type(made).objects.get(pk=made.pk)
        names = [one.attname for one in made._meta.concrete_fields]
        assert {name: getattr(there, name) for name in names} == {name: getattr(made, name) for name in names}
    later = CaseOutcome.objects.create(case=case, kind="no_room", reasoning="x", created_at=make.NOW)
    assert later.pk > max(one.pk for one in outcomes), "whoever comes next gets a key of its own"


def test_what_the_database_refuses_comes_in_by_no_door():
    """Proves that the constraints hold for many rows too, and that then none of them is there."""
    case = make.case("feedback")
    wrong = {"starts_on": TODAY, "ends_on": TODAY}
    rows = [
        CaseOutcome(case=case, kind="experiment", reasoning="x", created_at=make.NOW, **extra)
        for extra in ({}, wrong)
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk_insert.insert(rows)
    assert not CaseOutcome.objects.exists()
