# SPDX-License-Identifier: EUPL-1.2
"""Rights: what somebody may is what Django would say, asked for in one statement."""

import pytest
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from netwerk.rights import Rights
from tests.factories.people import user

pytestmark = pytest.mark.django_db


def rights_of(person):
    """Return the rights of somebody who comes in anew: in our words and in those of the library."""
    backend = Rights()
    theirs = AuthenticationBackend().get_all_permissions(type(person).objects.get(pk=person.pk))
    return backend.get_all_permissions(backend.get_user(person.pk)), theirs


def test_rights_are_own_and_of_groups_as_they_are_now():
    """Own rights and those of every group count, and what is taken away is gone at once."""
    member, own = user("team"), Permission.objects.filter(content_type__app_label="auth")[:2]
    member.user_permissions.set([*own, Group.objects.get(name="team").permissions.first()])
    ours, theirs = rights_of(member)
    assert ours == theirs
    assert {f"auth.{one.codename}" for one in own} < ours
    assert "ruimte_in_de_regels.handle_report" in ours
    member.groups.clear()
    member.user_permissions.set(own)
    assert rights_of(member) == ({f"auth.{one.codename}" for one in own},) * 2


def test_who_has_no_account_or_an_ended_one_has_no_rights():
    """A visitor and somebody whose account was ended may nothing; nobody has a right on one object."""
    member, backend = user("team"), Rights()
    assert backend.get_all_permissions(AnonymousUser()) == set()
    assert backend.get_all_permissions(member, obj=member) == set()
    member.is_active = False
    member.save()
    assert backend.get_user(member.pk) is None
    assert backend.get_all_permissions(member) == set()
    assert backend.get_user(0) is None


def test_a_superuser_has_every_right():
    """A superuser may everything there is a right for."""
    boss = user("beheerder")
    boss.is_superuser = True
    boss.save()
    ours, theirs = rights_of(boss)
    assert ours == theirs
    assert len(ours) == Permission.objects.count()


@pytest.mark.parametrize("with_profile", [False, True])
def test_reader_profile_and_rights_take_two_statements(with_profile):
    """Who reads, their profile in the admin and all their rights: two statements, also without a profile."""
    member = user("team")
    if with_profile:
        UserProfile.get_for_user(member)
    with CaptureQueriesContext(connection) as queries:
        reader = Rights().get_user(member.pk)
        assert reader.has_perm("ruimte_in_de_regels.handle_report")
        assert hasattr(reader, "wagtail_userprofile") is with_profile
    assert len(queries) == 2
