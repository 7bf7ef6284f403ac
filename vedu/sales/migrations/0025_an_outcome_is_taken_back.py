"""How things stood before the last outcome of a call, so that it can be taken back (CHAN-5)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sales", "0023_sequences")]

    operations = [
        migrations.AddField(
            model_name="queuedclient",
            name="before",
            field=models.JSONField(blank=True, editable=False, null=True),
        ),
    ]
