# SPDX-License-Identifier: EUPL-1.2
"""The log of inspection reads its own entries, and not the whole timeline.

The column is added by hand: on SQLite Django would build the table anew and lose its triggers. The triggers
step aside for the entries that were there; the new ones also guard the new column.
"""

from django.db import migrations, models

from netwerk.append_only import TABLE, install, uninstall

WATCHED = ("melding.identity_opened", "ministerievraag.reporters_opened")
"""What the types were called that somebody is watched by."""


def forwards(apps, schema_editor):
    uninstall(schema_editor.connection)
    no = "false" if schema_editor.connection.vendor == "postgresql" else "0"
    schema_editor.execute(f"ALTER TABLE {TABLE} ADD COLUMN watched bool NOT NULL DEFAULT {no}")
    apps.get_model("netwerk", "timelineentry").objects.filter(type__in=WATCHED).update(watched=True)
    install(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("netwerk", "0018_queue_by_term")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddField(
                    model_name="timelineentry",
                    name="watched",
                    field=models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Stands in the log of who looked at what",
                    ),
                ),
            ],
        ),
        # In the state first: the entries are marked through the model.
        migrations.RunPython(forwards, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="timelineentry",
            index=models.Index(
                condition=models.Q(("watched", True)), fields=["-at", "-id"], name="netwerk_timeline_watched"
            ),
        ),
        migrations.AddIndex(
            model_name="timelineentry",
            index=models.Index(
                condition=models.Q(("watched", True)),
                fields=["actor", "-at", "-id"],
                name="netwerk_timeline_watched_by",
            ),
        ),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(fields=["-at", "-id"], name="netwerk_look_newest"),
        ),
        migrations.AddIndex(
            model_name="export",
            index=models.Index(fields=["-at", "-id"], name="netwerk_export_newest"),
        ),
    ]
