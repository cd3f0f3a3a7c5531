# SPDX-License-Identifier: EUPL-1.2
"""The access matrix: the tables in `tests/access`, written by hand, against the portal as it is."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver, reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.log_actions import log
from wagtail.models import Collection, ModelLogEntry, Page, ReferenceIndex, Site
from wagtail.snippets.models import get_snippet_models

from netwerk import roles
from netwerk.models import (
    Attachment,
    Connection,
    Contact,
    Delivery,
    Dossier,
    Invitation,
    Label,
    LegalHold,
    Membership,
    Note,
    Organisation,
    Region,
    SavedFilter,
    Sector,
    Task,
    User,
)
from ruimte_in_de_regels.models import IntakeRule, MinistryThread, ObstacleCase, Publication
from tests.access import tables
from tests.access.world import World, make_world, own_names, view_model, walk

ANSWERS = {"200", "302", "->", "!!", "403", "404", "405", "409", "410", "422"}
# An empty form: what the forms of Wagtail cannot do without, and nothing of ours.
EMPTY = {"csrfmiddlewaretoken": "x", "body-count": "0", "new_parent_page": "1"}


@dataclass(frozen=True)
class Row:
    """One address with its expected answers, by column."""

    address: str
    get: dict[str, str]
    post: dict[str, str]

    @property
    def name(self) -> str:
        """The name of the address."""
        return self.address.split()[0]


def rows(table: str) -> Iterator[Row]:
    """Read a table."""
    columns, text = tables.TABLES[table]
    for line in text.strip("\n").splitlines()[1:]:
        if not line.startswith("#"):
            address, get, post = (part.strip() for part in line.split("|"))
            yield Row(
                address,
                dict(zip(columns, get.split(), strict=True)),
                dict(zip(columns, post.split(), strict=True)),
            )


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """One of everything, made once: a world takes seconds to make."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(built, monkeypatch):
    """The world as it was made; what a test does to it is undone. Paper is made without its printer."""
    monkeypatch.setattr("netwerk.links.TRIES_PER_MINUTE", 10_000)
    monkeypatch.setattr("netwerk.pdf.make_pdf", lambda html: b"%PDF")
    with transaction.atomic():
        yield built
        transaction.set_rollback(True)


def address(world: World, row: Row) -> str:
    """Return the address of a row, with the objects of the world in it."""
    plain, _, query = row.address.partition(" ?")
    name, *words = plain.split()
    arguments = [str(world.objects[word[1:-1]]) if word[0] == "{" else word for word in words]
    return reverse(name, args=arguments) + (f"?{query.format(**world.objects)}" if query else "")


def answer(browser: Client, method: str, path: str) -> str:
    """Ask once and return the answer as the tables write it. The session stays as it was."""
    cookies = copy.deepcopy(browser.cookies)
    response = browser.get(path) if method == "get" else browser.post(path, EMPTY)
    browser.cookies = cookies
    if response.status_code != 302:
        return str(response.status_code)
    if response.url.startswith(reverse("account_login")):
        return "302"
    return "403" if response.url == reverse("wagtailadmin_home") else "->"


class Writes:
    """Notes whether anything was written that is no session, cache or note of who has a page open."""

    kept_apart = ("django_session", "portal_cache", "wagtailadmin_editingsession")

    def __init__(self) -> None:
        self.seen = False

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Look at one statement on its way."""
        found = re.match(r'(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"', sql)
        self.seen = self.seen or (found is not None and found[1] not in self.kept_apart)
        return execute(sql, params, many, context)


def standing() -> list[object]:
    """Return what an empty POST may never change."""
    counted = (
        Page, Image, Document, Site, Collection, User, Group, Contact, Attachment, Delivery,
        Organisation, Region, Sector, Note, Label, SavedFilter, Connection, IntakeRule,
    )  # fmt: skip
    return [
        *(model.objects.count() for model in counted),
        list(Dossier.objects.order_by("pk").values_list("pk", "state", "assignee", "visibility")),
        list(Task.objects.order_by("pk").values_list("pk", "done_at", "assignee")),
        list(MinistryThread.objects.order_by("pk").values_list("pk", "state", "question")),
        list(Publication.objects.order_by("pk").values_list("pk", "state")),
        list(LegalHold.objects.order_by("pk").values_list("pk", "lifted_at")),
        list(Invitation.objects.order_by("pk").values_list("pk", "accepted_at", "withdrawn_at")),
        list(Membership.objects.order_by("pk").values_list("pk", "role")),
        list(User.objects.order_by("pk").values_list("pk", "is_active", "groups")),
    ]


def rows_for(column: str) -> Iterator[Row]:
    """Return the rows of every table that has this column."""
    for table, (columns, _) in tables.TABLES.items():
        if column in columns:
            yield from rows(table)


@pytest.mark.parametrize("column", list(dict.fromkeys([*tables.ACCOUNTS, *tables.HOLDERS, *tables.MEMBERS])))
def test_every_cell(world, column):
    """Proves what one kind of visitor gets everywhere, by GET and POST; a refusal changes nothing."""
    browser, wrong = world.browsers[column], []
    before = standing()
    for row in rows_for(column):
        path = address(world, row)
        for method, expected in (("get", row.get[column]), ("post", row.post[column])):
            writes = Writes()
            with transaction.atomic():
                with connection.execute_wrapper(writes):
                    found = answer(browser, method, path)
                # Something may be written and undone again: only what stays counts.
                if writes.seen and standing() != before:
                    found = "!!" if found == "->" else f"{found} and something changed"
                transaction.set_rollback(True)
            if found != expected:
                wrong.append(f"{method.upper()} {row.address}: {found}, not {expected}")
    assert not wrong, f"{column}:\n" + "\n".join(wrong)


def test_every_address_of_ours_is_in_the_tables():
    """Proves that no address can be added without deciding who gets what."""
    written = {row.name for table in tables.TABLES for row in rows(table)}
    assert own_names() - written == set()
    assert len(own_names()) > 50


def test_tables_use_the_legend_only():
    """Proves that a typing error in a cell cannot pass for an answer."""
    for table in tables.TABLES:
        for row in rows(table):
            assert {*row.get.values(), *row.post.values()} <= ANSWERS, row.address


def test_roles_without_a_column_have_no_rights():
    """Proves that the roles left out of the tables are as bare as the one that stands in for them.

    Reporting for somebody else opens no address: it adds a question to a form that is open to everybody.
    """
    shown = {*tables.ACCOUNTS}
    for role in roles.ROLES:
        if role.code not in shown:
            assert roles.granted(role.code) <= {"ruimte_in_de_regels.report_for_others"}, role.code
    assert not roles.granted("lid")


def test_no_dossier_or_person_has_generic_screens():
    """Proves that the admin's generic screens and snippets never edit what only actions may change."""
    of_actions = {Dossier, Contact, Attachment, Delivery, Invitation, Membership, MinistryThread, Publication}
    generic = [view_model(entry) for _, entry in walk(get_resolver(), "")]
    shown = {model for model in generic if model is not None} | set(get_snippet_models())
    assert Organisation in shown
    assert not [model for model in shown if any(issubclass(model, closed) for closed in of_actions)]


def test_open_admin_pages_tell_nothing_of_dossiers_or_people(world):
    """Proves that what opens for every editor (choosers, reports) names no report, no person and no user."""
    owner = User.objects.get(pk=world.objects["user"])
    log(owner, "wagtail.edit", user=owner)
    assert ModelLogEntry.objects.exists()
    secrets = [
        *Dossier.objects.values_list("title", flat=True),
        *Contact.objects.values_list("name", flat=True),
    ]
    secrets += [owner.email, owner.first_name]
    asked = 0
    for row in rows("wagtail"):
        if row.get["redacteur"] != "200" or row.name in (
            "wagtailadmin_sprite",
            "wagtailadmin_javascript_catalog",
        ):
            continue
        if "export=xlsx" in row.address:  # the same rows, packed
            continue
        html = world.browsers["redacteur"].get(address(world, row)).getvalue().decode()
        assert [secret for secret in secrets if secret in html] == [], row.address
        asked += 1
    assert asked > 10


def test_a_link_and_an_account_do_not_add_up(world):
    """Proves that opening a secret link gives a member nothing but that page."""
    member = world.browsers["lid"]
    assert member.get(f"/l/{world.objects['token']}/").status_code == 200
    assert member.post(f"/l/{world.objects['token']}/").status_code == 302
    own = reverse("ruimte_in_de_regels:report_status", args=[world.objects["report_page"]])
    assert member.get(own).status_code == 200
    assert answer(member, "get", reverse("rir_desk:report", args=[world.objects["report"]])) == "403"
    team_file = reverse("attachment", args=[world.objects["team_file"]])
    assert answer(member, "get", team_file) == "404"


def test_where_an_organisation_is_used_names_no_dossier_to_a_beheerder(world):
    """Proves that the lists' pages about use do not tell of dossiers to who may not read those."""
    dossier = ObstacleCase.objects.get(pk=world.objects["case"])
    dossier.organisation_id = world.objects["organisation"]
    dossier.save()
    ReferenceIndex.create_or_update_for_object(dossier)
    used = reverse("organisation:usage", args=[world.objects["organisation"]])
    html = world.browsers["beheerder"].get(used).content.decode()
    assert dossier.title not in html
    assert dossier.reference not in html
