"""0001 to 0003 at once, for a new base: norms of stages, answers that help, techniques."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from vedu.foundation.create_models import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("insight", "0001_stage_norms"),
        ("insight", "0002_rebuttal_rates"),
        ("insight", "0003_technique_counts"),
    ]

    initial = True

    dependencies = [
        ("sales", "0026_outcomes_taken_back_and_pins"),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="RebuttalRate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "rebuttal",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.rebuttal"
                            ),
                        ),
                        ("used", models.PositiveIntegerField(default=0)),
                        ("removed", models.PositiveIntegerField(default=0)),
                        ("settled", models.PositiveIntegerField(default=0)),
                        ("won", models.PositiveIntegerField(default=0)),
                        ("decided", models.PositiveIntegerField(default=0)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "ordering": ["rebuttal"],
                    },
                ),
                migrations.CreateModel(
                    name="StageNorm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "stage",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.stage"
                            ),
                        ),
                        (
                            "segment",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "all clients"),
                                    ("new", "new clients"),
                                    ("buyer", "clients who bought before"),
                                ],
                                default="",
                                max_length=5,
                            ),
                        ),
                        ("days", models.FloatField(null=True)),
                        ("spells", models.PositiveIntegerField(default=0)),
                        ("events", models.PositiveIntegerField(default=0)),
                        ("won_days", models.JSONField(default=list)),
                        ("usual_talks", models.PositiveSmallIntegerField(default=0)),
                        ("helped", models.JSONField(default=dict)),
                        ("won", models.PositiveIntegerField(default=0)),
                        ("closed", models.PositiveIntegerField(default=0)),
                        ("outstayed", models.JSONField(default=list)),
                        ("since", models.DateTimeField()),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "ordering": ["stage", "segment"],
                        "constraints": [models.UniqueConstraint(fields=("stage", "segment"), name="norm_of_stage")],
                    },
                ),
                migrations.CreateModel(
                    name="TechniqueCount",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("days", models.PositiveSmallIntegerField()),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pipeline",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="sales.pipeline",
                            ),
                        ),
                        ("bought_before", models.BooleanField()),
                        (
                            "subject",
                            models.CharField(
                                choices=[
                                    ("technique", "Technique"),
                                    ("question", "Question"),
                                    ("argument", "Argument"),
                                    ("flag", "Flag"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("key", models.CharField(blank=True, max_length=64)),
                        ("won", models.PositiveIntegerField(default=0)),
                        ("total", models.PositiveIntegerField(default=0)),
                        ("rest_won", models.PositiveIntegerField(default=0)),
                        ("rest_total", models.PositiveIntegerField(default=0)),
                        ("convinced", models.PositiveIntegerField(default=0)),
                        ("settled", models.PositiveIntegerField(default=0)),
                        ("cycles", models.JSONField(default=list)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["days", "owner", "pipeline"], name="technique_of_owner")],
                    },
                ),
            ],
        ),
    ]
