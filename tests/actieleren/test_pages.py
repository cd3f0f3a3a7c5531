# SPDX-License-Identifier: EUPL-1.2
"""The pages of Actieleren, walked as people walk them."""

import re
from datetime import timedelta
from urllib.parse import quote, urlencode

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from actieleren.forms.write import RULES
from actieleren.models import LearningProject, Lesson
from netwerk.tasks import index_dossiers
from tests.access.world import browser_of
from tests.factories import learning as make
from tests.factories.people import user

pytestmark = pytest.mark.django_db
CHECK = "/actieleren/geschiktheid/"
PUBLIC = ("/", "/themas/meer-uren-werken/", "/actieleren/", "/actieleren/projecten/")


@pytest.fixture
def site(db):
    """The pages that a new portal starts with."""
    call_command("load_starter_content", verbosity=0)


def text(client, address):
    """Return a page's text; it must be there."""
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def dated(name, value):
    return {
        f"{name}_{part}": number
        for part, number in zip(("dag", "maand", "jaar"), (value.day, value.month, value.year), strict=True)
    }


def test_the_check_needs_no_account_and_leaves_nothing_behind():
    """The advice comes without cookie, token or row; half an answer keeps what was chosen; it leads on."""
    visitor = Client()
    response = visitor.get(CHECK)
    assert response.status_code == 200 and not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()
    half = text(visitor, f"{CHECK}?acuut=nee&tijd=kapot")
    assert re.search(r'name="acuut" value="nee"[^>]*checked', half)
    assert "Kies een antwoord" in half and "error-summary" in half
    stop = visitor.get(CHECK, {**make.FITTING, "acuut": "ja"})
    assert "Grijp nu in" in stop.content.decode() and "Begin een leertraject" not in stop.content.decode()
    assert stop["X-Robots-Tag"] == "noindex" and not stop.cookies
    for wrong, address in (("urgent", "/koplopers/overzicht/"), ("invloed", "/ruimte-in-de-regels/")):
        assert f'href="{address}"' in visitor.get(CHECK, {**make.FITTING, wrong: "nee"}).content.decode()
    warned = visitor.get(CHECK, {**make.FITTING, "cultuur": "nee"}).content.decode()
    assert "/gereedschap/tien-spelregels/" in warned and "Begin een leertraject" in warned
    refused = browser_of(user("lid")).get("/actieleren/beginnen/?check=zelf-verzonnen")
    assert refused.url == CHECK
    assert not LearningProject.objects.exists()


class Member:
    """Somebody of a group, with a browser."""

    def __init__(self, account):
        self.browser = browser_of(account)
        self.pk = 0

    def page(self):
        """What stands on the page of the project."""
        return text(self.browser, reverse("actieleren:own", args=[self.pk]))

    def send(self, name, *words, **fields):
        """Send a form; it must be done."""
        address = reverse(f"actieleren:{name}", args=[self.pk, *words])
        seen = LearningProject.objects.get(pk=self.pk).version
        with TestCase.captureOnCommitCallbacks(execute=True):  # lists are kept until a change is really there
            response = self.browser.post(address, {"seen": seen, **fields})
        assert response.status_code == 302, response.content.decode()

    def refused(self, name, *words, **fields):
        """Send a form; it comes back with its errors, and what was typed."""
        response = self.browser.post(reverse(f"actieleren:{name}", args=[self.pk, *words]), fields)
        assert response.status_code == 422
        return response.content.decode()


def begun(account):
    """Start a project from the check, as a member does."""
    member = Member(account)
    advice = text(member.browser, f"{CHECK}?{urlencode(make.FITTING)}")
    address = re.search(r'href="(/actieleren/beginnen/[^"]+)"', advice)[1]
    form = text(member.browser, address)
    fields = dict(re.findall(r'name="(check|key)" value="([^"]+)"', form))
    fields |= {
        "title": "Zelf het rooster maken",
        "themes": ["meer-uren-werken"],
        "problem": "De avond is leeg.",
    }
    response = member.browser.post("/actieleren/beginnen/", fields)
    assert response.status_code == 302
    member.pk = LearningProject.objects.get().pk
    assert response.url == reverse("actieleren:own", args=[member.pk])
    assert member.browser.post("/actieleren/beginnen/", fields).status_code == 302
    assert LearningProject.objects.count() == 1
    return member


def agree(member, today):
    """Write every agreement, with the small forms."""
    told = {"problem": "De avond is leeg.", "agreed_by": "Alle deelnemers", "known": "Elders hielp ruilen."}
    member.send("part", "probleem", **told, **dated("agreed_on", today))
    member.send("part", "betrokkene", who="Avondploeg", level="professional", needed="on", affected="on")
    member.send("part", "afspraak", text="De avond is gevuld", agreed="on")
    member.send("part", "spelregels", chosen=RULES[:2], own="Wie belt, wacht.", **dated("agreed_on", today))
    until = today + timedelta(days=120)
    member.send("part", "planning", **dated("starts_on", today), **dated("ends_on", until))


def found_in(title):
    """Return where a stranger sees a title."""
    index_dossiers()
    places = {**dict(zip(PUBLIC, PUBLIC, strict=True)), "/zoeken/": f"/zoeken/?q={quote(title)}"}
    plain = {name: re.sub("</?mark>", "", text(Client(), place)) for name, place in places.items()}
    return {name for name, page in plain.items() if f">{title}" in page}


def test_from_check_to_shared_story(site, uncached):
    """A member checks, starts, agrees, tries, reflects, learns, shares; first nowhere, then everywhere."""
    lead, today = user("lid"), timezone.localdate()
    member = begun(lead)
    member.send("step", "prepare")
    assert "kan nog niet. Schrijf op wanneer jullie het probleem samen kozen" in member.page()
    agree(member, today)
    colleague = user("deelnemer")
    member.send("part", "deelnemer", user=colleague.email, role="participant")
    member.send("step", "settle")
    member.send("step", "begin", **dated("started_on", today - timedelta(days=95)))
    member.send(
        "part", "ronde", title="Ruilen", plan="Vier mensen ruilen.", expectation="Acht uren per week."
    )
    other = Member(colleague)
    other.pk = member.pk
    other.send("cycle_step", 1, "look_back", tried="Drie mensen ruilden.")
    assert "Acht uren per week." in text(
        other.browser, reverse("actieleren:cycle_step", args=[member.pk, 1, "reflect"])
    )
    other.send("cycle_step", 1, "reflect", happened="Half gelukt.", for_whom="Voor drie.")
    other.send("cycle_step", 1, "close", decision="adapt", change="Minder dagen.")
    assert "Nieuwe ronde" in other.page() and "Half gelukt." in other.page()
    member.send("part", "les", **{**make.LESSON, "title": "Eerst ruilen op papier"})
    member.send("part", "les", **{**make.LESSON, "title": "Alleen voor ons", "visibility": "team"})
    member.send("step", "evaluate")
    criterion = f"criterion_{LearningProject.objects.get().criteria.get().pk}"
    member.send(
        "step",
        "complete",
        changed="Het rooster is van ons.",
        improvement_for="De ploeg.",
        **{criterion: "partly"},
    )
    assert "Vul eerst de kaart in" in member.page()
    assert found_in("Zelf het rooster maken") == set()
    assert "Zelf het rooster maken" in text(member.browser, "/mijn/")
    member.send("part", "kaart", summary="Een ploeg maakt zelf het rooster.", themes=["meer-uren-werken"])
    member.send("step", "share", story="Zo ging het bij ons.", seen_by="public")
    assert found_in("Zelf het rooster maken") == {*PUBLIC, "/zoeken/"}
    page = text(Client(), LearningProject.objects.get().get_absolute_url())
    assert "Zo ging het bij ons." in page and "Eerst ruilen op papier" in page
    assert not any(
        words in page
        for words in ("Alleen voor ons", "Half gelukt", "Avondploeg", colleague.email, str(lead))
    )
    assert "Eerst ruilen op papier" in text(Client(), "/actieleren/")
    browser_of(user("team")).post(
        reverse("act_desk:move", args=[member.pk, "retract"]),
        {"reason": "Er stond een naam in.", "seen": LearningProject.objects.get().version},
    )
    assert found_in("Zelf het rooster maken") == set()


def test_bad_input_keeps_what_was_typed_and_changes_nothing():
    """Bad dates, short plans, unknown people and half cycles come back with the reason at the field."""
    lead = user("lid")
    member = Member(lead)
    member.pk = make.project("running", lead).pk
    before = LearningProject.objects.get().version
    soon = timezone.localdate()
    until = soon + timedelta(days=80)
    short = member.refused("part", "planning", **dated("starts_on", soon), **dated("ends_on", until))
    assert "Neem minstens drie maanden" in short and str(soon.year) in short
    assert "Er is geen account met dit adres" in member.refused(
        "part", "deelnemer", user="x@y.example", role="lead"
    )
    assert "Kies minstens één spelregel" in member.refused("part", "spelregels", **dated("agreed_on", soon))
    assert "nodig voor de verandering" in member.refused("part", "betrokkene", who="Ploeg", level="client")
    tomorrow = soon + timedelta(days=1)
    told = member.refused("part", "probleem", problem="Mijn tekst blijft.", **dated("agreed_on", tomorrow))
    assert "Kies een dag die al is geweest" in told and "Mijn tekst blijft." in told
    assert "Wat verwachten jullie" in member.refused("part", "ronde", title="Zo", plan="Dit")
    stale = member.refused("part", "probleem", problem="Ook dit blijft.", seen="999")
    assert "net gewijzigd" in stale and "Ook dit blijft." in stale
    assert LearningProject.objects.get().version == before and Lesson.objects.count() == 1


def test_the_list_filters_shows_failures_and_asks_the_same_for_many(uncached):
    """Theme, region and how far narrow it; what was stopped is there; ten more rows cost no more queries."""
    made = {name: make.project("shared", title=name, ending=name) for name in ("completed", "stopped")}
    card = {"visibility": "public", "listed_at": make.NOW, "slug": "loopt"}
    made["going"] = make.project("running", title="going", theme="gezond-werken", **card)
    make.project("running", title="hidden")
    address = "/actieleren/projecten/"

    def shown(query=""):
        return {name for name in (*made, "hidden") if f">{name}<" in text(Client(), address + query)}

    assert shown() == {"completed", "stopped", "going"}
    assert shown("?fase=gestopt") == {"stopped"} and shown("?fase=bezig") == {"going"}
    assert shown("?thema=gezond-werken") == {"going"} and shown("?thema=bestaat-niet") == set(made)
    assert shown("?regio=provincie-overijssel&fase=afgerond") == {"completed"}
    assert shown("?regio=provincie-zeeland") == set()

    def asked():
        with CaptureQueriesContext(connection) as found:
            text(Client(), address)
        return len(found)

    few = asked()
    for _ in range(10):
        make.project("shared")
    assert asked() == few <= 16


def test_the_group_page_and_the_desk_keep_to_their_queries():
    """Many cycles, people and lessons ask no more; the team's screen has none of the group's words."""
    lead = user("lid")
    project = make.project("running", lead)
    member, team = browser_of(lead), browser_of(user("team"))
    own, desk = reverse("actieleren:own", args=[project.pk]), reverse("act_desk:projects")

    def asked(client, address):
        text(client, address)
        with CaptureQueriesContext(connection) as found:
            text(client, address)
        return len(found)

    few = asked(member, own), asked(team, desk)
    for _ in range(10):
        make.cycle(project, "closed")
        make.lesson(project)
        make.joined(project, user("lid"))
        make.project("running", theme="gezond-werken")
    assert (asked(member, own), asked(team, desk)) == few
    assert few[0] <= 22
    screen = text(team, reverse("act_desk:project", args=[project.pk]))
    assert not any(words in screen for words in (project.problem, "Acht uren per week", "Avondploeg"))
