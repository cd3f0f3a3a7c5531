# SPDX-License-Identifier: EUPL-1.2
"""The tags that every template uses: words first, machine-readable beside them, everything escaped."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.template import Context, Template

from netwerk.workflow import State

THEME = SimpleNamespace(slug="gezond-werken", name="Gezond werken", icon="heartbeat")


def render(source: str, **context: object) -> str:
    """A template of one line, without the space around it."""
    return Template(source).render(Context(context)).strip()


def test_icon_is_hidden_for_screen_readers():
    """Proves that an icon is decoration, and comes from the one sprite file."""
    html = render('{% icon "check" %}')
    assert 'aria-hidden="true"' in html
    assert 'href="/static/img/icons.svg#check"' in html


def test_unknown_icon_draws_nothing():
    """Proves that a wrong name, which may come from data, breaks no page and injects nothing."""
    assert render("{% icon name %}", name='x"><script>') == ""


def test_status_label_of_a_state_and_of_its_owner():
    """Proves that the label has word, tone and icon, from a state or from a thing that has one."""
    state = State("sent", "Verzonden", "info", "send")
    expected = render("{% status_label s %}", s=state)
    assert expected.startswith('<span class="status status--info"><svg')
    assert expected.endswith("Verzonden</span>")
    assert render("{% status_label s %}", s=SimpleNamespace(state_info=state)) == expected
    assert 'class="mini mini--info"' in render("{% status_label s mini=True %}", s=state)


def test_status_label_escapes_and_stays_silent_without_a_state():
    """Proves that a label cannot carry markup, and that nothing stands where there is no state."""
    assert "&lt;b&gt;" in render("{% status_label s %}", s=State("x", "<b>x</b>"))
    assert render("{% status_label nothing %}") == ""


def test_dates_are_written_in_full_in_local_time():
    """Proves day and time in Dutch words, in the zone of the reader, with the moment for machines."""
    assert (
        render("{% nl_date d %}", d=date(2026, 12, 3)) == '<time datetime="2026-12-03">3 december 2026</time>'
    )
    moment = datetime(2026, 12, 3, 23, 5, tzinfo=UTC)
    html = render("{% nl_datetime d %}", d=moment)
    assert "4 december 2026, 0.05 uur" in html
    assert 'datetime="2026-12-04T00:05+01:00"' in html
    assert render("{% nl_date d %}", d=moment).endswith("4 december 2026</time>")
    assert render("{% nl_date d %}{% nl_datetime d %}", d=None) == ""


@pytest.mark.parametrize(
    ("due", "words", "tone"),
    [
        (date(2026, 11, 20), "Te laat", "danger"),
        (date(2026, 11, 23), "Vandaag", "warning"),
        (date(2026, 11, 24), "Nog 1 werkdag", "warning"),
        (date(2026, 11, 30), "Nog 5 werkdagen", "warning"),
        (date(2026, 12, 1), "Nog 6 werkdagen", ""),
        (date(2027, 1, 18), "Over 8 weken", ""),
    ],
)
def test_deadline_label_counts_working_days(due, words, tone):
    """Proves the words and the tone of a deadline on a Monday, from late to far away."""
    html = render("{% deadline_label due now %}", due=due, now=date(2026, 11, 23))
    assert html.endswith(f"{words}</span>")
    assert ("status--" in html) is bool(tone)
    assert tone in html


def test_deadline_label_warns_when_most_of_the_term_is_over():
    """Proves that three quarters of a long term is a reason to warn, whatever is left."""
    dates = {"due": date(2027, 1, 18), "now": date(2026, 12, 28), "start": date(2026, 10, 1)}
    assert "status--warning" in render("{% deadline_label due now start %}", **dates)
    assert "status--warning" not in render("{% deadline_label due now %}", **dates)


def test_theme_tag_is_a_link_only_when_it_leads_somewhere():
    """Proves that the theme's colour comes from its class, and that the tag can be a link."""
    assert render("{% theme_tag t %}", t=THEME).startswith('<span class="tag theme-gezond-werken">')
    assert '<a class="tag theme-gezond-werken" href="/x/">' in render("{% theme_tag t href='/x/' %}", t=THEME)


def test_cover_never_changes_for_a_number():
    """Proves that the cover follows from theme and number alone."""
    assert render("{{ slug|cover_url:4 }}", slug="gezond-werken").endswith("omslag-gezond-werken-2.svg")


def test_thousands_have_points():
    """Proves the Dutch way of writing large numbers."""
    assert render("{{ 3000|thousands }} {{ 20|thousands }}") == "3.000 20"
