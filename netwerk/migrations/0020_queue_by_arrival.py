# SPDX-License-Identifier: EUPL-1.2
"""Queues by arrival and by news stop at their first page; by theme, sector or label at a thousand."""

from django.db import migrations, models

TIES = ("theme", "sector", "label")


def know_states_by_kind(apps, schema_editor):
    """Let PostgreSQL know that a state belongs to a kind: it took a queue for a third of what it is."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE STATISTICS netwerk_dossier_states (dependencies, mcv) ON kind, state FROM netwerk_dossier"
        )


def forget_states_by_kind(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP STATISTICS netwerk_dossier_states")


class Migration(migrations.Migration):
    dependencies = [
        ("netwerk", "0019_watched_entries"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="dossier", name="netwerk_dossier_news"),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["kind", "last_news_at", "id", "state"], name="netwerk_dossier_news"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["kind", "created_at", "id", "state"], name="netwerk_dossier_arrival"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["kind", "id", "state"], name="netwerk_dossier_number"),
        ),
        # Django makes these tables itself, and cannot be told of more indexes on them.
        *(
            migrations.RunSQL(
                f"CREATE INDEX netwerk_dossiers_of_{tie} ON netwerk_dossier_{tie}s ({tie}_id, dossier_id)",
                f"DROP INDEX netwerk_dossiers_of_{tie}",
            )
            for tie in TIES
        ),
        migrations.RunPython(know_states_by_kind, forget_states_by_kind),
    ]
