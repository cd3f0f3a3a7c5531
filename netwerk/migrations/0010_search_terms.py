# SPDX-License-Identifier: EUPL-1.2
"""SQLite: how many documents hold a term, read off the index. PostgreSQL keeps that in its statistics."""

from django.db import migrations


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(
            "CREATE VIRTUAL TABLE netwerk_search_terms USING fts5vocab(netwerk_search_fts, row)"
        )


class Migration(migrations.Migration):
    dependencies = [("netwerk", "0009_links_without_dossier")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
