# SPDX-License-Identifier: EUPL-1.2
"""The database refuses to change or delete a timeline entry, whoever asks.

Two changes pass: the actor becomes empty when an account is removed (`actor_label` stays), and, on
PostgreSQL, deletes inside a transaction that set `netwerk.purge` (only the removal of demo data does).
On SQLite that removal drops and restores the trigger; see `netwerk/append_only.py`.
"""

from django.db import migrations

from netwerk.append_only import install, uninstall


def forwards(apps, schema_editor):
    install(schema_editor.connection)


def backwards(apps, schema_editor):
    uninstall(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("netwerk", "0002_shared_tables")]
    operations = [migrations.RunPython(forwards, backwards)]
