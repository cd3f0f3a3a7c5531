# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what every desk shares, below /beheer/."""

from django.urls import path

from . import bulk, dashboard, dossier, keep, leaving, mine, outbox, retention, saved, taken

app_name = "desk"

_DOSSIER = "dossiers/<int:pk>/"

urlpatterns = [
    path("berichten/", outbox.OutboxView.as_view(), name="outbox"),
    path("berichten/opnieuw/", outbox.ResendView.as_view(), name="outbox_resend"),
    path("overzicht/", dashboard.Dashboard.as_view(), name="dashboard"),
    path("stilte/", dashboard.SilenceReport.as_view(), name="silence"),
    path("taken/", mine.MyTasks.as_view(), name="tasks"),
    path("labels/", keep.Labels.as_view(), name="labels"),
    path("labels/nieuw/", keep.LabelForm.as_view(), name="label_new"),
    path("labels/<int:pk>/", keep.LabelForm.as_view(), name="label_change"),
    path("standaardteksten/", keep.Texts.as_view(), name="texts"),
    path("standaardteksten/nieuw/", keep.TextForm.as_view(), name="text_new"),
    path("standaardteksten/<int:pk>/", keep.TextForm.as_view(), name="text_change"),
    path("filters/", saved.Filters.as_view(), name="filters"),
    path("filters/<int:pk>/weg/", saved.DropFilter.as_view(), name="filter_drop"),
    path("lijsten/<slug:kind>/filter/", saved.KeepFilter.as_view(), name="filter_keep"),
    path("lijsten/<slug:kind>/samen/", bulk.Bulk.as_view(), name="bulk"),
    path("overdragen/", leaving.HandOver.as_view(), name="hand_over"),
    path("bewaren/", retention.Periods.as_view(), name="retention"),
    path("bewaren/termijnen/", retention.SetPeriods.as_view(), name="retention_periods"),
    path("bewaren/register/", retention.Register.as_view(), name="retention_register"),
    path("bewaren/vasthouden/", retention.Holds.as_view(), name="holds"),
    path("bewaren/vasthouden/nieuw/", retention.Hold.as_view(), name="hold_new"),
    path("bewaren/vasthouden/<int:pk>/opheffen/", retention.LiftHold.as_view(), name="hold_lift"),
    path("inzage/", taken.Taken.as_view(), name="taken"),
    path(_DOSSIER + "notities/nieuw/", dossier.WriteNote.as_view(), name="note_new"),
    path(_DOSSIER + "notities/<int:note>/weg/", dossier.RemoveNote.as_view(), name="note_remove"),
    path(_DOSSIER + "taken/nieuw/", dossier.OpenTask.as_view(), name="task_new"),
    path(_DOSSIER + "taken/<int:task>/klaar/", dossier.FinishTask.as_view(), name="task_done"),
    path(_DOSSIER + "verbanden/nieuw/", dossier.LayTie.as_view(), name="tie_new"),
    path(_DOSSIER + "verbanden/<int:tie>/weg/", dossier.LoosenTie.as_view(), name="tie_remove"),
    path(_DOSSIER + "labels/", dossier.ChooseLabels.as_view(), name="dossier_labels"),
]
