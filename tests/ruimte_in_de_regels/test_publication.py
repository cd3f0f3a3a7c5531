# SPDX-License-Identifier: EUPL-1.2
"""The public text on its way: read along by reporters, held for a day, for the network, taken back."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netwerk import deliveries, links, search
from netwerk.access import SYSTEM, Actor, NotPermitted
from netwerk.models import Contact, Organisation, Region, SearchDocument, Sector, Task
from netwerk.perform import NotNow
from ruimte_in_de_regels import access, small_groups, tasks
from ruimte_in_de_regels.actions import publications, reading, reporter
from ruimte_in_de_regels.models import (
    CHECKLIST,
    ObstacleCase,
    ObstacleReport,
    Publication,
    ReporterIdentity,
    TextReaction,
)
from tests.factories import obstacles as make
from tests.factories.desk import Colleague
from tests.factories.people import actor

pytestmark = pytest.mark.django_db

TEXT = {
    "title": "Stage in de zomer",
    "situation": "Leerlingen willen werken.",
    "obstacle": "Scholen denken dat het niet mag.",
    "problem": "Niemand weet het zeker.",
    "outcome": "Het mag.",
    "what_you_can_do": "Vraag het na.",
}
ALL_POINTS = [code for code, _ in CHECKLIST]
UNKEPT = {"x": "1"}
"""A parameter with which a page is made anew for every reader."""
LAST_DAY = date(2026, 12, 7)
"""Ten working days after the Monday on which these tests begin."""


def holder(report):
    """Return the reporter who came in by the own link."""
    return links.actor_for(report.secret_links.first())


def in_browser(report):
    """Return a browser in which the reporter's link was opened, and the address of a page behind it."""
    link, browser = report.secret_links.first(), Client()
    browser.post(f"/l/{links.token_for(link)}/")
    return browser, lambda name: reverse(f"ruimte_in_de_regels:{name}", args=[link.public_id])


def reachable(report, email):
    """Give the reporter of a report an address."""
    contact = Contact.objects.create(email=email)
    ReporterIdentity.objects.create(report=report, contact=contact)
    return report


def subjects():
    """Send what waits and return the subjects of all mails so far."""
    deliveries.deliver_due(lambda: make.NOW)
    return [message.subject for message in mail.outbox]


def test_reporters_read_along_suggest_refuse_and_approve():
    """Who reported reads the text first; a wish and a no stop it, a changed text is asked about again."""
    writer, second = actor("team"), actor("team")
    case = make.case("feedback", assignee=writer.user)
    mia, noa = (make.report("answered", case=case) for _ in range(2))
    reachable(mia, "mia@voorbeeld.example")
    text = publications.save_text(case, TEXT, by=writer, now=make.NOW)
    with pytest.raises(NotNow, match="Laat eerst de melders meelezen"):
        publications.approve(text, ALL_POINTS, by=second, now=make.NOW)
    browser, page = in_browser(mia)
    assert browser.get(page("report_read_along")).status_code == 404, "nothing to read yet"

    publications.show_reporter(text, by=writer, now=make.NOW)
    assert f"Lees mee met de tekst voor de site ({mia.reference})" in subjects()
    assert "7 december 2026" in mail.outbox[-1].body and "Scholen" not in mail.outbox[-1].body
    assert "Lees mee met de tekst voor de site" in browser.get(page("report_status")).content.decode()
    shown = browser.get(page("report_read_along")).content.decode()
    assert "Scholen denken dat het niet mag." in shown and "7 december 2026" in shown
    assert browser.post(page("report_read_along"), {"wish": ""}).status_code == 422
    nothing = browser.post(page("report_read_along"), {"answer": "change", "wish": " "})
    assert "Vertel wat je anders wilt." in nothing.content.decode(), "a wish without words helps nobody"
    with pytest.raises(NotNow, match="Schrijf verder"):
        publications.save_text(case, {**TEXT, "title": "Onder je ogen"}, by=writer, now=make.NOW)

    wish = {"answer": "change", "wish": "Zet er geen school in."}
    assert browser.post(page("report_read_along"), wish).status_code == 302
    status = browser.get(page("report_status")).content.decode()
    assert "Je las mee en zei: ik wil iets anders." in status and "leest het als eerste" not in status
    reading.react(noa, "yes", "", by=holder(noa), now=make.NOW)
    with pytest.raises(NotNow, match="wil iets anders"):
        publications.approve(text, ALL_POINTS, by=second, now=make.NOW)
    assert Task.objects.get().title.endswith("ik wil iets anders")
    kim = Colleague("team")
    assert "Zet er geen school in." in kim.page("case", case.pk)
    reaction = TextReaction.objects.get(report=mia)
    other = make.publication(make.case("feedback"), "with_reporter")
    assert kim.see("wish_answer", other.case.pk, reaction.pk).status_code == 404
    kim.done("wish_answer", case.pk, reaction.pk, reply="Het gaat juist over scholen.")
    assert mia.messages.last().text == "Het gaat juist over scholen."
    assert "Het gaat juist over scholen." in browser.get(page("report_read_along")).content.decode()

    reading.react(mia, "no", "", by=holder(mia), now=make.NOW)
    mia.refresh_from_db()
    assert (mia.publish_consent, TextReaction.objects.filter(report=mia).count()) == ("no", 1)
    with pytest.raises(NotNow, match="wil geen publicatie"):
        publications.approve(text, ALL_POINTS, by=second, now=make.NOW)

    publications.take_back(text, by=writer, now=make.NOW)
    assert browser.get(page("report_read_along")).status_code == 404, "it is being written again"
    changed = {**TEXT, "obstacle": "Men denkt dat het niet mag."}
    publications.save_text(case, changed, by=writer, now=make.NOW)
    publications.show_reporter(text, by=writer, now=make.NOW)
    anew = browser.get(page("report_read_along")).content.decode()
    assert "Men denkt" in anew and "We veranderden de tekst sinds je hem las." in anew
    assert "Je zei toen: nee, liever niet." in anew
    browser.post(page("report_read_along"), {"answer": "yes"})
    done = publications.approve(text, ALL_POINTS, by=second, now=make.NOW)
    assert done.subject.state == "approved"
    assert done.subject.approved_texts.get().texts["obstacle"] == "Men denkt dat het niet mag."


def test_silence_counts_as_no_objection_only_after_the_days_and_never_over_a_no():
    """On the last day nothing changes; the day after, who said nothing does not object, who said no does."""
    writer, second = actor("team"), actor("team")
    case = make.case("feedback")
    silent = make.report("answered", case=case)
    text = publications.save_text(case, TEXT, by=writer, now=make.NOW)
    publications.show_reporter(text, by=writer, now=make.NOW)
    text.refresh_from_db()
    assert text.read_before == LAST_DAY
    last_day = make.NOW + (LAST_DAY - timezone.localdate(make.NOW))
    assert tasks.tend_publications(last_day) == 0
    with pytest.raises(NotNow, match="tot en met 7 december 2026"):
        publications.approve(text, ALL_POINTS, by=second, now=last_day)
    after = last_day + timedelta(days=1)
    assert [tasks.tend_publications(after), tasks.tend_publications(after)] == [1, 0]
    reporter.choose(
        silent,
        {"employer_may_know": "no", "publish_consent": "no", "ministry_may_contact": False},
        by=holder(silent),
        now=after,
    )
    assert Task.objects.get().title.endswith("de melder wil de tekst niet (meer) op de site")
    with pytest.raises(NotNow, match="wil geen publicatie"):
        publications.approve(text, ALL_POINTS, by=second, now=after)
    ObstacleReport.objects.filter(pk=silent.pk).update(publish_consent="later")
    assert publications.approve(text, ALL_POINTS, by=second, now=after).subject.state == "approved"


def test_a_reporter_answers_only_about_the_own_case():
    """Somebody else's link, and a text that is on the site, are refused; nothing is kept."""
    case, stranger = make.case("feedback"), make.report("answered", case=make.case("feedback"))
    mine = make.report("answered", case=case)
    text = make.publication(case, "with_reporter")
    with pytest.raises(NotPermitted):
        reading.react(mine, "yes", "", by=holder(stranger), now=make.NOW)
    with pytest.raises(NotNow, match="nog geen tekst"):
        reading.react(stranger, "yes", "", by=holder(stranger), now=make.NOW)
    Publication.objects.filter(pk=text.pk).update(state="published")
    with pytest.raises(NotNow, match="staat al op de site"):
        reading.react(mine, "no", "", by=holder(mine), now=make.NOW)
    assert not TextReaction.objects.exists()


def test_a_text_waits_for_its_day_and_both_sides_know_it():
    """Nothing before the day, the text on it; moving and lifting take a reason; a no stops it on the day."""
    coordinator = Colleague("coordinator")
    case = make.case("feedback", assignee=actor("team").user)
    report = reachable(make.report("answered", case=case), "mia@voorbeeld.example")
    make.thread(case, "answered")
    text = make.publication(case, "approved", checklist=ALL_POINTS)
    today = {"publish_on_dag": "23", "publish_on_maand": "11", "publish_on_jaar": "2026"}
    with pytest.raises(NotNow, match="na vandaag"):
        given = {"reason": "Eerst overleg", "publish_on": date(2026, 11, 23)}
        publications.hold(text, given, "public", by=actor("coordinator"), now=make.NOW)
    later = {**today, "publish_on_jaar": "2030", "reason": "Eerst de bijeenkomst.", "audience": "public"}
    coordinator.done("publication_move", case.pk, "hold", **later)
    heard = subjects()
    assert f"De tekst over je melding komt op 23 november 2030 op de site ({report.reference})" in heard
    assert any(subject.startswith("Een casus met jullie antwoord komt op 23 november") for subject in heard)
    assert all("bijeenkomst" not in message.body for message in mail.outbox), "the reason is the team's"
    assert "23 november 2030" in coordinator.page("case", case.pk)
    given = {"reason": "Het kan eerder.", "publish_on": date(2026, 12, 1)}
    publications.move_date(text, given, by=actor("coordinator"), now=make.NOW)
    publications.lift(text, "Toch niet.", by=actor("coordinator"), now=make.NOW)
    publications.hold(text, given, "public", by=actor("coordinator"), now=make.NOW)
    with pytest.raises(NotNow, match="nog niet bereikt"):
        publications.appear(text, by=SYSTEM, now=make.NOW)
    assert tasks.tend_publications(make.NOW + timedelta(days=7)) == 0
    reading.react(report, "no", "", by=holder(report), now=make.NOW)
    assert tasks.tend_publications(make.NOW + timedelta(days=8)) == 0, "a reporter says no"
    reading.react(report, "yes", "", by=holder(report), now=make.NOW)
    assert tasks.tend_publications(make.NOW + timedelta(days=8)) == 1
    text.refresh_from_db()
    case.refresh_from_db()
    assert (text.state, text.publish_on, case.visibility) == ("published", None, "public")


def found(client, text):
    """Return the status of the page of a text, for this reader."""
    return client.get(text.get_absolute_url(), UNKEPT).status_code


def indexed(case):
    """Return who finds the case, besides the team."""
    while search.index_stale():
        pass
    rows = SearchDocument.objects.filter(dossier=case.pk).exclude(audience="team")
    return set(rows.values_list("audience", flat=True))


def test_first_the_network_then_everybody_then_nobody(client):
    """The network reads it by account; widened everybody does; taken back it says why and is not found. The
    reporter hears each time who can read it."""
    coordinator, case = Colleague("coordinator"), make.case("feedback")
    reachable(make.report(case=case), "melder@example.org")
    text = make.publication(case, "approved", checklist=ALL_POINTS)
    member = Client()
    member.force_login(Colleague("lid").user)
    coordinator.done("publication_move", case.pk, "publish", audience="network")
    assert (found(client, text), found(member, text), indexed(case)) == (404, 200, {"network"})
    deliveries.deliver_due(lambda: make.NOW)
    assert "Alleen leden van het netwerk kunnen het lezen" in mail.outbox[-1].body
    assert text.title not in client.get(reverse("ruimte_in_de_regels:case_list")).content.decode()
    coordinator.done("publication_move", case.pk, "widen")
    case.refresh_from_db()
    assert (found(client, text), indexed(case)) == (200, {"public"})
    deliveries.deliver_due(lambda: make.NOW)
    assert "Iedereen kan het lezen." in mail.outbox[-1].body
    assert case.listed_at is not None
    reasons = {"reason": "Mia was herkenbaar.", "public_reason": "We schrijven deze tekst opnieuw."}
    assert coordinator.press("publication_move", case.pk, "retract", reason="x").status_code == 200
    coordinator.done("publication_move", case.pk, "retract", **reasons)
    for reader in (client, member):
        gone = reader.get(text.get_absolute_url(), UNKEPT)
        page = gone.content.decode()
        assert gone.status_code == 410 and "We schrijven deze tekst opnieuw." in page
        assert "herkenbaar" not in page and text.title not in page
    assert indexed(case) == set()
    never = make.publication(state="retracted")
    assert found(client, never) == 404, "what never was public does not exist"


def test_who_may_read_a_text_as_predicate_and_as_filter():
    """For every reader and every text: may_read_text agrees with texts_q."""
    for visibility in ("team", "network", "public"):
        for state in ("approved", "published", "retracted"):
            text = make.publication(make.case("feedback"), state)
            ObstacleCase.objects.filter(pk=text.case_id).update(visibility=visibility)
    texts = Publication.objects.select_related("case")
    counts = []
    for by in (Actor("visitor", "Bezoeker"), actor("lid"), actor("team"), SYSTEM):
        readable = {text.pk for text in texts if access.may_read_text(by, text)}
        assert readable == {text.pk for text in texts.filter(access.texts_q(by))}
        counts.append(len(readable))
    assert counts == [1, 2, 2, 1]


def test_what_is_recognisable_is_taken_out_by_rules_that_are_kept():
    """A rule replaces everywhere, no word of it leaks, and what comes back is not approved."""
    kim, robin = Colleague("team"), Colleague("team")
    case = make.case("feedback")
    make.report("withdrawn", case=case, story="Bij Stichting De Linde in Almelo. De nachtcoach zei nee.")
    told = {**TEXT, "situation": "Noor Jansen van Stichting De Linde in Almelo zoekt een gebarentolk."}
    kim.done("publication", case.pk, **told)
    page = kim.page("redact", case.pk)
    for words in ("Noor Jansen", "Stichting De Linde", "Almelo", "gebarentolk"):
        assert f"<mark>{words}</mark>" in page
    number = next(
        n for n in range(1, 9) if 'value="Noor Jansen"' in kim.page("redact", case.pk, voorstel=str(n))
    )
    assert "Noor" not in f"?voorstel={number}"
    rule = {"found": "Noor Jansen", "instead": "Een teamleider", "reason": "person"}
    kim.done("redact", case.pk, **rule)
    kim.done("redact", case.pk, found="stichting de linde in Almelo", instead="een huis", reason="place")
    text = Publication.objects.get()
    assert text.situation == "Een teamleider van een huis zoekt een gebarentolk."
    assert (text.version, text.author) == (3, kim.user)
    kept = text.redactions.first()
    assert (kept.found, kept.instead, kept.author) == ("Noor Jansen", "Een teamleider", kim.user)
    kim.done("redact", case.pk, found="nachtcoach", instead="een collega", reason="function")
    assert "De <mark>nachtcoach</mark> zei" in kim.page("redact", case.pk), "what was taken out is marked"
    logged = " ".join(str(entry.data) for entry in case.timeline.all())
    assert "Noor" not in logged and "wijst een persoon aan" in logged

    kim.done("publication", case.pk, **{**told, "situation": "Toch weer noor jansen."})
    refused = robin.press("publication_move", case.pk, "approve", checklist=ALL_POINTS)
    assert "Pas de regels toe" in refused.content.decode()
    kim.done("redactions_apply", case.pk)
    text.refresh_from_db()
    assert text.situation == "Toch weer Een teamleider."
    robin.done("publication_move", case.pk, "approve", checklist=ALL_POINTS)
    assert kim.press("redact", case.pk, **rule).status_code == 409, "approved is approved"
    assert 'name="found"' not in kim.page("redact", case.pk), "no form that can only be refused"
    kim.done("publication_move", case.pk, "revise")
    kim.done("redaction_drop", case.pk, kept.pk)
    kim.done("publication", case.pk, **{**told, "situation": "Toch weer een leidinggevende."})
    check = robin.page("publication_move", case.pk, "approve")
    assert "<del>Een</del>" in check and "<ins>een</ins>" in check and "<ins>leidinggevende.</ins>" in check


def test_the_second_person_sees_both_sides_and_can_give_the_text_back():
    """Proves that the check shows what the team knows beside what everybody reads, and why it cannot be
    approved yet; that the writer cannot give it back, the second person can, and the writer hears why."""
    kim, robin = Colleague("team"), Colleague("team")
    case = make.case("feedback", assignee=robin.user)
    report = make.report(
        "accepted", case=case, story="Onze gebarentolk mag niet mee.", publish_consent="later"
    )
    kim.done("publication", case.pk, **TEXT)
    kim.done("redact", case.pk, found="Leerlingen", instead="jonge mensen", reason="person")
    text = Publication.objects.get()
    assert text.situation == "Jonge mensen willen werken.", "a sentence keeps its capital"
    assert "Het is vervangen" in kim.page("redact", case.pk)
    missed = kim.press("redact", case.pk, found="Leerlign", instead="iemand", reason="person")
    said = kim.get(missed.url).content.decode()
    assert "niets vervangen" in said and "Het is vervangen" not in said, "a slip of the pen is no redaction"
    kim.done("publication_move", case.pk, "show_reporter")
    check = robin.page("publication_move", case.pk, "approve")
    assert "Onze <mark>gebarentolk</mark> mag niet mee." in check and "Jonge mensen willen werken." in check
    assert "Nog niet elke melder reageerde" in check
    reason = {"reason": "De situatie wijst naar een school."}
    assert kim.press("publication_move", case.pk, "give_back", **reason).status_code == 403
    deliveries.deliver_due(lambda: make.NOW)
    mail.outbox.clear()
    robin.done("publication_move", case.pk, "give_back", **reason)
    text.refresh_from_db()
    assert (text.state, text.shown_at, text.author) == ("drafting", None, kim.user)
    assert reading.text_to_read(report) is None
    assert "gaf de tekst terug</b>" in kim.page("case", case.pk)
    assert "wijst naar een school" in kim.page("case", case.pk)
    deliveries.deliver_due(lambda: make.NOW)
    letter = next(letter for letter in mail.outbox if letter.to == [kim.user.email])
    assert "Terug met een reden" in letter.subject and "school" not in letter.body


def test_few_organisations_are_weighed_and_a_region_is_named_only_when_enough_fit():
    """Below the set number a hint says what to widen, a tick is asked, and the page names no more."""
    kim, robin, coordinator = Colleague("team"), Colleague("team"), Colleague("coordinator")
    case = make.case("feedback")
    sector = Sector.objects.first()
    region, other = Region.objects.filter(province="overijssel")[:2]
    case.sectors.set([sector])
    case.regions.set([region])
    for number in range(5):
        party = Organisation.objects.create(name=f"Huis {number}", slug=f"huis-{number}", kind="care")
        party.sectors.add(sector)
        party.regions.add(region if number < 4 else other)
    kim.done("publication", case.pk, **TEXT)
    check = robin.page("publication_move", case.pk, "approve")
    assert "maar 4 organisaties" in check and "Schrijf over de provincie" in check
    refused = robin.press("publication_move", case.pk, "approve", checklist=ALL_POINTS)
    assert "Ik woog dat" in refused.content.decode()
    text = Publication.objects.get()
    with pytest.raises(NotNow, match="weinig organisaties"):
        publications.approve(text, ALL_POINTS, by=actor("team"), now=make.NOW)
    robin.done("publication_move", case.pk, "approve", checklist=ALL_POINTS, weighed="on")
    coordinator.done("publication_move", case.pk, "publish", audience="public")
    page = Client().get(text.get_absolute_url(), UNKEPT).content.decode()
    assert "Overijssel" in page and str(region) not in page
    Organisation.objects.get(name="Huis 4").regions.set([region])
    assert (small_groups.hint(case), small_groups.place(case)) == ("", str(region))
    make.report("accepted", case, domain="education")
    assert "Schrijf niet wat voor organisatie" in small_groups.hint(case), "no school fits"
    make.report("accepted", case, domain="care")
    assert small_groups.hint(case) == "", "of more than one sort, so of none in particular"
    case.reports.update(state="withdrawn")
    Organisation.objects.filter(name__in=("Huis 3", "Huis 4")).delete()
    assert "geen regio en geen provincie" in small_groups.hint(case)
    assert small_groups.place(case) == ""
