# SPDX-License-Identifier: EUPL-1.2
"""Pages in the search: found when published, gone when not, at the address where they are."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from netwerk.access import Actor
from netwerk.models import SearchDocument
from netwerk.search import Question, ask
from portal.pages.models import ArticleIndexPage, ArticlePage

pytestmark = pytest.mark.django_db
VISITOR = Actor("visitor", "Bezoeker")


@pytest.fixture
def site():
    """The starting pages stand in the template of the tests; its search index is empty."""
    call_command("rebuild_search", verbosity=0)


def found(text, **filters):
    return [hit.url for hit in ask(Question(text, **filters), VISITOR).hits]


def article(title="Zelf roosteren in de wijk", live=True):
    index = ArticleIndexPage.objects.child_of(Page.objects.get(depth=2, slug="start")).first()
    index = index or ArticleIndexPage.objects.first()
    page = ArticlePage(
        title=title, slug="zelf-roosteren", lead="Een team maakt zelf het rooster.", body=[], live=False
    )
    index.add_child(instance=page)
    if live:
        page.save_revision().publish()
    return page


def test_starter_content_is_found(site):
    """A reader finds a tool by a word in its text, also when that is mistyped."""
    assert any("/gereedschap/" in url for url in found("spelregels"))
    assert found("spelregels") == found("speelregels")
    assert SearchDocument.objects.filter(kind="vraag").count() >= 12


def test_an_article_is_found_when_published_and_not_before(site):
    """A draft is found by nobody; publishing puts it in the search, unpublishing takes it out."""
    page = article(live=False)
    assert page.url not in found("roosteren wijk")
    page.save_revision().publish()
    assert found("roosteren wijk") == [page.url]
    page.refresh_from_db()
    page.unpublish()
    assert page.url not in found("roosteren wijk")


def test_a_changed_page_is_found_by_its_new_words(site):
    """After publishing a change, the new words find it and the old ones do not."""
    page = article()
    page.title = "Mantelzorg op de werkvloer"
    page.lead = "Iets anders."
    page.save_revision().publish()
    assert found("mantelzorg werkvloer") == [page.url]
    assert page.url not in found("roosteren wijk")


def test_a_new_address_is_the_one_that_is_found(site):
    """Changing the address of a page changes it in the search too."""
    page = article()
    page.slug = "nieuw-adres"
    page.save_revision().publish()
    assert found("roosteren wijk")[0].endswith("/nieuw-adres/")


def test_a_deleted_page_is_gone(site):
    """Nothing is found that is not there."""
    page = article()
    page.delete()
    assert page.url not in found("roosteren wijk")


def test_the_index_can_be_built_anew(site):
    """An emptied index gives the same answers after rebuilding."""
    before = found("actieleren")
    SearchDocument.objects.all().delete()
    call_command("rebuild_search", verbosity=0)
    assert found("actieleren") == before != []
