# SPDX-License-Identifier: EUPL-1.2
"""What is open has a search index of its own: with the years nearly all that holds a word is closed.

Added by hand, as 0011 tells.
"""

from django.db import migrations, models

COLUMN = "ALTER TABLE netwerk_searchdocument ADD COLUMN is_open {} NOT NULL DEFAULT false"
INDEX = (
    "CREATE INDEX netwerk_search_open ON netwerk_searchdocument"
    " USING GIN (vector) WITH (fastupdate = off) WHERE is_open"
)
# The sets called open in the processes, as they were when this was made.
OPEN = {
    "melding": ["received", "in_intake", "waiting_reporter", "accepted", "merged"],
    "casus": [
        *("signal", "context_analysis", "problem_statement", "solving_in_network"),
        *("escalated", "weighing_answers", "outcome_set", "feedback", "reopened"),
    ],
    "initiatief": ["prospect", "submitted", "consent_pending", "in_review", "more_info", "nominated"],
    "leertraject": ["exploring", "preparing", "ready", "running", "paused", "evaluating"],
}


def forwards(apps, schema_editor):
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(COLUMN.format("boolean" if on_postgresql else "bool"))
    document, dossier = (apps.get_model("netwerk", name) for name in ("SearchDocument", "Dossier"))
    for kind, states in OPEN.items():
        still_open = dossier.objects.filter(kind=kind, state__in=states)
        document.objects.filter(audience="team", dossier__in=still_open.values("pk")).update(is_open=True)
    if on_postgresql:
        schema_editor.execute(INDEX)


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX netwerk_search_open")
    schema_editor.execute("ALTER TABLE netwerk_searchdocument DROP COLUMN is_open")


class Migration(migrations.Migration):
    dependencies = [("netwerk", "0021_found_for_whom")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddField(
                    model_name="searchdocument",
                    name="is_open",
                    field=models.BooleanField(
                        default=False,
                        help_text="For the team, of a dossier that was open when it was indexed",
                    ),
                ),
            ],
        ),
        migrations.RunPython(forwards, backwards),
    ]
