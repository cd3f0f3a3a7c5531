# SPDX-License-Identifier: EUPL-1.2
"""Sectors in the index. Added by hand: on SQLite Django would build the table anew and lose its triggers."""

from django.db import migrations, models


def forwards(apps, schema_editor):
    schema_editor.execute(
        "ALTER TABLE netwerk_searchdocument ADD COLUMN sectors varchar(600) NOT NULL DEFAULT ''"
    )


class Migration(migrations.Migration):
    dependencies = [("netwerk", "0010_search_terms")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(forwards, migrations.RunPython.noop)],
            state_operations=[
                migrations.AddField(
                    model_name="searchdocument",
                    name="sectors",
                    field=models.CharField(blank=True, help_text="Slugs between spaces", max_length=600),
                ),
            ],
        )
    ]
