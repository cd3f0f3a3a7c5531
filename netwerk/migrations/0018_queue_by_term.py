# SPDX-License-Identifier: EUPL-1.2
"""Queues by term and by person stop at their first page."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("netwerk", "0017_withdrawn_links"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="dossier",
            name="netwerk_dossier_mine",
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["kind", "due_at", "id", "state"], name="netwerk_dossier_due"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                fields=["kind", "assignee", "due_at", "id", "state"], name="netwerk_dossier_whose"
            ),
        ),
    ]
