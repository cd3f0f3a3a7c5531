# SPDX-License-Identifier: EUPL-1.2
"""The index of the search table: GIN over a stored vector on PostgreSQL, FTS5 on SQLite.

Stems are made by us (`netwerk/stems.py`), so both databases index plain words and find the same.
"""

from django.db import migrations

POSTGRESQL = (
    """ALTER TABLE netwerk_searchdocument
       ADD COLUMN vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', terms)) STORED""",
    "CREATE INDEX netwerk_search_vector ON netwerk_searchdocument USING GIN (vector) WITH (fastupdate = off)",
)
SQLITE = (
    """CREATE VIRTUAL TABLE netwerk_search_fts USING fts5(
       terms, content='netwerk_searchdocument', content_rowid='id', tokenize='unicode61')""",
    """CREATE TRIGGER netwerk_search_insert AFTER INSERT ON netwerk_searchdocument BEGIN
       INSERT INTO netwerk_search_fts(rowid, terms) VALUES (new.id, new.terms); END""",
    """CREATE TRIGGER netwerk_search_delete AFTER DELETE ON netwerk_searchdocument BEGIN
       INSERT INTO netwerk_search_fts(netwerk_search_fts, rowid, terms) VALUES ('delete', old.id, old.terms); END""",
    """CREATE TRIGGER netwerk_search_update AFTER UPDATE ON netwerk_searchdocument BEGIN
       INSERT INTO netwerk_search_fts(netwerk_search_fts, rowid, terms) VALUES ('delete', old.id, old.terms);
       INSERT INTO netwerk_search_fts(rowid, terms) VALUES (new.id, new.terms); END""",
)


def forwards(apps, schema_editor):
    statements = POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("netwerk", "0006_search_documents")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
