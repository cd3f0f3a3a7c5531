"""Who closed a secret link by hand: its holder must not get a new one by the next mail."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("netwerk", "0016_looks"),
    ]

    operations = [
        migrations.AddField(
            model_name="secretlink",
            name="withdrawn_by",
            field=models.CharField(
                blank=True, default="", editable=False, max_length=150, verbose_name="ingetrokken door"
            ),
            preserve_default=False,
        ),
    ]
