# SPDX-License-Identifier: EUPL-1.2
"""The database as migrations from zero leave it, and a first walk over the portal; on both databases."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from netwerk import deliveries, roles
from netwerk.models import Region, Sector, Theme, User
from ruimte_in_de_regels.models import Ministry
from tests.factories import obstacles as make

pytestmark = [pytest.mark.django_db, pytest.mark.both]


def test_every_migration_was_applied_from_zero():
    """The template of the tests is an empty database that was migrated: nothing waits, nothing is unknown."""
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert set(executor.loader.applied_migrations) >= set(executor.loader.disk_migrations)


def test_the_models_and_the_migrations_agree():
    """No change of a model waits for its migration."""
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_first_migration_of_the_network_holds_only_the_user():
    """Wagtail needs the user before its own tables; so nothing else may come first, and none of Wagtail."""
    migrations = MigrationLoader(None).disk_migrations
    first = migrations["netwerk", "0001_initial"]
    assert [operation.name for operation in first.operations] == ["User"]
    assert not any(app.startswith("wagtail") for app, _ in first.dependencies)


def test_what_migrations_bring():
    """Themes, sectors, regions, ministries, roles and the root of the pages are there from the start."""
    assert (Theme.objects.count(), Sector.objects.count(), Region.objects.count()) == (6, 15, 30)
    assert list(Ministry.objects.values_list("code", flat=True)) == ["vws", "ocw", "szw", "nza", "igj"]
    assert Group.objects.filter(name__in=[role.code for role in roles.ROLES]).count() == len(roles.ROLES)
    assert Page.objects.filter(depth=1).count() == 1


def test_the_portal_answers(client, mailoutbox):
    """Starter content loads, the pages answer, a report comes in and its letter goes out."""
    call_command("load_starter_content", verbosity=0)
    for address in ("/", "/ruimte-in-de-regels/", "/privacy/", reverse("ruimte_in_de_regels:case_list")):
        assert "<h1" in client.get(address).content.decode(), address
    sent = make.sent_report(timezone.now(), email="melder@voorbeeld.example")
    deliveries.deliver_due()
    assert sent.report.reference in mailoutbox[0].subject
    User.objects.create_superuser("beheer@voorbeeld.example", "een-lang-wachtwoord")
    assert client.get("/beheer/").status_code == 302
