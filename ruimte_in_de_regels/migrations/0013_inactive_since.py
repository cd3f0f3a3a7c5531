"""Since when a contact is not asked any more, so that their data can go in time."""

from django.db import migrations, models
from django.utils import timezone


def begin_now(apps, _schema_editor):
    """Whoever was inactive already counts from today: nobody knows since when."""
    contacts = apps.get_model("ruimte_in_de_regels", "MinistryContact").objects
    contacts.filter(active=False).update(inactive_since=timezone.now())


class Migration(migrations.Migration):

    dependencies = [
        ("ruimte_in_de_regels", "0012_promise_news"),
    ]

    operations = [
        migrations.AddField(
            model_name="ministrycontact",
            name="inactive_since",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="niet meer actief sinds"),
        ),
        migrations.RunPython(begin_now, migrations.RunPython.noop),
    ]
