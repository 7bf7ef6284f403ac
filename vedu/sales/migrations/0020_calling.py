"""Calling lists: queues with leases, attempts, and what calling brings (CHAN-5)."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0014_fewer_indexes"),
        ("foundation", "0008_sessions"),
        ("sales", "0019_touch_costs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CallingList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("segment", "a segment"),
                            ("day", "calls of the day plan"),
                            ("clients", "chosen clients"),
                        ],
                        max_length=7,
                    ),
                ),
                ("most_attempts", models.PositiveSmallIntegerField(default=5)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("total", models.PositiveIntegerField(default=0)),
                ("left", models.PositiveIntegerField(default=0)),
                (
                    "caller",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "playbook",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="sales.playbook",
                    ),
                ),
                (
                    "segment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="clients.segment",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="foundation.team",
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="CallerTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("hour", models.PositiveSmallIntegerField()),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("conversations", models.PositiveIntegerField(default=0)),
                ("permissions", models.PositiveIntegerField(default=0)),
                ("decision_makers", models.PositiveIntegerField(default=0)),
                ("appointments", models.PositiveIntegerField(default=0)),
                ("call_backs", models.PositiveIntegerField(default=0)),
                ("refusals", models.PositiveIntegerField(default=0)),
                (
                    "caller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "calling_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tallies", to="sales.callinglist"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CallAttempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("no_answer", "No answer"),
                            ("dropped", "Dropped"),
                            ("gatekeeper", "Gatekeeper"),
                            ("decision_maker", "Decision maker"),
                            ("call_back", "Call back"),
                            ("refused", "Refused"),
                            ("wrong_number", "Wrong number"),
                        ],
                        max_length=14,
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=32)),
                ("route", models.CharField(blank=True, max_length=500)),
                ("has_permission", models.BooleanField(blank=True, null=True)),
                ("has_appointment", models.BooleanField(default=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="clients.contact",
                    ),
                ),
                (
                    "refusal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="sales.refusalreason",
                    ),
                ),
                (
                    "touch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="sales.touch",
                    ),
                ),
                (
                    "calling_list",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="attempts",
                        to="sales.callinglist",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="QueuedClient",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                (
                    "turn",
                    models.PositiveSmallIntegerField(choices=[(0, "Promised"), (1, "Again"), (2, "Fresh")], default=2),
                ),
                ("not_before", models.DateTimeField(default=django.utils.timezone.now)),
                ("why_later", models.CharField(blank=True, max_length=20)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                (
                    "last_outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_answer", "No answer"),
                            ("dropped", "Dropped"),
                            ("gatekeeper", "Gatekeeper"),
                            ("decision_maker", "Decision maker"),
                            ("call_back", "Call back"),
                            ("refused", "Refused"),
                            ("wrong_number", "Wrong number"),
                        ],
                        max_length=14,
                    ),
                ),
                ("last_at", models.DateTimeField(blank=True, null=True)),
                (
                    "left",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "talked with the decision maker"),
                            ("refused", "refused"),
                            ("wrong_number", "no right number"),
                            ("exhausted", "attempts are used up"),
                            ("opted_out", "asked not to be called"),
                            ("led", "a colleague leads him"),
                        ],
                        max_length=12,
                    ),
                ),
                ("lease_till", models.DateTimeField(blank=True, null=True)),
                (
                    "calling_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="queue", to="sales.callinglist"
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
                    ),
                ),
                (
                    "in_hands_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "promised_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="callinglist",
            index=models.Index(fields=["-made_at", "-id"], name="calling_list_newest"),
        ),
        migrations.AddConstraint(
            model_name="callinglist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("caller__isnull", False), ("team__isnull", True)),
                    models.Q(("caller__isnull", True), ("team__isnull", False)),
                    _connector="OR",
                ),
                name="calling_list_is_somebodys",
            ),
        ),
        migrations.AddConstraint(
            model_name="callertally",
            constraint=models.UniqueConstraint(fields=("calling_list", "caller", "on", "hour"), name="tally_of_caller"),
        ),
        migrations.AddIndex(
            model_name="callattempt",
            index=models.Index(fields=["client", "-at", "-id"], name="attempt_of_client"),
        ),
        migrations.AddIndex(
            model_name="callattempt",
            index=models.Index(fields=["calling_list", "-at", "-id"], name="attempt_of_list"),
        ),
        migrations.AddIndex(
            model_name="queuedclient",
            index=models.Index(
                condition=models.Q(("left", "")),
                fields=["calling_list", "turn", "not_before", "position"],
                name="queue_ahead",
            ),
        ),
        migrations.AddIndex(
            model_name="queuedclient",
            index=models.Index(fields=["calling_list", "position", "id"], name="queue_of_list"),
        ),
        migrations.AddConstraint(
            model_name="queuedclient",
            constraint=models.UniqueConstraint(fields=("calling_list", "client"), name="client_once_in_a_queue"),
        ),
        migrations.AddConstraint(
            model_name="queuedclient",
            constraint=models.UniqueConstraint(
                condition=models.Q(("in_hands_of__isnull", False)),
                fields=("client",),
                name="client_in_one_pair_of_hands",
            ),
        ),
        migrations.AddConstraint(
            model_name="queuedclient",
            constraint=models.UniqueConstraint(
                condition=models.Q(("in_hands_of__isnull", False)), fields=("in_hands_of",), name="one_client_in_hands"
            ),
        ),
    ]
