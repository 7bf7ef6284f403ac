"""Deals with no next step of one owner, the longest forgotten first, are found without sorting them all."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sales", "0016_events_and_visits")]
    operations = [
        migrations.AddIndex(
            model_name="deal",
            index=models.Index(
                fields=["owner", "attend_at", "id"],
                condition=models.Q(state="open", next_step_at=None),
                name="deal_stepless_of_owner",
            ),
        ),
    ]
