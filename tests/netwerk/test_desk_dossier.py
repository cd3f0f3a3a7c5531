# SPDX-License-Identifier: EUPL-1.2
"""Notes, tasks and labels at a dossier: who reads them, what the timeline says, what leaves the lists."""

from datetime import date

import pytest
from django.urls import reverse

from netwerk import deliveries, timeline
from netwerk.access import SYSTEM, Actor, NotPermitted
from netwerk.casework import labels, notes, rules, tasks
from netwerk.models import Delivery, Dossier, Label, Note, Task
from netwerk.perform import NotNow
from tests.factories import initiatives
from tests.factories import obstacles as make
from tests.factories.desk import Colleague, said
from tests.factories.people import actor, user

pytestmark = pytest.mark.django_db


class AtAnyDesk(Colleague):
    """A colleague at the screens that all desks share."""

    desk = "desk"


def told(dossier):
    """Return what the timeline says, newest first."""
    return [timeline.sentence(entry) for entry in dossier.timeline.all()]


def test_notes_in_layers():
    """A team note is read by colleagues, an own note by its author alone; neither text is told anywhere."""
    case = make.case("signal")
    kim, robin = AtAnyDesk("team", first_name="Kim"), AtAnyDesk("team", first_name="Robin")
    kim.done("note_new", case.pk, text="Voor iedereen", layer="team")
    version = Dossier.objects.get(pk=case.pk).version
    kim.done("note_new", case.pk, text="Alleen voor mij", layer="own")
    assert Dossier.objects.get(pk=case.pk).version == version, "an own note is nobody else's news"
    screen = reverse("rir_desk:case", args=[case.pk])
    mine, theirs = kim.get(screen).content.decode(), robin.get(screen).content.decode()
    assert "Voor iedereen" in mine and "Alleen voor mij" in mine
    assert "Voor iedereen" in theirs and "Alleen voor mij" not in theirs
    assert told(case)[0].endswith("schreef een notitie voor het team.")
    assert not any("iedereen" in line or "mij" in line for line in told(case))
    shared, own = Note.objects.get(layer="team"), Note.objects.get(layer="own")
    assert robin.press("note_remove", case.pk, own.pk).status_code == 404
    assert robin.press("note_remove", case.pk, shared.pk).status_code == 403
    kim.done("note_remove", case.pk, own.pk)
    kim.done("note_remove", case.pk, shared.pk)
    assert not Note.objects.exists()
    assert robin.press("note_new", case.pk, text=" ", layer="team").status_code == 200, "said at the field"


def test_a_task_is_handed_out_done_once_and_then_gone():
    """A task reaches its person by mail, stands in the own list with its term, and leaves it when done."""
    report, kim = make.report("in_intake"), AtAnyDesk("team", first_name="Kim")
    robin, coordinator = AtAnyDesk("team", first_name="Robin"), AtAnyDesk("coordinator")
    term = {"due_at_dag": "20", "due_at_maand": "11", "due_at_jaar": "2020"}
    kim.done("task_new", report.pk, title="Bel de melder", whose=str(robin.user.pk), **term)
    kim.done("task_new", report.pk, title="Kies een thema", whose="team")
    kim.done("task_new", report.pk, title="Besluit", whose="coordinator")
    deliveries.expand_batch(make.NOW)
    assert [one.user for one in Delivery.objects.filter(notice="task-opened")] == [robin.user]
    page = robin.page("tasks")
    assert "Bel de melder" in page and "Kies een thema" in page and "Besluit" not in page
    assert "te laat" in page.lower()
    assert "Bel de melder" not in kim.page("tasks")
    assert "Besluit" in coordinator.page("tasks")
    task = Task.objects.get(title="Bel de melder")
    assert task.due_at == date(2020, 11, 20)
    done = robin.press("task_done", report.pk, task.pk, lijst="1")
    assert done.url == reverse("desk:tasks"), "the next one is ticked off from the same list"
    assert "Bel de melder" not in robin.page("tasks")
    assert "Bel de melder" not in robin.get(reverse("rir_desk:report", args=[report.pk])).content.decode()
    again = robin.press("task_done", report.pk, task.pk)
    assert (again.status_code, "al gedaan" in said(again)) == (409, True)
    assert not any("Bel de melder" in line for line in told(report))


def test_a_task_is_handed_on_until_it_is_done():
    """A task can go to somebody else, from a group too; a finished one cannot."""
    case, by, to = make.case("signal"), actor("team"), user("team")
    task = tasks.open_task(case, tasks.NewTask("Lees na", group="team"), by=by, now=make.NOW)
    assert tasks.hand_task(task, to, by=by, now=make.NOW).assignee == to
    assert list(tasks.waiting_for(Actor.of(to))) == [task]
    tasks.finish_task(task, by=by, now=make.NOW)
    with pytest.raises(NotNow):
        tasks.hand_task(task, by.user, by=by, now=make.NOW)
    assert not tasks.waiting_for(Actor.of(to)).exists()


def test_labels_are_chosen_found_and_retired():
    """A label on a case shows in the queue and filters it; a retired one stays but cannot be chosen."""
    case, other = make.case("signal"), make.case("signal")
    kim = AtAnyDesk("team")
    kim.done("label_new", name="Subsidie", active="on")
    assert "Er is al een label" in kim.press("label_new", name="subsidie", active="on").content.decode()
    label = Label.objects.get()
    kim.done("dossier_labels", case.pk, labels=[label.pk])
    queue = reverse("rir_desk:cases")
    page = kim.get(queue, {"label": "subsidie"}).content.decode()
    assert case.title in page and other.title not in page and "Subsidie</span>" in page
    assert told(case)[0].endswith("koos de labels: Subsidie.")
    kim.done("label_change", label.pk, seen="", name="Subsidies")
    assert "Subsidies" not in kim.page("dossier_labels", other.pk)
    kim.done("dossier_labels", case.pk)
    assert list(case.labels.all()) == [label], "what can no longer be chosen is not lost by choosing"
    with pytest.raises(NotNow):
        labels.add_label(case, label, by=actor("team"), now=make.NOW)


def test_the_rule_and_the_filter_say_the_same():
    """Whoever may work on a dossier finds it, and nobody else: over all kinds and roles."""
    dossiers = [
        make.report().dossier_ptr,
        make.case().dossier_ptr,
        initiatives.initiative("draft").dossier_ptr,
    ]
    for who in [actor("team"), actor("coordinator"), actor("redacteur"), actor("lid"), actor("beheerder")]:
        found = set(Dossier.objects.filter(rules.works_on_q(who)))
        assert found == {one for one in dossiers if rules.works_on(who, one)}
        assert bool(found) is bool(rules.works_anywhere(who))
    assert rules.works_on(SYSTEM, dossiers[0])


@pytest.mark.parametrize("role", ["lid", "redacteur", "beheerder"])
def test_nobody_else_writes_at_a_dossier(role):
    """The actions ask the rule themselves, whatever screen somebody comes from."""
    case, by = make.case("signal"), actor(role)
    for attempt in (
        lambda: notes.write_note(case, "team", "x", by=by, now=make.NOW),
        lambda: notes.write_note(case, "own", "x", by=by, now=make.NOW),
        lambda: tasks.open_task(case, tasks.NewTask("x"), by=by, now=make.NOW),
        lambda: labels.set_labels(case, [], by=by, now=make.NOW),
        lambda: labels.keep_label(None, "x", True, by=by),
    ):
        with pytest.raises(NotPermitted):
            attempt()
    assert not (Note.objects.exists() or Task.objects.exists() or Label.objects.exists())
