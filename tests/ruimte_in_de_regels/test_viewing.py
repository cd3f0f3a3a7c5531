# SPDX-License-Identifier: EUPL-1.2
"""The team looks as a reporter, a ministry or a visitor: the same page, and nothing happens by it."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from netwerk import links
from netwerk.models import Dossier, Look, SecretLink, TimelineEntry
from tests.factories import obstacles as make
from tests.factories.desk import Colleague

pytestmark = pytest.mark.django_db


def words(page):
    """Return the words of a page's main part, without the code and what a browser does not show."""
    main = re.search(r"<main.*</main>", page, re.S)[0]
    text = strip_tags(re.sub(r"<(script|style).*?</\1>", "", main, flags=re.S))
    return re.sub(r"(\w{4}-){3}\w{4}", "", " ".join(text.split()))


def opened(link):
    """Return the page that the holder of a link gets."""
    browser = Client()
    return browser.post(reverse("secret_link", args=[links.token_for(link)]), follow=True).content.decode()


def test_the_team_sees_what_each_reader_sees_and_changes_nothing():
    """The words are those of the reader's page; no control works, no link is made or opened, it is logged."""
    report = make.report("waiting_reporter")
    thread = make.thread(make.case("escalated"), "acknowledged")
    text = make.publication(make.case("feedback"), "published", published_at=make.NOW)
    theirs = [
        opened(report.secret_links.get()),
        opened(make.thread_link(thread)),
        Client().get(text.get_absolute_url()).content.decode(),
    ]
    watched = (Dossier, TimelineEntry, SecretLink)
    before = [list(model.objects.order_by("pk").values()) for model in watched]
    team = Colleague("team", first_name="Tess")
    addresses = [
        reverse("rir_view:as_reporter", args=[report.pk]),
        reverse("rir_view:as_ministry", args=[thread.case_id, thread.pk]),
        reverse("rir_view:as_visitor", args=[text.case_id]),
    ]
    for address, page in zip(addresses, theirs, strict=True):
        assert team.get(address).status_code == 405
        response = team.post(address)
        seen = response.content.decode()
        assert words(seen) == words(page), address
        assert "Je kunt hier niets versturen." in seen and "Je kunt hier niets versturen." not in page
        assert 'method="post"' not in seen and "csrfmiddlewaretoken" not in seen
        assert not re.search(r"<(button|input|select|textarea)(?! disabled)\b", seen)
        assert response["Cache-Control"].startswith("no-store, private")
    code = links.code_for(report.secret_links.get())
    assert code in theirs[0] and code not in team.post(addresses[0]).content.decode()
    assert [list(model.objects.order_by("pk").values()) for model in watched] == before
    assert Look.objects.count() == 4
    log = Colleague("coordinator").get(reverse("desk:taken")).content.decode()
    assert report.reference in log and str(team.user) in log and "Keek zoals de melder." in log


def test_a_text_that_is_not_on_the_site_says_so_and_a_draft_question_shows_to_nobody():
    """The preview of a text is marked; a question that was not sent, or of another case, does not exist."""
    text, draft = make.publication(make.case("feedback")), make.thread(make.case("escalated"))
    team = Colleague("team")
    page = team.post(reverse("rir_view:as_visitor", args=[text.case_id])).content.decode()
    assert "Deze tekst staat niet op de site." in page and text.situation in page
    for case in (draft.case_id, text.case_id):
        assert team.post(reverse("rir_view:as_ministry", args=[case, draft.pk])).status_code == 404
    assert Client().get(text.get_absolute_url()).status_code == 404
