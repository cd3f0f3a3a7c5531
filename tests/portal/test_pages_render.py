# SPDX-License-Identifier: EUPL-1.2
"""What each page type shows: the parts of the design, headings in order, and nothing that is not there."""

import re
from datetime import date

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from netwerk import cache_tags
from netwerk.models import Sector, Theme, ThemeAmbassador
from portal.pages.addresses import address_of
from portal.pages.models import ActielerenLandingPage, ToolPage
from tests.factories import initiatives, obstacles, pages

pytestmark = pytest.mark.usefixtures("uncached")

THEME = "/themas/meer-uren-werken/"
PROPOSAL = "Voorstel van dit portaal"
LANDMARKS = {
    "/": ['class="hero"', 'class="themes"', 'class="band', "card door", 'class="flow"', 'id="toolbox"'],
    "/themas/": ['class="themes', "theme-gezond-werken", "Kruimelpad"],
    THEME: [
        "page-head--theme",
        'class="question"',
        'class="vacant"',
        'id="andere"',
        "theme-meer-uren-werken",
    ],
    "/artikelen/": ["Kruimelpad", 'class="chip"', "grid--3"],
    "/vragen/": ['class="chip"', 'class="hit"'],
    "/gereedschap/": ['class="chip"', 'class="tile"', PROPOSAL],
    "/artikelen/een-regel-zit-in-de-weg/": ["article-head", 'class="prose"', "key-point", "Alle sectoren"],
    "/vragen/wat-levert-actieleren-op/": ["article-head", 'class="lead"', "Andere vragen"],
    "/gereedschap/actieleren-in-15-stappen/": ['class="steps"', "<strong>Vraag:</strong>", PROPOSAL],
    "/gereedschap/ideale-ontwerp/": ["<picture>", "ideaal-ontwerp.svg", PROPOSAL],
    "/actieleren/": ["cycle-figure", "note--danger", 'class="masonry"', 'class="accordion"', 'id="faq"'],
    "/koplopers/": ['class="steps"', 'class="ticks"', 'class="accordion"', PROPOSAL],
    "/over-het-netwerk/": ['class="card mt-0"', 'class="prose"'],
}


def body_of(client, address):
    """The page's main part as text of HTML."""
    response = client.get(address)
    assert response.status_code == 200, address
    html = response.content.decode()
    return html[html.index("<main") : html.index("</main>")]


def levels(html):
    """The levels of the headings, in order."""
    return [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]


def skips(found):
    """Whether some heading is more than one level deeper than the one before it."""
    return any(after - before > 1 for before, after in zip([0, *found], found, strict=False))


def test_every_page_type_shows_its_parts(client, site):
    """Proves that each page type renders with the parts of its design, one h1 and no level skipped."""
    for address, parts in LANDMARKS.items():
        html = body_of(client, address)
        assert [part for part in parts if part not in html] == [], address
        assert levels(html).count(1) == 1, address
        assert not skips(levels(html)), address


def test_actieleren_shows_the_steps_of_the_tool(client, site):
    """Proves that the steps are written once: what an editor changes in the tool changes the landing."""
    html = body_of(client, "/actieleren/")
    assert len(re.findall(r'class="accordion__lead"><b>\d+</b>', html)) == 15
    assert html.count(PROPOSAL) >= 1
    guide = pages.at("/gereedschap/actieleren-in-15-stappen/")
    steps = [{"title": "Alleen deze", "text": "Kort.", "question": "", "phase": "Nu", "own_proposal": False}]
    guide.body = pages.stream(ToolPage, [("steps", {"steps": steps})])
    guide.save()
    html = body_of(client, "/actieleren/")
    assert "Alleen deze" in html
    assert "Kies een urgent probleem" not in html
    ActielerenLandingPage.objects.update(guide=None)
    assert 'id="stappen"' not in body_of(client, "/actieleren/")


def test_front_page_leaves_out_what_is_not_there(client, site):
    """Proves that a section without items is left out, and that no number is made up."""
    ToolPage.objects.all().update(live=False)
    pages.at("/artikelen/een-regel-zit-in-de-weg/").unpublish()
    html = body_of(client, "/")
    for part in ('id="toolbox"', 'id="artikelen"', 'id="uitkomsten"', "flow__n"):
        assert part not in html


def test_theme_without_ambassador_says_so_and_with_one_names_them(client, site):
    """Proves the vacant state, and that only who is ambassador today is shown."""
    theme = Theme.objects.get(slug="meer-uren-werken")
    assert "zoeken we een ambassadeur" in body_of(client, THEME)
    ThemeAmbassador.objects.create(
        theme=theme, name="Iemand Ooit", since=date(2020, 1, 1), until=date(2021, 1, 1)
    )
    assert "Iemand Ooit" not in body_of(client, THEME)
    ThemeAmbassador.objects.create(
        theme=theme, name="Sam Voorbeeld", introduction="Ik werk in een wijkteam.", since=date(2022, 1, 1)
    )
    html = body_of(client, THEME)
    assert "Sam Voorbeeld" in html and "Ik werk in een wijkteam." in html
    assert "zoeken we een ambassadeur" not in html


def test_theme_page_shows_what_stands_below_it(client, site):
    """Proves that articles, tools and questions of a theme show on its page, and not those of another."""
    pages.article(f"{THEME}artikelen/", title="Praat over uren")
    pages.tool(f"{THEME}gereedschap/", title="Urenkaart")
    pages.question(f"{THEME}vragen/", title="Loont meer werken?")
    html = body_of(client, THEME)
    for title in ("Praat over uren", "Urenkaart", "Loont meer werken?"):
        assert title in html
        assert title not in body_of(client, "/themas/gezond-werken/")
    assert "Nog niets over dit thema" not in html


def test_published_cases_show_at_home_and_in_their_theme(client, site):
    """Proves that an outcome is found where people look for it; a text that is not published nowhere."""
    shown = obstacles.publication(state="published", title="Stage in juli")
    hidden = obstacles.publication(state="approved", title="Nog niet af")
    for publication in (shown, hidden):
        publication.case.themes.add(Theme.objects.get(slug="meer-uren-werken"))
    for address in ("/", THEME):
        html = body_of(client, address)
        assert shown.get_absolute_url() in html and "Stage in juli" in html
        assert "Nog niet af" not in html
    assert "Stage in juli" not in body_of(client, "/themas/gezond-werken/")


def test_initiatives_show_at_home_and_in_their_theme(client, site):
    """Proves that only what is on the site shows, and that only what is recognised is called Koploper."""
    assert 'id="kop"' not in body_of(client, "/")
    known = initiatives.initiative("recognised", title="Ruilrooster voor teams")
    example = initiatives.initiative("good_example", title="Samen roosteren")
    initiatives.initiative("submitted", title="Nog in beoordeling")
    for address in ("/", THEME):
        html = body_of(client, address)
        assert known.get_absolute_url() in html and example.get_absolute_url() in html
        assert "Nog in beoordeling" not in html
    row = re.search(r'<span class="kind">([^<]+)</span><h3><a href="[^"]+">Samen roosteren', html)
    assert row[1] == "Initiatief"
    assert "Ruilrooster voor teams" not in body_of(client, "/themas/gezond-werken/")


def test_landing_of_koplopers_leads_to_the_register(client, site):
    """Proves that a reader comes from the explanation to the list and to the form."""
    html = body_of(client, "/koplopers/")
    assert 'href="/koplopers/overzicht/"' in html and 'href="/koplopers/aanmelden/"' in html


def test_kinds_of_a_theme_can_be_chosen_when_there_are_several(client, site):
    """Proves that the stream mixes kinds, newest first, and shows one kind when asked."""
    article = pages.article(f"{THEME}artikelen/", title="Praat over uren", first_published_at=pages.FIRST)
    assert 'class="chip"' not in body_of(client, THEME)
    case = obstacles.publication(state="published", title="Stage in juli").case
    case.themes.add(Theme.objects.get(slug="meer-uren-werken"))
    cache_tags.bump(cache_tags.listing("casus"))  # as the action that publishes does
    html = body_of(client, THEME)
    assert html.index("Stage in juli") < html.index(article.title)
    assert 'href="?soort=regels"' in html
    chosen = body_of(client, f"{THEME}?soort=regels")
    assert "Stage in juli" in chosen and article.title not in chosen
    assert 'href="?soort=regels" aria-current="true"' in chosen


def test_root_list_shows_all_and_filters_by_theme(client, site):
    """Proves that the list at the top holds every theme, that each filter is an address, and keeps others."""
    pages.article(f"{THEME}artikelen/", title="Over uren")
    pages.article("/themas/gezond-werken/artikelen/", title="Over gezond blijven")
    everything = body_of(client, "/artikelen/")
    assert "Over uren" in everything and "Over gezond blijven" in everything
    chosen = body_of(client, "/artikelen/?thema=gezond-werken")
    assert "Over gezond blijven" in chosen and "Over uren" not in chosen
    assert 'href="?thema=gezond-werken" aria-current="true"' in chosen
    below = body_of(client, f"{THEME}artikelen/")
    assert "Over uren" in below and "Over gezond blijven" not in below
    assert 'class="chip"' not in below


def test_question_list_combines_two_filters(client, site):
    """Proves that theme and subject can be chosen together, and that each link keeps the other choice."""
    pages.question(f"{THEME}vragen/", title="Past dit bij uren?", subject="actieleren")
    html = body_of(client, "/vragen/?onderwerp=actieleren&thema=meer-uren-werken")
    assert "Past dit bij uren?" in html
    assert "Hoe pakken we het aan?" not in html
    assert 'href="?thema=meer-uren-werken&amp;onderwerp=koplopers"' in html
    empty = body_of(client, "/vragen/?onderwerp=koplopers&thema=meer-uren-werken")
    assert "Hier staat nog niets" in empty


def test_nonsense_in_an_address_shows_everything(client, site):
    """Proves that an unknown theme or page number is no error and shows nothing of what was typed."""
    html = body_of(client, '/artikelen/?thema="><b>x&pagina=-1')
    assert "Een regel zit in de weg" in html
    assert "<b>x" not in html


def test_list_is_cut_in_pages_of_twenty_four(client, site):
    """Proves that a long list has a second page, and that the filter goes along."""
    for _ in range(25):
        pages.article(f"{THEME}artikelen/")
    html = body_of(client, "/artikelen/?thema=meer-uren-werken")
    assert html.count('class="stretch"') == 24
    assert 'href="?thema=meer-uren-werken&amp;pagina=2" rel="next"' in html
    assert body_of(client, "/artikelen/?thema=meer-uren-werken&pagina=2").count('class="stretch"') == 1


def test_empty_list_is_a_designed_state(client, site):
    """Proves that a list without items says so and offers something to do."""
    html = body_of(client, f"{THEME}vragen/")
    assert 'class="empty"' in html and "Er zijn nog geen vragen." in html


def test_article_shows_theme_sectors_picture_and_others(client, site):
    """Proves the parts of an article: tag of its theme, sectors, picture with words, and others."""
    image = get_image_model().objects.create(title="Foto", file=get_test_image_file())
    other = pages.article(f"{THEME}artikelen/")
    page = pages.article(
        f"{THEME}artikelen/",
        picture=image,
        picture_alt="Twee collega’s praten",
        picture_caption="Aan tafel",
        source_note="Geschreven door de redactie.",
        last_checked=date(2026, 11, 12),
    )
    page.sectors.add(Sector.objects.get(slug="sociaal-werk"))
    page.save()
    html = body_of(client, address_of(page))
    assert 'href="/themas/meer-uren-werken/"' in html
    assert "Sociaal werk" in html
    assert 'alt="Twee collega’s praten"' in html and "Aan tafel" in html
    assert "Geschreven door de redactie." in html and "12 november 2026" in html
    assert "1 minuut lezen" in html
    assert address_of(other) in html


def test_tool_shows_its_files_with_kind_and_size(client, site):
    """Proves that who downloads knows what comes."""
    document = get_document_model()(title="Werkblad")
    document.file.save("werkblad.pdf", ContentFile(b"%PDF-1.4" + bytes(2500)))
    document.get_file_size()
    files = [("download", {"document": document.pk, "text": "Werkblad om in te vullen"})]
    page = pages.tool(files=pages.stream(ToolPage, files, "files"), own_proposal=True, steps="1, 2")
    html = body_of(client, address_of(page))
    assert "Werkblad om in te vullen (PDF, 3 kB)" in html
    assert PROPOSAL in html and "Bij stap 1, 2" in html


@pytest.mark.parametrize(
    ("steps", "good"), [("1, 2, 15", True), ("16", False), ("een", False), ("1-3", False)]
)
def test_steps_of_a_tool_are_numbers_of_the_guide(steps, good):
    """Proves that only the numbers one to fifteen can be given."""
    field = ToolPage._meta.get_field("steps")
    if good:
        field.run_validators(steps)
    else:
        with pytest.raises(Exception, match="1, 2, 5"):
            field.run_validators(steps)


def test_question_leads_on_only_to_what_is_public(client, site):
    """Proves that the link under an answer is there while its target is, and gone with it."""
    question = "/vragen/hoe-pakken-we-het-aan/"
    tool = pages.at("/gereedschap/actieleren-in-15-stappen/")
    assert f'class="more" href="{address_of(tool)}"' in body_of(client, question)
    tool.unpublish()
    assert address_of(tool) not in body_of(client, question)


def test_what_a_page_links_to_is_noted_as_shown(client, site):
    """Proves that a kept page is made anew when a page it leads to changes or goes away."""
    guide, privacy = pages.at("/gereedschap/actieleren-in-15-stappen/"), pages.at("/privacy/")
    card = {"title": "Kaart", "text": "", "page": privacy.pk, "address": ""}
    linked = ("text", f'<p><a linktype="page" id="{privacy.pk}">Privacy</a></p>')
    by_text = address_of(pages.article(body=[linked]))
    by_card = address_of(pages.article(body=[("cards", {"cards": [card]})]))
    shown = {
        "/vragen/hoe-pakken-we-het-aan/": guide,
        "/actieleren/": guide,
        by_text: privacy,
        by_card: privacy,
    }
    for address, target in shown.items():
        cache_tags.start()
        assert client.get(address).status_code == 200
        assert cache_tags.page(target.pk) in cache_tags.finish(), address
