"""How many minutes a day a seller may spend on the clients of a segment (DAY-3)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clients", "0014_fewer_indexes"), ("sales", "0024_step_late_at")]
    operations = [
        migrations.CreateModel(
            name="TimeBudget",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(unique=True)),
                ("minutes", models.PositiveSmallIntegerField()),
                (
                    "segment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.segment"
                    ),
                ),
            ],
            options={"ordering": ["position"]},
        ),
    ]
