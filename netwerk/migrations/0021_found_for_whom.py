# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL: words are found together with who may find them; a queue by its last term stops at a page.

Who a document is for stands as a word in its vector, so that one index answers both. Asked beside each
other, every document of a kind was looked up for each search of the team.
"""

from django.db import migrations

VECTOR = "GENERATED ALWAYS AS ({}) STORED"
WORDS = "to_tsvector('simple', terms)"
WORDS_FOR_WHOM = f"{WORDS} || array_to_tsvector(ARRAY[audience::text || '/' || kind::text])"
INDEX = "CREATE INDEX netwerk_search_vector ON netwerk_searchdocument USING GIN (vector) WITH (fastupdate = off)"
# Rows without a term come last both ways; SQLite puts them there by itself.
LAST_TERM = (
    "CREATE INDEX netwerk_dossier_due_last ON netwerk_dossier (kind, due_at DESC NULLS LAST, id DESC, state)"
)


def _vector(schema_editor, expression):
    schema_editor.execute("ALTER TABLE netwerk_searchdocument DROP COLUMN vector")  # and its index with it
    schema_editor.execute(
        f"ALTER TABLE netwerk_searchdocument ADD COLUMN vector tsvector {VECTOR.format(expression)}"
    )
    schema_editor.execute(INDEX)


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        _vector(schema_editor, WORDS_FOR_WHOM)
        schema_editor.execute(LAST_TERM)


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        _vector(schema_editor, WORDS)
        schema_editor.execute("DROP INDEX netwerk_dossier_due_last")


class Migration(migrations.Migration):
    dependencies = [("netwerk", "0020_queue_by_arrival")]
    operations = [migrations.RunPython(forwards, backwards)]
