# SPDX-License-Identifier: EUPL-1.2
"""Anonymous, confidential, named and for somebody else: on a phone, without script and by keyboard alone."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import expect

from ruimte_in_de_regels.models import ObstacleReport, ReporterIdentity
from tests.access.world import browser_of
from tests.browser.crowd import PHONE, letters
from tests.browser.test_report_form import GOAL, START, STORY, Keyboard, press
from tests.factories import people

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Way:
    """One way to report: what is chosen and written on the third screen, and what must come of it."""

    written: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    by_team: bool = False
    mailed: bool = False


WAYS = {
    "anonymous": Way(),
    "confidential": Way({"email": "noor@voorbeeld.example"}, {"publish_consent": "no"}, mailed=True),
    "named": Way(
        {"organisation_name": "Zorg Voorbeeld", "name": "Noor", "email": "noor@voorbeeld.example"},
        {"employer_may_know": "yes", "ministry_may_contact": "True"},
        mailed=True,
    ),
    "on behalf": Way(
        {"source": "Op een regiodag.", "email": "noor@voorbeeld.example"},
        {"channel": "phone"},
        by_team=True,
        mailed=True,
    ),
}


class WithoutScript:
    """Somebody on a phone whose browser runs no script."""

    def __init__(self, page):
        self.page = page

    def write(self, name, text):
        self.page.locator(f"#id_{name}").fill(text)

    def choose(self, name, value):
        self.page.locator(f"input[name={name}][value={value}]").check()

    def agree(self):
        self.page.locator("#id_privacy").check()

    def go_on(self):
        with self.page.expect_navigation():
            self.page.locator(".form__end button.button--large").click()


class ByKeyboard:
    """Somebody on a small screen with a keyboard and nothing else."""

    def __init__(self, page):
        self.page, self.hands = page, Keyboard(page)

    def write(self, name, text):
        self.hands.write(f"#id_{name}", text)

    def choose(self, name, value):
        self.hands.tab_to(f"input[name={name}]")
        self.page.keyboard.press("Space")
        for _turn in range(4):
            if self.page.evaluate("document.activeElement.value") == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never come to {value}")

    def agree(self):
        self.hands.tab_to("#id_privacy")
        self.page.keyboard.press("Space")

    def go_on(self):
        self.hands.go_on()


def report(hands, way):
    """Go through the four screens."""
    hands.page.goto(START)
    hands.write("story", STORY)
    hands.write("goal", GOAL)
    hands.choose("domain", "care")
    hands.go_on()
    hands.go_on()
    order = ("channel", "source", "organisation_name", "name", "email")
    for name in order:
        if name in way.chosen:
            hands.choose(name, way.chosen[name])
        if name in way.written:
            hands.write(name, way.written[name])
    for name in ("employer_may_know", "publish_consent", "ministry_may_contact"):
        if name in way.chosen:
            hands.choose(name, way.chosen[name])
    hands.go_on()
    hands.agree()
    hands.go_on()


@pytest.mark.parametrize("hands", [WithoutScript, ByKeyboard], ids=["without script", "by keyboard"])
def test_four_ways_to_report(crowd, hands):
    """Proves each way at 390 px: what was chosen is kept, who it was stays apart, and mail goes if wanted."""
    for way in WAYS.values():
        who = browser_of(people.user("team")) if way.by_team else None
        page = crowd.enter(PHONE, who=who, java_script_enabled=hands is ByKeyboard)
        before = len(letters())
        report(hands(page), way)
        whose = "De" if way.by_team else "Je"
        expect(page.get_by_role("heading", name=f"Dank je wel. {whose} melding is binnen.")).to_be_visible()
        made = ObstacleReport.objects.latest("pk")
        assert (made.story, made.goal, made.domain) == (STORY, GOAL, "care")
        assert {name: str(getattr(made, name)) for name in way.chosen} == way.chosen
        identity = ReporterIdentity.objects.filter(report=made).select_related("contact").first()
        assert (identity is not None) == way.mailed
        told = letters()[before:]
        assert [letter.to for letter in told] == ([["noor@voorbeeld.example"]] if way.mailed else [])
        assert not any(STORY in letter.body or "Noor" in letter.body for letter in told)
        code = page.locator(".confirm__code").last.inner_text()
        follow(crowd, code, made)


def follow(crowd, code, made):
    """Open the report with its code, as the reporter does on another day."""
    back = crowd.enter(PHONE, java_script_enabled=False)
    back.goto("/ruimte-in-de-regels/volgen/")
    back.get_by_label("Je code").fill(code)
    press(back, "Open mijn melding")
    expect(back.get_by_text(made.reference).first).to_be_visible()
