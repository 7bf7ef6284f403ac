"""What a person chose to be told, the outbox of notices, secret addresses of calendar feeds (DAY-4)."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("foundation", "0008_sessions"),
    ]

    operations = [
        migrations.CreateModel(
            name="NoticeChoice",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "remind",
                    models.CharField(
                        choices=[
                            ("ahead", "before the task"),
                            ("morning", "in the morning of its day"),
                            ("off", "never"),
                        ],
                        default="ahead",
                        max_length=7,
                    ),
                ),
                ("ahead_minutes", models.PositiveSmallIntegerField(default=15)),
                ("digest", models.BooleanField(default=True)),
                ("by_email", models.BooleanField(default=True)),
                ("telegram_chat", models.CharField(blank=True, max_length=40)),
                ("when", models.JSONField(default=dict)),
                ("since_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="FeedAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feed_address",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("way", models.CharField(choices=[("email", "E-mail"), ("telegram", "Telegram")], max_length=8)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("next_try_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("error", models.CharField(blank=True, max_length=300)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("given_up_at", models.DateTimeField(blank=True, null=True)),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="foundation.notice"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("given_up_at", None), ("sent_at", None)),
                        fields=["next_try_at", "id"],
                        name="delivery_waiting",
                    ),
                    models.Index(fields=["made_at"], name="delivery_by_age"),
                ],
                "constraints": [models.UniqueConstraint(fields=("notice", "way"), name="delivery_once")],
            },
        ),
    ]
