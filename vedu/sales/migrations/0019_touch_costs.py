"""What a touch costs by channel, and the margin that is expected (CHAN-4)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sales", "0018_contact_policy")]
    operations = [
        migrations.CreateModel(
            name="TouchCost",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("costs", models.JSONField(default=dict)),
                ("margin_percent", models.PositiveSmallIntegerField()),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_touch_cost")],
            },
        ),
    ]
