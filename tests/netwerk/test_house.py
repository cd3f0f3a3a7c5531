# SPDX-License-Identifier: EUPL-1.2
"""The rest of the house: handover, roles, connections, follows, themes, regions, accounts."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError, transaction
from wagtail.models import Page

from netwerk import handover, kinds, notifications, roles, timeline
from netwerk.access import SYSTEM, Actor
from netwerk.models import (
    Connection,
    Dossier,
    Follow,
    Invitation,
    Membership,
    Organisation,
    Region,
    Theme,
    ThemeAmbassador,
    TimelineEntry,
    User,
)
from netwerk.processes import all_processes
from tests.factories import obstacles as make
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db


# --- Handover --------------------------------------------------------------------------------------


def note(kind="casus", relation="started_from", source=1):
    return handover.seal(handover.Handover(source, kind, relation, {"title": "Stage"}))


def test_a_handover_carries_its_values_and_makes_the_tie_once():
    """What one form hands over arrives unchanged; connecting twice makes one tie."""
    report, case = make.report(), make.case()
    read = handover.unseal(note(source=report.pk), "casus")
    assert read == handover.Handover(report.pk, "casus", "started_from", {"title": "Stage"})
    first = handover.connect(case, read, make.NOW)
    assert handover.connect(case, read, make.NOW).pk == first.pk


@pytest.mark.parametrize("wrong", ["changed", "other kind", "other relation", "nonsense"])
def test_a_forged_handover_is_refused(wrong):
    """A changed note, one for another form, and one with an unknown relation are refused."""
    sealed = {
        "changed": note()[:-2] + "xx",
        "other kind": note(kind="initiatief"),
        "other relation": note(relation="bestaat_niet"),
        "nonsense": signing.dumps([1, 2], salt=handover.SALT),
    }[wrong]
    with pytest.raises(SuspiciousOperation):
        handover.unseal(sealed, "casus")


# --- Roles -----------------------------------------------------------------------------------------


def test_roles_are_made_true_again():
    """A right that somebody added to a role by hand goes with the next sync, a removed one comes back."""
    team = Group.objects.get(name="team")
    before = set(team.permissions.values_list("codename", flat=True))
    team.permissions.clear()
    team.permissions.add(*Group.objects.get(name="coordinator").permissions.all())
    roles.sync()
    assert set(team.permissions.values_list("codename", flat=True)) == before
    assert "decide_case" not in before


def test_only_the_coordinator_decides_and_publishes():
    """The table of roles, as the process asks for it."""
    assert "ruimte_in_de_regels.decide_case" in roles.granted("coordinator")
    assert "ruimte_in_de_regels.decide_case" not in roles.granted("team")
    assert "ruimte_in_de_regels.view_identity" not in roles.granted("beheerder")
    assert roles.granted("lid") == frozenset()


@pytest.mark.parametrize(
    ("role", "needed"),
    [
        ("lid", False),
        ("koplopercontact", False),
        ("deelnemer", False),
        ("regiocoordinator", False),
        ("ambassadeur", True),
        ("redacteur", True),
        ("team", True),
        ("coordinator", True),
        ("beheerder", True),
    ],
)
def test_who_needs_a_second_factor(role, needed):
    """Team, editors, ambassadors, coordinators and administrators; members do not."""
    assert roles.needs_second_factor(user(role)) is needed


def test_an_unknown_role_or_permission_is_a_programming_error():
    """A typing error in a role shows at start or at sync, not as a missing right."""
    with pytest.raises(ValueError, match="unknown role"):
        roles.grant("bestaat-niet", "netwerk.resend_delivery")
    roles._granted["lid"].add("netwerk.bestaat_niet")
    try:
        with pytest.raises(LookupError, match="bestaat_niet"):
            roles.sync()
    finally:
        roles._granted["lid"].clear()


# --- Tables ----------------------------------------------------------------------------------------


def refused(make_it):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_it()


@pytest.mark.both
def test_a_connection_has_exactly_one_other_end():
    """To a dossier or to a page, never both, never neither, never itself, and each tie once."""
    one, other, page = make.case(), make.case(), Page.objects.first()

    def connect(**ends):
        return Connection.objects.create(from_dossier=one, relation="related", created_at=make.NOW, **ends)

    refused(lambda: connect())
    refused(lambda: connect(to_dossier=other, to_page=page))
    refused(lambda: connect(to_dossier=one))
    connect(to_dossier=other)
    connect(to_page=page)
    refused(lambda: connect(to_dossier=other))


@pytest.mark.both
def test_a_follow_is_about_exactly_one_thing():
    """One dossier, page, theme or region; the same thing once per user."""
    who, theme, region = user(), Theme.objects.first(), Region.objects.first()

    def follow(**what):
        return Follow.objects.create(user=who, created_at=make.NOW, **what)

    refused(lambda: follow())
    refused(lambda: follow(theme=theme, region=region))
    follow(theme=theme)
    follow(region=region)
    refused(lambda: follow(theme=theme))


def test_one_open_invitation_per_address_and_organisation():
    """A second invitation to the same address waits until the first was answered; capitals do not matter."""
    house = Organisation.objects.create(name="Voorbeeldhuis", slug="voorbeeldhuis", kind="care")

    def invite(email):
        return Invitation.objects.create(organisation=house, email=email, role="member", created_at=make.NOW)

    first = invite("a@voorbeeld.example")
    refused(lambda: invite("A@voorbeeld.example"))
    first.accepted_at = make.NOW
    first.save()
    invite("A@voorbeeld.example")
    member = user()
    Membership.objects.create(organisation=house, user=member, joined_at=make.NOW)
    refused(lambda: Membership.objects.create(organisation=house, user=member, joined_at=make.NOW))


def test_six_themes_in_fixed_order_each_with_a_question_and_its_own_colour():
    """The six of the network, in its order."""
    slugs = list(Theme.objects.values_list("slug", flat=True))
    assert slugs == [
        "arbeidsinnovatie",
        "uitstroom-beperken",
        "werken-naar-talent",
        "meer-uren-werken",
        "gezond-werken",
        "leven-lang-ontwikkelen",
    ]
    assert all(theme.question.endswith("?") for theme in Theme.objects.all())
    assert Theme.objects.first().css_class == "theme-arbeidsinnovatie"


def test_a_theme_knows_its_ambassador_of_a_day_and_keeps_the_history():
    """Vacant before, somebody during, vacant after; two at the same time are refused."""
    theme = Theme.objects.first()
    assert theme.ambassador_on(date(2026, 1, 1)) is None
    first = ThemeAmbassador.objects.create(
        theme=theme, name="Amber Voorbeeld", since=date(2026, 1, 1), until=date(2026, 6, 1)
    )
    assert theme.ambassador_on(date(2026, 5, 31)) == first
    assert theme.ambassador_on(date(2026, 6, 1)) is None
    second = ThemeAmbassador.objects.create(theme=theme, name="Bo Voorbeeld", since=date(2026, 7, 1))
    assert theme.ambassador_on(date(2026, 8, 1)) == second
    refused(lambda: ThemeAmbassador.objects.create(theme=theme, name="C", since=date(2026, 8, 1)))
    refused(
        lambda: ThemeAmbassador.objects.create(
            theme=theme, name="D", since=date(2026, 8, 1), until=date(2026, 7, 1)
        )
    )
    assert theme.ambassadors.count() == 2


def test_regions_of_a_day():
    """28 regions and "landelijk"; Rijnstreek became Rijn Gouwe on 1 September 2022."""
    before = set(Region.objects.valid_on(date(2022, 8, 31)).values_list("slug", flat=True))
    after = set(Region.objects.valid_on(date(2022, 9, 1)).values_list("slug", flat=True))
    assert len(before) == len(after) == 29
    assert before - after == {"rijnstreek"}
    assert after - before == {"rijn-gouwe"}
    assert Region.objects.get(slug="rijnstreek").successor.slug == "rijn-gouwe"


def test_login_addresses_are_unique_whatever_the_case():
    """An address typed with capitals finds the same account."""
    made = User.objects.create_user("Noor@Voorbeeld.example", "een-lang-wachtwoord")
    assert made.email == "noor@voorbeeld.example"
    assert User.objects.get_by_natural_key("NOOR@voorbeeld.example") == made
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("")


# --- Registries ------------------------------------------------------------------------------------


def test_every_entry_type_reads_as_a_sentence():
    """Each registered type gives a whole Dutch sentence, also when its data is old and lacks a name."""
    for entry_type in timeline.entry_types():
        entry = TimelineEntry(type=entry_type.code, actor_label="Kim Voorbeeld", data={})
        text = timeline.sentence(entry)
        assert text[0].isupper() or "{" in entry_type.sentence, entry_type
        assert text.strip().endswith((".", "Reden:")), entry_type
    unknown = TimelineEntry(type="weg", actor_label="", data={})
    assert "niet meer kent" in timeline.sentence(unknown)


def test_every_notice_listens_to_a_known_entry_type():
    """A notice for an entry that nobody writes would never be sent."""
    for notice in notifications.all_notices():
        assert timeline.entry_type(notice.entry_type)


def test_every_kind_has_a_process_and_an_address():
    """Each kind can be worked on and reached."""
    for kind in kinds.all_kinds():
        assert kind.model in all_processes()
    assert kinds.url_of(make.case()).startswith("/beheer/")


def test_no_dossier_shows_to_who_may_not_see_it():
    """Over all kinds: nothing for visitors, members, editors and the portal; all for the team."""
    made = {make.case().pk, make.report().pk}
    outsiders = [
        Actor("visitor", "Bezoeker"),
        SYSTEM,
        *(actor(role) for role in ("lid", "redacteur", "beheerder")),
    ]
    for by in outsiders:
        assert not Dossier.objects.filter(kinds.visible_q(by)).exists(), by
    seen = Dossier.objects.filter(kinds.visible_q(actor("team"))).values_list("pk", flat=True)
    assert set(seen) == made


def test_registering_twice_is_refused():
    """Two owners of one code would hide each other."""
    with pytest.raises(ValueError, match="twice"):
        timeline.register(timeline.entry_types()[0])
    with pytest.raises(ValueError, match="twice"):
        notifications.register(notifications.all_notices()[0])
    with pytest.raises(ValueError, match="twice"):
        kinds.register(kinds.all_kinds()[0])
