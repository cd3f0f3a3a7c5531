# SPDX-License-Identifier: EUPL-1.2
"""What does not stay for ever of a learning project. What its group learned stays."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from netwerk.models import Dossier
from netwerk.retention import Period, Rule, delete_rows, ended, lapsing, register, register_over

from . import workflow
from .actions import forgetting
from .models import LearningProject, Participant, Stakeholder

ENDS = ("leertraject.complete", "leertraject.stop", "leertraject.lapse")
_LAW = "AVG: niet langer dan nodig is."


def _left_explorations(before: datetime) -> QuerySet[LearningProject]:
    """Those of which nobody outside the group knows."""
    left = LearningProject.objects.filter(state="exploring", last_news_at__lt=before)
    return left.filter(listed_at__isnull=True)


def _over(before: datetime) -> QuerySet[Dossier]:
    """The projects that were completed or stopped before a moment."""
    return ended(LearningProject.objects.filter(state__in=workflow.PROJECT.sets["ended"]), ENDS, before)


def _people(before: datetime) -> QuerySet[LearningProject]:
    named = Q(Exists(Stakeholder.objects.filter(project=OuterRef("pk")))) | ~Q(agreed_by="")
    return LearningProject.objects.filter(named, pk__in=_over(before).values("pk"))


def _participants(before: datetime, ending: str) -> QuerySet[Participant]:
    return Participant.objects.filter(project__in=_over(before).values("pk"), project__ending=ending)


def _of_completed(before: datetime) -> QuerySet[Participant]:
    return _participants(before, "completed")


def _of_stopped(before: datetime) -> QuerySet[Participant]:
    return _participants(before, "stopped")


register_over(_over)
register(
    Rule(
        "leertraject.verkenning",
        "verkenningen van leertrajecten die nooit begonnen",
        "nadat er het laatst iets in veranderde",
        f"{_LAW} Alleen de groep kon het lezen.",
        Period(12, 6, 24),
        _left_explorations,
        lapsing(forgetting.lapse),
        "pk",
        silent=True,
    ),
    Rule(
        "leertraject.betrokkenen",
        "wat een groep opschreef over betrokkenen, en wie het probleem kozen",
        "nadat het leertraject is afgerond of gestopt",
        f"{_LAW} Wat de groep leerde, blijft.",
        Period(12, 3, 36),
        _people,
        forgetting.forget_people,
        "pk",
    ),
    Rule(
        "leertraject.gestopt",
        "wie meedeed aan een leertraject dat stopte",
        "nadat het leertraject is gestopt",
        "Eigen beleid: zo lang kan de groep teruglezen en het verhaal nog delen.",
        Period(24, 12, 60),
        _of_stopped,
        delete_rows,
        "project",
    ),
    Rule(
        "leertraject.afgerond",
        "wie meedeed aan een leertraject dat is afgerond",
        "nadat het leertraject is afgerond",
        "Eigen beleid: zo lang kan de groep teruglezen, en kunnen anderen nog vragen hoe het verderging.",
        Period(36, 12, 84),
        _of_completed,
        delete_rows,
        "project",
    ),
    group="Leertrajecten",
)
