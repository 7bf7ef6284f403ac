"""Reminders told, when heads are told of overdue tasks; tasks count their changes for calendars (DAY-4)."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sales", "0020_calling"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="task",
            name="changed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="task",
            name="revision",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="businessevent", name="changed_at", field=models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddField(model_name="businessevent", name="revision", field=models.PositiveIntegerField(default=0)),
        migrations.CreateModel(
            name="OverdueRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("head_days", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_overdue_rule")],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("due", "due"), ("overdue", "overdue")], max_length=7)),
                ("about_at", models.DateTimeField()),
                ("at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.task"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("task", "kind", "about_at"), name="reminder_once")],
            },
        ),
    ]
