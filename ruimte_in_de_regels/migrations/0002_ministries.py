# SPDX-License-Identifier: EUPL-1.2
"""The three ministries that the network puts obstacles before."""

from django.db import migrations

MINISTRIES = (
    ("vws", "VWS", "Ministerie van Volksgezondheid, Welzijn en Sport"),
    ("ocw", "OCW", "Ministerie van Onderwijs, Cultuur en Wetenschap"),
    ("szw", "SZW", "Ministerie van Sociale Zaken en Werkgelegenheid"),
)


def load(apps, schema_editor):
    Ministry = apps.get_model("ruimte_in_de_regels", "Ministry")
    for code, abbreviation, name in MINISTRIES:
        Ministry.objects.create(code=code, abbreviation=abbreviation, name=name)


class Migration(migrations.Migration):
    dependencies = [("ruimte_in_de_regels", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
