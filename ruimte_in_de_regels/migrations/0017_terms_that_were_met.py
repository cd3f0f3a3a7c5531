# SPDX-License-Identifier: EUPL-1.2
"""Cases whose step has no term kept the one of the step before: told on time, they stood as very late."""

from django.db import migrations

WITHOUT_A_TERM = ("solving_in_network", "weighing_answers", "feedback")


def forget_met_terms(apps, schema_editor):
    rows = apps.get_model("netwerk", "Dossier").objects.filter(kind="casus", state__in=WITHOUT_A_TERM)
    rows.update(due_at=None)


class Migration(migrations.Migration):

    dependencies = [
        ("ruimte_in_de_regels", "0016_remind_by_hand"),
        ("netwerk", "0022_found_while_open"),
    ]

    operations = [migrations.RunPython(forget_met_terms, migrations.RunPython.noop)]
