"""Checklists of talks and what was filled in; answers are counted by person (TALK-6)."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sales", "0013_buying_signals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Checklist",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                (
                    "occasion",
                    models.CharField(
                        choices=[("first", "the first talk"), ("any", "any talk")], default="any", max_length=5
                    ),
                ),
                ("items", models.JSONField(default=list)),
                ("preset", models.CharField(blank=True, max_length=20)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_retired", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="FilledChecklist",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("items", models.JSONField(default=list)),
                ("done", models.PositiveSmallIntegerField(default=0)),
                ("total", models.PositiveSmallIntegerField(default=0)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(fields=["by", "at"], name="answer_by_person"),
        ),
        migrations.AddConstraint(
            model_name="checklist",
            constraint=models.UniqueConstraint(
                condition=models.Q(("preset", ""), _negated=True), fields=("preset",), name="one_list_of_a_preset"
            ),
        ),
        migrations.AddField(
            model_name="filledchecklist",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="filledchecklist",
            name="checklist",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.checklist"
            ),
        ),
        migrations.AddField(
            model_name="filledchecklist",
            name="seller",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="filledchecklist",
            name="touch",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="checklists", to="sales.touch"
            ),
        ),
        migrations.AddIndex(
            model_name="filledchecklist",
            index=models.Index(fields=["seller", "at"], name="filling_of_seller"),
        ),
        migrations.AddConstraint(
            model_name="filledchecklist",
            constraint=models.UniqueConstraint(fields=("touch", "checklist"), name="one_filling_of_a_talk"),
        ),
    ]
