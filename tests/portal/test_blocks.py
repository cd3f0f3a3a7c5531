# SPDX-License-Identifier: EUPL-1.2
"""The blocks of which editors build a text: what they refuse, and what they render."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from portal.blocks import BodyBlock, CardsBlock
from portal.blocks.lists import TableBlock
from portal.pages.models import StandardPage
from tests.factories import pages

STEP = {"title": "Begin", "text": "Kies iets.", "question": "Wie?", "phase": "", "own_proposal": True}


def rendered(blocks):
    """The HTML of a text."""
    return render_to_string("components/body.html", {"body": pages.stream(StandardPage, blocks)})


def body(blocks):
    """A text as the editor's form hands it over."""
    return BodyBlock().to_python([{"type": name, "value": value} for name, value in blocks])


def test_headings_in_blocks_follow_the_heading_above_them():
    """Proves that a step is an h2 at the start of a text and an h3 below a heading: no level is skipped."""
    assert "<h2>Begin</h2>" in rendered([("steps", {"steps": [STEP]})])
    html = rendered([("heading", "Zo doe je dat"), ("steps", {"steps": [STEP]})])
    assert '<h2 id="zo-doe-je-dat">' in html and "<h3>Begin</h3>" in html


def test_small_heading_needs_a_large_one_above_it():
    """Proves that an editor is told, and may do it in the right order."""
    small = ("text", "<h3>Klein</h3><p>Tekst.</p>")
    with pytest.raises(ValidationError) as caught:
        BodyBlock().clean(body([small]))
    assert "Zet eerst een tussenkop" in str(caught.value.block_errors[0])
    BodyBlock().clean(body([("heading", "Groot"), small]))


def test_step_shows_question_and_whose_idea_it_is():
    """Proves that a proposal of ours is marked in words, not in colour alone."""
    html = rendered([("steps", {"steps": [STEP, {**STEP, "own_proposal": False, "question": ""}]})])
    assert html.count("Voorstel van dit portaal") == 1
    assert html.count("<strong>Vraag:</strong> Wie?") == 1


def test_picture_needs_words_or_a_choice_not_to(db):
    """Proves that a picture without a description is refused, unless the editor says it decorates."""
    block = BodyBlock().child_blocks["picture"].child_blocks["image"]
    image = get_image_model().objects.create(title="Foto", file=get_test_image_file())
    given = {"image": image.pk, "decorative": False, "alt_text": ""}
    with pytest.raises(ValidationError):
        block.clean(block.to_python(given))
    block.clean(block.to_python({**given, "decorative": True}))
    block.clean(block.to_python({**given, "alt_text": "Twee collega’s"}))


def test_table_is_read_by_row_and_column():
    """Proves headings for rows and columns, a caption, and labels for the cards on a phone."""
    html = rendered(
        [("table", {"caption": "Per team", "columns": ["Team", "Aantal"], "rows": [["A", "8"], ["B", "6"]]})]
    )
    assert '<caption class="visually-hidden">Per team</caption>' in html
    assert '<th scope="col">Aantal</th>' in html
    assert '<th scope="row">B</th><td data-label="Aantal">6</td>' in html


def test_table_refuses_a_row_of_another_width():
    """Proves that an editor hears which row is wrong, in Dutch."""
    block = TableBlock()
    value = block.to_python({"caption": "Per team", "columns": ["Team", "Aantal"], "rows": [["A"]]})
    with pytest.raises(ValidationError) as caught:
        block.clean(value)
    assert "Deze rij heeft 1 cellen" in str(caught.value.block_errors["rows"].block_errors[0])


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//elders.example", "http://plat.example", "vragen"]
)
def test_card_takes_no_dangerous_address(address):
    """Proves that a card leads within the site or to a secure address, and never runs a script."""
    block = CardsBlock().child_blocks["cards"].child_block
    value = block.to_python({"title": "Kaart", "text": "", "page": None, "address": address})
    with pytest.raises(ValidationError):
        block.clean(value)


def test_card_leads_to_one_place(site):
    """Proves that a card has a page or an address, not both and not neither; a hidden page hides its card."""
    block = CardsBlock().child_blocks["cards"].child_block
    page = pages.at("/privacy/")
    for given in ({"page": None, "address": ""}, {"page": page.pk, "address": "/vragen/"}):
        with pytest.raises(ValidationError):
            block.clean(block.to_python({"title": "Kaart", "text": "", **given}))
    value = {"cards": [{"title": "Kaart", "text": "", "page": page.pk, "address": ""}]}
    assert 'href="/privacy/"' in rendered([("cards", value)])
    page.unpublish()
    assert "Kaart" not in rendered([("cards", value)])


def test_links_to_pages_get_their_address_in_one_go(site, django_assert_num_queries):
    """Proves one query for all links of a text, and plain words where the page is not public."""
    shown, hidden = pages.at("/privacy/"), pages.article(live=False)
    link = '<p><a linktype="page" id="{}">Lees dit</a></p>'
    faq = {"questions": [{"question": "Waar?", "answer": link.format(shown.pk)}]}
    blocks = [("text", link.format(shown.pk)), ("text", link.format(hidden.pk)), ("accordion", faq)]
    with django_assert_num_queries(1):
        html = rendered(blocks)
    assert html.count('<a href="/privacy/">Lees dit</a>') == 2
    assert html.count("<a>Lees dit</a>") == 1
    assert not re.search(r"linktype", html)
