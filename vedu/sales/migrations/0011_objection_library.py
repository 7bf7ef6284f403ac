"""The library of answers, every reply to an objection, what is given to remove a doubt (TALK-4)."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sales", "0010_catalogue"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ObjectionAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("demo", "Demo access"),
                            ("reviews", "Links to reviews"),
                            ("trial", "Trial lot"),
                            ("samples", "Samples"),
                            ("other", "Other"),
                        ],
                        max_length=8,
                    ),
                ),
                ("until_on", models.DateField()),
                ("note", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "outcome",
                    models.CharField(blank=True, choices=[("done", "done"), ("returned", "came back")], max_length=8),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Rebuttal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("price", "expensive"),
                            ("think", "will think about it"),
                            ("supplier", "has a supplier"),
                            ("budget", "no budget"),
                            ("send_offer", "send a proposal"),
                            ("time", "no time"),
                            ("not_me", "not my decision"),
                            ("trust", "does not trust"),
                            ("experience", "bad experience"),
                            ("other", "other"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "against",
                    models.CharField(
                        choices=[("doubt", "a real doubt"), ("indecision", "indecision")],
                        default="doubt",
                        max_length=10,
                    ),
                ),
                ("preset", models.CharField(blank=True, max_length=40)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_retired", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="RebuttalVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=120)),
                ("steps", models.JSONField(default=list)),
                ("question", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["rebuttal", "number"],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField()),
                (
                    "result",
                    models.CharField(
                        choices=[("open", "not answered yet"), ("answered", "answered"), ("stands", "still stands")],
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name_plural": "replies",
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="objection",
            name="cause",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="objectionaction",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="objectionaction",
            name="deal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="objection_actions", to="sales.deal"
            ),
        ),
        migrations.AddField(
            model_name="objectionaction",
            name="ended_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="objectionaction",
            name="objection",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="actions",
                to="sales.objection",
            ),
        ),
        migrations.AddField(
            model_name="objectionaction",
            name="task",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="sales.task"
            ),
        ),
        migrations.AddField(
            model_name="rebuttalversion",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="rebuttalversion",
            name="rebuttal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="sales.rebuttal"
            ),
        ),
        migrations.AddField(
            model_name="rebuttal",
            name="latest",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="sales.rebuttalversion",
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="deal",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.deal"),
        ),
        migrations.AddField(
            model_name="reply",
            name="objection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="replies", to="sales.objection"
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="rebuttal",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="sales.rebuttal",
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="version",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="sales.rebuttalversion",
            ),
        ),
        migrations.AddConstraint(
            model_name="rebuttalversion",
            constraint=models.UniqueConstraint(fields=("rebuttal", "number"), name="rebuttal_version_once"),
        ),
        migrations.AddConstraint(
            model_name="rebuttal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("preset", ""), _negated=True), fields=("preset",), name="one_rebuttal_of_a_preset"
            ),
        ),
        migrations.AddIndex(
            model_name="reply",
            index=models.Index(fields=["rebuttal", "at"], name="reply_of_library"),
        ),
    ]
