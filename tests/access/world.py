# SPDX-License-Identifier: EUPL-1.2
"""The world of the access matrix: one of everything, and somebody in every role."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.login import _AUTHENTICATION_METHODS_USER_SESSION_KEY
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, Site, Workflow
from wagtail.models import Task as WagtailTask

from actieleren.forms.check import seal
from koplopers.models import InitiativePartner
from netwerk import links, search, uploads
from netwerk.models import (
    Connection,
    Contact,
    Invitation,
    Label,
    LegalHold,
    Membership,
    Note,
    Organisation,
    Region,
    SavedFilter,
    SecretLink,
    Sector,
    StandardText,
    Task,
    Theme,
    ThemeAmbassador,
    User,
)
from netwerk.roles import needs_second_factor
from portal import urls
from portal.pages.models import ArticleIndexPage, HomePage, StandardPage, ThemePage
from portal.starter.rights import group_name
from ruimte_in_de_regels.actions.also import link_of
from ruimte_in_de_regels.models import (
    AlsoUs,
    CaseOutcome,
    Difference,
    IntakeRule,
    JointQuestion,
    JointReply,
    ObstacleCase,
    ObstacleReport,
    Redaction,
    TextReaction,
)
from tests.factories import files, initiatives, learning, obstacles, people

OURS = ("portal", "netwerk", "koplopers", "ruimte_in_de_regels", "actieleren")


@dataclass
class World:
    """Objects by the name with which the tables call them, and a browser for every column."""

    objects: dict[str, Any] = field(default_factory=dict)
    browsers: dict[str, Client] = field(default_factory=dict)


def make_world() -> World:
    """Make one of everything."""
    call_command("load_starter_content", verbosity=0)
    world = World()
    world.objects |= _dossiers()
    world.objects |= _cms()
    world.browsers |= _members(world.objects)
    world.browsers |= _owners(world.objects)
    world.browsers |= _learners(world.objects)
    for role in ("lid", "redacteur", "ambassadeur", "team", "coordinator", "beheerder"):
        user = people.user(role)
        if role == "ambassadeur":
            user.groups.add(Group.objects.get(name=group_name(ThemePage.objects.first().slug)))
        world.browsers[role] = browser_of(user)
    world.browsers["anon"] = Client(raise_request_exception=False)
    for column, name in {
        "reporter": "report_link", "other-reporter": "other_report_link",
        "ministry": "thread_link", "other-ministry": "other_thread_link",
    }.items():  # fmt: skip
        world.browsers[column] = holder_of(world.objects.pop(name))
    while search.index_stale():
        pass
    return world


def browser_of(user: User) -> Client:
    """Return a browser in which somebody logged in, with the second factor that their role asks for."""
    browser = Client(raise_request_exception=False)
    browser.force_login(user)
    if needs_second_factor(user):
        session = browser.session
        session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": 0, "type": "totp"}]
        session.save()
    return browser


def holder_of(link: SecretLink) -> Client:
    """Return a browser in which a secret link was opened."""
    browser = Client(raise_request_exception=False)
    assert browser.post(f"/l/{links.token_for(link)}/").status_code == 302
    return browser


def _dossiers() -> dict[str, Any]:
    case = obstacles.case("weighing_answers")
    obstacles.analysis(case)
    obstacles.statement(case)
    report, other_report = obstacles.report("waiting_reporter"), obstacles.report("waiting_reporter")
    draft = obstacles.thread(case, "draft", "szw")
    thread, other = obstacles.thread(case, "acknowledged", "ocw"), obstacles.thread(case, "sent", "vws")
    elsewhere = obstacles.thread(obstacles.case("weighing_answers"), "draft", "ocw")
    outcomes = [
        CaseOutcome.objects.create(case=of, kind="no_room", reasoning="x", created_at=obstacles.NOW)
        for of in (case, elsewhere.case)
    ]
    texts = _texts(report)
    public_rule = obstacles.regulation(texts["public_case"], texts["hidden_case"])
    hidden_rule = obstacles.regulation(texts["hidden_case"])
    texts |= {name: texts[name].reference for name in ("public_case", "hidden_case")}
    link, thread_link = report.secret_links.get(), obstacles.thread_link(thread)
    return {
        "report": report.pk,
        "case": case.pk,
        "thread": thread.pk,
        "draft": draft.pk,
        "thread_elsewhere": elsewhere.pk,
        "outcome": outcomes[0].pk,
        **_weighed(case, thread, other),
        "outcome_elsewhere": outcomes[1].pk,
        **texts,
        "public_rule": public_rule.slug,
        "hidden_rule": hidden_rule.slug,
        **_promised(case),
        "rule_in_law": hidden_rule.pk,
        "contact": thread.contact.pk,
        "party": thread.ministry_id,
        "token": links.token_for(link),
        "report_page": link.public_id,
        "sheet": thread_link.public_id,
        "link_of_thread": thread_link.pk,
        "link_elsewhere": obstacles.thread_link(other).pk,
        "report_link": link,
        "thread_link": thread_link,
        "other_report_link": other_report.secret_links.get(),
        "other_thread_link": obstacles.thread_link(other),
        **_attachments(report, case, thread),
        **_work(case),
    }


def _promised(case: Any) -> dict[str, Any]:
    """Let two parties promise something in one case; of the first, something it said waits."""
    promise, other = obstacles.promise(case), obstacles.promise(case, code="vws")
    promise.news.create(said="kept", text="x", said_at=obstacles.NOW)
    return {"promise": promise.pk, "promise_other": other.pk}


def _weighed(case: Any, *threads: Any) -> dict[str, Any]:
    """Mark a difference, ask two parties at once, and allow something for a time."""
    now = obstacles.NOW
    joint = JointQuestion.objects.create(case=case, question="x", due_on=now.date(), asked_at=now)
    JointReply.objects.bulk_create(JointReply(joint=joint, thread=thread) for thread in threads)
    room = {"kind": "experiment", "reasoning": "x", "ends_on": now.date(), "created_at": now}
    return {
        "joint": joint.pk,
        "difference": Difference.objects.create(case=case, aspect="stance", note="x", created_at=now).pk,
        "lasting": CaseOutcome.objects.create(case=case, **room).pk,
    }


def _texts(report: Any) -> dict[str, Any]:
    """Make public texts in their states; the reporter of one reads it along."""
    read = obstacles.publication(state="with_reporter")
    ObstacleReport.objects.filter(pk=report.pk).update(case=read.case)
    said = TextReaction.objects.create(
        publication=read, report=report, version=0, answer="change", created_at=obstacles.NOW
    )
    shown, hidden = obstacles.publication(state="published"), obstacles.publication(state="approved")
    CaseOutcome.objects.create(case=shown.case, kind="experiment", reasoning="x", created_at=obstacles.NOW)
    network = obstacles.publication(state="published")
    ObstacleCase.objects.filter(pk=network.case_id).update(visibility="network", listed_at=None)
    draft = obstacles.publication(state="drafting")
    rule = Redaction.objects.create(
        publication=draft, found="x", instead="y", reason="person", created_at=obstacles.NOW
    )
    also = AlsoUs.objects.create(
        case=shown.case,
        hours=1,
        people=1,
        contact=Contact.objects.create(name="Noor Onzichtbaar", email="noor@voorbeeld.example"),
        created_at=obstacles.NOW,
    )
    sheet = obstacles.publication(state="published", published_at=obstacles.NOW)
    CaseOutcome.objects.create(
        case=sheet.case, kind="already_allowed", reasoning="x", created_at=obstacles.NOW
    )
    return {
        "sheet_slug": sheet.slug,
        "also_page": link_of(also, obstacles.NOW).public_id,
        "draft_case": draft.case.pk,
        "redaction": rule.pk,
        "text_case": read.case.pk,
        "reaction": said.pk,
        "public_slug": shown.slug,
        "public_case": shown.case,
        "hidden_slug": hidden.slug,
        "hidden_case": hidden.case,
        "network_slug": network.slug,
        "retracted_slug": obstacles.publication(state="retracted", first_public_at=obstacles.NOW).slug,
    }


def _work(case: Any) -> dict[str, Any]:
    """Make what colleagues keep at a case: notes of somebody else, a task, a label."""
    somebody = people.user("team")
    kept = {
        "dossier": case,
        "author": somebody,
        "author_label": "x",
        "text": "x",
        "created_at": obstacles.NOW,
    }
    filters = {
        name: SavedFilter.objects.create(
            owner=somebody, kind="casus", name=name, shared=shared, created_at=obstacles.NOW
        ).pk
        for name, shared in (("own_filter", False), ("shared_filter", True))
    }
    return {
        **filters,
        "rule": IntakeRule.objects.create(name="x", theme=Theme.objects.last(), handler=somebody).pk,
        "tie": Connection.objects.create(
            from_dossier=case,
            to_dossier=obstacles.case("signal"),
            relation="related",
            created_at=obstacles.NOW,
        ).pk,
        "text": StandardText.objects.create(title="x", kind="casus", text="x").pk,
        "text_of_nobody": StandardText.objects.create(title="x", kind="ander", text="x").pk,
        "note": Note.objects.create(**kept).pk,
        "hold": LegalHold.objects.create(dossier=case, reason="x", placed_by="x", placed_at=obstacles.NOW).pk,
        "own_note": Note.objects.create(layer="own", **kept).pk,
        "job": Task.objects.create(dossier=case, title="Bel", created_at=obstacles.NOW).pk,
        "label": Label.objects.create(name="subsidie", slug="subsidie").pk,
    }


def _attachments(report: Any, case: Any, thread: Any) -> dict[str, Any]:
    clean = uploads.CleanFile("brief.pdf", uploads.TYPES["pdf"], files.PDF)
    part = f"ruimte_in_de_regels.ministrythread:{thread.pk}"
    now = obstacles.NOW
    return {
        "reporter_file": uploads.attach(clean, report, now, audience="reporter").public_id,
        "team_file": uploads.attach(clean, report, now).public_id,
        "ministry_file": uploads.attach(clean, case, now, part=part, audience="ministry").public_id,
        "case_file": uploads.attach(clean, case, now).public_id,
    }


def _members(objects: dict[str, Any]) -> dict[str, Client]:
    """Make two organisations; return browsers of who belongs to them, and of who is asked to."""
    now, roles = obstacles.NOW, Membership.Role
    places = {"manager": roles.MANAGER, "member": roles.MEMBER, "other-manager": roles.MANAGER}
    users = {column: people.user("lid") for column in (*places, "invited")}
    organisations = {
        name: Organisation.objects.create(
            name=name, slug=name, kind=Organisation._meta.get_field("kind").choices[0][0]
        )
        for name in ("huis", "ander-huis")
    }
    for column, role in places.items():
        of = organisations["ander-huis" if column == "other-manager" else "huis"]
        seat = Membership.objects.create(organisation=of, user=users[column], role=role, joined_at=now)
        objects[f"{column}_seat"] = seat.pk
    of = organisations["huis"]
    objects["invitation"] = Invitation.objects.create(
        organisation=of, email=users["invited"].email, role=roles.MEMBER, created_at=now
    ).pk
    objects["organisation"], objects["region"], objects["sector"] = (
        of.pk,
        Region.objects.first().pk,
        Sector.objects.first().pk,
    )
    objects["themeambassador"] = ThemeAmbassador.objects.create(
        theme=Theme.objects.first(), user=people.user("ambassadeur"), since=now
    ).pk
    return {column: browser_of(user) for column, user in users.items()}


def _owners(objects: dict[str, Any]) -> dict[str, Client]:
    """Make initiatives in three states; return browsers of who stands behind them, and of another owner."""
    users = {column: people.user("lid") for column in ("owner", "proposer", "other-owner")}
    initiatives.initiative("draft", users["other-owner"])
    made = {
        "draft_initiative": initiatives.initiative("draft", users["owner"], summary=""),
        "public_initiative": initiatives.initiative("recognised", users["owner"]),
        "initiative": initiatives.initiative("in_review", for_whom=""),
    }
    for one in list(made.values())[:2]:
        initiatives.owned_by(one, users["proposer"], "proposer")
    hidden = initiatives.initiative("in_review", slug="nog-niet")
    partner = InitiativePartner.objects.create(
        initiative=made["initiative"], organisation=initiatives.organisation("Voorbeeldschool")
    )
    objects |= {name: one.pk for name, one in made.items()}
    objects |= {
        "shown_initiative": made["public_initiative"].slug,
        "hidden_initiative": hidden.slug,
        "partner": partner.pk,
    }
    return {column: browser_of(user) for column, user in users.items()}


def _learners(objects: dict[str, Any]) -> dict[str, Client]:
    """Make a project that runs, and shared ones; return browsers of who takes part, and of another lead."""
    users = {column: people.user("lid") for column in ("lead", "participant", "other-lead")}
    own = learning.project("running", users["lead"])
    learning.project("running", users["other-lead"])
    learning.cycle(own)
    story = learning.project("shared", users["lead"])
    for one in (own, story):
        learning.joined(one, users["participant"])
    network = learning.project("shared", visibility="network", listed_at=None)
    objects |= {
        "own_project": own.pk,
        "story_project": story.pk,
        "other_tie": learning.joined(own, people.user("lid")).pk,
        "shown_project": story.slug,
        "network_project": network.slug,
        "hidden_project": learning.project("completed", slug="nog-niet-gedeeld").slug,
        "checked": seal(learning.FITTING),
    }
    return {column: browser_of(user) for column, user in users.items()}


def _cms() -> dict[str, Any]:
    picture = ContentFile(files.picture(), "kleur.png")
    owner = people.user("redacteur", first_name="Onzichtbaar")
    document = Document.objects.create(title="Brief", file=ContentFile(files.PDF, "brief.pdf"))
    return {
        "home": HomePage.objects.get().pk,
        "page": StandardPage.objects.child_of(HomePage.objects.get()).first().pk,
        "own_theme": ThemePage.objects.first().pk,
        "own_articles": ArticleIndexPage.objects.child_of(ThemePage.objects.first()).get().pk,
        "other_theme": ThemePage.objects.last().pk,
        "other_articles": ArticleIndexPage.objects.child_of(ThemePage.objects.last()).get().pk,
        "user": owner.pk,
        "group": owner.groups.get().pk,
        "site": Site.objects.get().pk,
        "collection": Collection.get_first_root_node().add_child(name="Foto's").pk,
        "image": Image.objects.create(title="Kleur", file=picture, width=8, height=8).pk,
        "document": document.pk,
        "document_name": document.filename,
        "workflow": Workflow.objects.create(name="Nalezen").pk,
        "task": WagtailTask.objects.create(name="Lees na").pk,
    }


def own_names() -> set[str]:
    """Return the name of every address whose view is ours, or that our own list of addresses names."""
    direct = {id(entry) for entry in urls.urlpatterns}
    return {name for name, entry in walk(get_resolver(), "") if id(entry) in direct or _is_ours(entry)}


def walk(resolver: URLResolver, space: str) -> Iterator[tuple[str, URLPattern]]:
    """Yield every address with its full name."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from walk(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        else:
            yield f"{space}{entry.name}", entry


def view_model(entry: URLPattern) -> type[Model] | None:
    """Return the model that a generic view of Wagtail works on."""
    model = getattr(entry.callback, "view_initkwargs", {}).get("model")
    return model if isinstance(model, type) else None


def _is_ours(entry: URLPattern) -> bool:
    """Tell whether the view is ours, or one of Wagtail's over a model of ours."""
    parts = (getattr(entry.callback, "view_class", entry.callback), view_model(entry))
    return any(part is not None and part.__module__.split(".")[0] in OURS for part in parts)
