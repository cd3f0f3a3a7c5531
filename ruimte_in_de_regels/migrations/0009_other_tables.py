# SPDX-License-Identifier: EUPL-1.2
"""The two supervisors that obstacles often come back to. Other tables the team adds itself."""

from django.db import migrations

TABLES = (
    ("nza", "NZa", "Nederlandse Zorgautoriteit"),
    ("igj", "IGJ", "Inspectie Gezondheidszorg en Jeugd"),
)


def load(apps, schema_editor):
    Ministry = apps.get_model("ruimte_in_de_regels", "Ministry")
    for code, abbreviation, name in TABLES:
        Ministry.objects.get_or_create(
            code=code, defaults={"abbreviation": abbreviation, "name": name, "kind": "regulator"}
        )


class Migration(migrations.Migration):
    dependencies = [("ruimte_in_de_regels", "0008_parties_and_rounds")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
