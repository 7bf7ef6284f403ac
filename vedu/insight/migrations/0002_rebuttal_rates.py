"""How well the answers of the library have worked (TALK-4)."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("insight", "0001_stage_norms"),
        ("sales", "0011_objection_library"),
    ]

    operations = [
        migrations.CreateModel(
            name="RebuttalRate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("used", models.PositiveIntegerField(default=0)),
                ("removed", models.PositiveIntegerField(default=0)),
                ("settled", models.PositiveIntegerField(default=0)),
                ("won", models.PositiveIntegerField(default=0)),
                ("decided", models.PositiveIntegerField(default=0)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "rebuttal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.rebuttal"
                    ),
                ),
            ],
            options={
                "ordering": ["rebuttal"],
            },
        ),
    ]
