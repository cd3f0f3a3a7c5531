# SPDX-License-Identifier: EUPL-1.2
"""Readers of the site: find a tool by its theme and by a misspelt word, an answer by its address."""

import io

import pytest
from django.core.management import call_command
from playwright.sync_api import expect
from pypdf import PdfReader

from netwerk.models import Theme
from portal.pages.models import ToolPage
from tests.browser.crowd import PHONE
from tests.factories import pages

pytestmark = pytest.mark.browser


def test_a_tool_by_its_theme(crowd):
    """Proves on a phone without script: from home by the theme to a tool that stands below it."""
    theme = Theme.objects.get(slug="gezond-werken")
    pages.tool(f"/themas/{theme.slug}/gereedschap/", title="Werkblad voor een rustige dienst")
    page = crowd.enter(PHONE, java_script_enabled=False)
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name=theme.name).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(theme.name)
    page.get_by_role("link", name="Werkblad voor een rustige dienst").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Werkblad voor een rustige dienst")
    assert "/themas/gezond-werken/gereedschap/" in page.url


def test_a_tool_by_a_misspelt_word_and_by_keyboard(crowd):
    """Proves that typing errors are understood, by keyboard alone, and that the tool prints whole."""
    call_command("rebuild_search", stdout=io.StringIO())
    tool = ToolPage.objects.live().get(slug="tien-spelregels")
    page = crowd.enter()
    page.goto("/zoeken/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("speelregels")
    page.keyboard.press("Enter")
    expect(page.get_by_text("We zochten op: spelregels")).to_be_visible()
    hit = page.get_by_role("main").get_by_role("link", name=tool.title)
    hit.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(tool.title)
    paper = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    assert tool.title in " ".join(paper.split())
    assert "Inloggen" not in paper, "menus do not belong on paper"


def test_an_answer_by_its_address(crowd):
    """Proves that a question has an address of its own, with the short answer on top and where to go on."""
    page = crowd.enter(PHONE, java_script_enabled=False)
    page.goto("/vragen/wanneer-past-actieleren/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("drie maanden")
