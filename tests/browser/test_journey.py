# SPDX-License-Identifier: EUPL-1.2
"""One obstacle all the way: from a phone to a ministry and a published case, by everybody's own hands."""

import re

import pytest
from playwright.sync_api import expect

from netwerk.models import Delivery, TimelineEntry
from ruimte_in_de_regels.models import ObstacleCase, ObstacleReport
from tests.access.world import browser_of
from tests.browser.crowd import DESK, PHONE, letters, link_in, open_link, shoot
from tests.factories import files, obstacles, people

pytestmark = pytest.mark.browser

STORY = (
    "Onze leerlingen willen in de zomer stage lopen. In het huis is dan veel werk. "
    "De school zegt dat stage in de vakantie niet mag."
)
ANALYSIS = {
    "Wat gebeurt er precies, sinds wanneer, waar?": "Leerlingen staan in juli en augustus stil.",
    "Welke vernieuwing loopt vast?": "Stage het hele jaar door.",
    "Wie zijn betrokken, en wie merkt er wat van?": "Leerlingen, scholen en huizen.",
    "Wat beschermt de regel?": "De regel beschermt de vrije tijd van leerlingen.",
}
STATEMENT = {
    "Wie kan wat niet, door welke regel, met welk gevolg?": "Leerlingen kunnen in de zomer geen stage lopen.",
    "Welke vraag moet beantwoord worden?": "Mag een school stage in de vakantie toestaan?",
    "Wie gaat over de regel?": "Het ministerie van OCW, en VWS voor de zorg.",
    "Welke ruimte is nodig, en hoe blijft het doel van de regel beschermd?": "Stage mag, wie wil.",
    "In gewone woorden, voor de melder": "Niemand weet zeker of stage in de vakantie mag.",
}
PUBLIC = {
    "Titel": "Stage lopen in de zomervakantie",
    "Situatie": "Leerlingen willen in de zomer stage lopen.",
    "Knelpunt": "Scholen denken dat het niet mag.",
    "Probleemstelling": "Niemand weet zeker of stage in de vakantie mag.",
    "Uitkomst": "Het mag. Een school spreekt het af met de leerling.",
}

TICK = "(box) => ['maskImage', 'position'].map((name) => getComputedStyle(box, '::before')[name])"


def fill(page, texts):
    """Fill text fields by the words of their labels."""
    for label, text in texts.items():
        page.get_by_label(re.compile(rf"^{re.escape(label)}")).fill(text)


def press(page, name):
    """Press a button, or follow a link that looks like one, and wait for the page that comes."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first.click()


def colleague(role, first_name):
    """Make somebody of the team, with a name that is clearly nobody's."""
    made = people.user(role, first_name=first_name)
    made.last_name = "Voorbeeld"
    made.save()
    return made


class Journey:
    """Everybody who meets one obstacle. Each step is taken by the one whose step it is."""

    def __init__(self, crowd):
        self.crowd = crowd
        self.reporter = crowd.enter(PHONE)
        self.kim = crowd.enter(DESK, browser_of(colleague("team", "Kim")))
        self.robin = crowd.enter(DESK, browser_of(colleague("team", "Robin")))
        self.cora = crowd.enter(DESK, browser_of(colleague("coordinator", "Cora")))
        self.officers = {code: crowd.enter(PHONE) for code in ("ocw", "vws")}
        for code in self.officers:
            obstacles.ministry_contact(code, f"beleid@{code}.example")

    def to_case(self, page):
        """Open the case from the queue."""
        page.goto("/beheer/ruimte-in-de-regels/casussen/?stand=alles")
        press(page, "Stage in de zomer")

    # --- The reporter, on a phone

    def report(self):
        """Go through the four screens with an address and a file; return reference and link."""
        page = self.reporter
        page.goto("/ruimte-in-de-regels/melden/")
        shoot(page, "melden-1")
        page.get_by_label("Waar loop je tegenaan?").fill(STORY)
        page.get_by_label("Wat wilde je eigenlijk bereiken?").fill("Stage lopen in de zomer.")
        page.get_by_role("radio", name="Meer dan één").check()
        page.get_by_role("button", name="Bewaar voor later").scroll_into_view_if_needed()
        shoot(page, "melden-later", from_top=False)
        press(page, "Verder")
        shoot(page, "melden-2")
        page.get_by_label("Welke regel denk je dat het is?").fill("Dat weet ik niet precies.")
        brief = {"name": "brief-van-school.pdf", "mimeType": "application/pdf", "buffer": files.PDF}
        page.get_by_label("Bestanden").set_input_files([brief])
        press(page, "Verder")
        shoot(page, "melden-3")
        page.get_by_label("Je naam").fill("Noor Melder")
        page.get_by_label("Je e-mailadres").fill("noor@voorbeeld.example")
        page.get_by_role("radio", name="Ja, zonder namen").check()
        press(page, "Verder")
        expect(page.get_by_text("brief-van-school.pdf")).to_be_visible()
        shoot(page, "melden-4")
        page.get_by_label("Ik weet hoe jullie met mijn gegevens omgaan").check()
        press(page, "Verstuur mijn melding")
        page.get_by_role("heading", name="Dank je wel. Je melding is binnen.").wait_for()
        shoot(page, "melden-verstuurd")
        return page.locator(".confirm .confirm__code").inner_text(), page.locator("#geheim").input_value()

    def read_mail(self, subject):
        """Open the newest mail to the reporter, and its link."""
        letter = [letter for letter in letters() if letter.to == ["noor@voorbeeld.example"]][-1]
        assert subject in letter.subject
        assert "zomer" not in letter.body, "what was reported is never in a mail"
        open_link(self.reporter, link_in(letter))

    # --- The team, at a desk

    def take_in(self):
        """Take the report from the queue and open a case from it."""
        page = self.kim
        page.goto("/beheer/ruimte-in-de-regels/meldingen/")
        shoot(page, "team-meldingen")
        press(page, re.compile("Onze leerlingen"))
        expect(page.get_by_role("button", name="Pak op")).to_be_visible()
        assert "noor@voorbeeld.example" not in page.content(), "who reported is not on the screen"
        press(page, "Pak op")
        shoot(page, "team-melding")
        press(page, "Open nieuwe casus")
        page.get_by_label("Titel").fill("Stage in de zomer")
        press(page, "Open de casus")

    def look_who(self):
        """Open the identity, with a reason, which is written down."""
        page = self.kim
        press(page, re.compile("Toon gegevens"))
        page.get_by_label("Waarom wil je zien wie dit meldde?").fill("Ik wil bellen over de stage.")
        shoot(page, "team-melder")
        press(page, "Toon wie dit meldde")
        expect(page.get_by_text("noor@voorbeeld.example")).to_be_visible()
        self.to_case(page)

    def analyse(self):
        """Write the analysis and the problem statement; a second person approves."""
        page = self.kim
        press(page, "Start de contextanalyse")
        shoot(page, "team-casus")
        press(page, "Begin met de analyse")
        fill(page, ANALYSIS)
        page.get_by_label("Wie maakte de regel?").select_option(label="Het Rijk")
        page.get_by_label("Soort belemmering").select_option(label="De regel is onduidelijk")
        page.get_by_label("Schaal").select_option(label="Het hele land")
        shoot(page, "team-analyse")
        press(page, "De analyse is klaar")
        press(page, "Naar de probleemstelling")
        press(page, "Schrijf de probleemstelling")
        fill(page, STATEMENT)
        shoot(page, "team-probleemstelling")
        press(page, "Leg voor aan tweede lezer")
        expect(page.get_by_text("Wacht op tweede lezer")).to_be_visible()
        expect(page.get_by_role("link", name="Lees na")).to_have_count(0)  # the author is no second person
        self.to_case(self.robin)
        press(self.robin, "Lees na")
        shoot(self.robin, "team-nalezen")
        press(self.robin, "Keur goed")
        expect(self.robin.get_by_text("Goedgekeurd").first).to_be_visible()

    def ask(self):
        """Choose two ministries, look at the mails, and send."""
        page = self.kim
        self.to_case(page)
        for name, code in (("OCW", "ocw"), ("VWS", "vws")):
            press(page, "Kies een partij")
            page.get_by_label("Partij", exact=True).select_option(label=name)
            page.get_by_label("Aan wie").select_option(label=f"Bas Beleid ({name})")
            page.get_by_label("Waarom deze partij?").fill(f"{name} maakte de regel.")
            page.get_by_label("De vraag", exact=True).fill(f"Mag stage in de vakantie, {code}?")
            press(page, "Bewaar de vraag")
        press(page, "Verstuur 2 vragen")
        press(page, "Bekijk de mails")
        expect(page.get_by_role("button", name="Verstuur nu")).to_be_visible()
        shoot(page, "team-versturen")
        press(page, "Verstuur nu")
        expect(page.get_by_text("De vragen zijn verstuurd.").first).to_be_visible()

    # --- The ministries

    def answer(self, code, stance, kind):
        """Open the mailed link, confirm, answer, check and send."""
        page = self.officers[code]
        letter = next(letter for letter in letters() if letter.to == [f"beleid@{code}.example"])
        assert "vakantie" not in letter.body, "the question is never in a mail"
        page.goto(link_in(letter))
        shoot(page, "ministerie-deur")
        press(page, "Open")
        expect(page.get_by_text(f"Mag stage in de vakantie, {code}?")).to_be_visible()
        other = "vws" if code == "ocw" else "ocw"
        assert f"vakantie, {other}?" not in page.content(), "another ministry's question stays its own"
        if code == "ocw":
            shoot(page, "ministerie-vraag")
            press(page, "Bevestig de ontvangst")
        page.locator(f"input[name=stance][value={stance}]").check()
        page.get_by_label("Wat voor antwoord is het?").select_option(label=kind)
        page.get_by_label("Leg je antwoord uit").fill(f"Volgens {code} mag het al.")
        page.get_by_label("Wat mogen we op de site zetten?").fill(f"Het mag, zegt {code}.")
        if code == "ocw":
            page.get_by_role("heading", name="Jullie antwoord").scroll_into_view_if_needed()
            shoot(page, "ministerie-antwoord", from_top=False)
        press(page, "Controleer het antwoord")
        shoot(page, "ministerie-controleren")
        press(page, "Verstuur het antwoord")
        page.get_by_text("Jullie antwoord is binnen").wait_for()

    # --- The end

    def decide(self):
        """Weigh, write the outcome; the coordinator sets it; the reporter is told."""
        page = self.kim
        self.to_case(page)
        press(page, "Ga de antwoorden wegen")
        press(page, "Antwoorden naast elkaar")
        shoot(page, "team-antwoorden")
        self.to_case(page)
        press(page, "Schrijf een uitkomst op")
        press(page, "De ruimte was er al")
        page.get_by_label("Waarom is dit de uitkomst?").fill("Beide ministeries zeggen dat het mag.")
        press(page, "Bewaar de uitkomst")
        expect(page.get_by_text("De coördinator stelt de uitkomst vast.").first).to_be_visible()
        expect(page.get_by_role("button", name="Stel de uitkomst vast")).to_have_count(0)
        self.to_case(self.cora)
        shoot(self.cora, "team-uitkomst")
        press(self.cora, "Stel de uitkomst vast")
        self.to_case(page)
        press(page, "Koppel terug aan melders")
        page.get_by_label("Wat is de uitkomst, in gewone woorden?").fill(
            "Goed nieuws: stage in de zomer mag."
        )
        shoot(page, "team-terugkoppeling")
        press(page, "Koppel terug aan melders")
        expect(page.get_by_text("De melders hebben de uitkomst.").first).to_be_visible()

    def publish(self):
        """Write the public text; a second person checks it; the coordinator publishes."""
        self.to_case(self.kim)
        press(self.kim, "Schrijf de openbare tekst")
        fill(self.kim, PUBLIC)
        press(self.kim, "Bewaar de tekst")
        self.to_case(self.kim)
        press(self.kim, "Laat de melder meelezen")
        self.read_along()
        self.to_case(self.robin)
        press(self.robin, "Keur goed")
        expect(self.robin.locator(".error-summary")).to_have_count(0)
        for box in self.robin.get_by_role("checkbox").all():
            box.check()
        assert box.evaluate(TICK) == ["none", "static"], "the tick is seen whole"
        shoot(self.robin, "team-controle", from_top=False)
        press(self.robin, "Keur goed")
        self.to_case(self.cora)
        press(self.cora, re.compile("^Publiceer$"))
        self.cora.locator("#desk-form").get_by_role("button", name="Publiceer").click()
        expect(self.cora.get_by_text("De casus staat op de site.").first).to_be_visible()

    def read_along(self):
        """The reporter reads the text first, and says yes."""
        self.read_mail("Lees mee met de tekst voor de site")
        press(self.reporter, "Lees de tekst en zeg wat je ervan vindt")
        expect(self.reporter.get_by_text(PUBLIC["Titel"])).to_be_visible()
        shoot(self.reporter, "melden-meelezen")
        self.reporter.get_by_role("radio", name=re.compile("^Ja")).check()
        press(self.reporter, "Verstuur mijn antwoord")


def test_one_obstacle_all_the_way(crowd):
    """Proves the whole road of one report, in a browser, without a step done behind the screens."""
    journey = Journey(crowd)
    reference, link = journey.report()
    journey.read_mail(f"We hebben je melding {reference}")
    expect(journey.reporter.get_by_text("We hebben je melding.")).to_be_visible()
    shoot(journey.reporter, "melden-status")
    journey.take_in()
    journey.look_who()
    journey.analyse()
    journey.ask()
    journey.answer("ocw", "follows", "Uitleg: het mag al")
    journey.answer("vws", "follows_partly", "Een experiment kan")
    journey.decide()
    journey.read_mail("Er is een uitkomst")
    expect(journey.reporter.get_by_text("Goed nieuws: stage in de zomer mag.")).to_be_visible()
    shoot(journey.reporter, "melden-uitkomst")
    journey.publish()

    anybody = crowd.enter(PHONE)
    anybody.goto("/ruimte-in-de-regels/casussen/")
    anybody.get_by_role("link", name=PUBLIC["Titel"]).click()
    expect(anybody.get_by_role("heading", name=PUBLIC["Titel"], level=1)).to_be_visible()
    shoot(anybody, "casus-openbaar")
    for text in ("Het mag, zegt ocw.", "Het mag, zegt vws.", "Volgt het voorstel deels"):
        expect(anybody.get_by_text(text).first).to_be_visible()
    page = anybody.content()
    assert not [name for name in ("Noor", "Bas Beleid", "noor@", "beleid@") if name in page]
    assert link.startswith(crowd.site)
    case, report = ObstacleCase.objects.get(), ObstacleReport.objects.get()
    assert (case.state, report.state, report.attachments.count()) == ("feedback", "answered", 1)
    steps = set(TimelineEntry.objects.values_list("type", flat=True))
    assert {"melding.sent", "melding.identity_opened", "casus.escalate", "publicatie.publish"} <= steps
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}
