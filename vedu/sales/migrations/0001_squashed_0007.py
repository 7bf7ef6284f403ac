"""0001 to 0007 at once, for a new base: deals, pipelines, touches, tasks."""

from decimal import Decimal

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("sales", "0001_initial"),
        ("sales", "0002_open_tasks_by_deadline"),
        ("sales", "0003_purchases_of_clients"),
        ("sales", "0004_neglect"),
        ("sales", "0005_reorders"),
        ("sales", "0006_sales_points"),
        ("sales", "0007_notes_found"),
    ]

    initial = True

    dependencies = [
        ("clients", "0001_squashed_0014"),
        ("foundation", "0001_squashed_0007"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pipeline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[("active", "Active sales"), ("passive", "Passive sales")],
                        default="active",
                        max_length=7,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("contact_norm_days", models.PositiveSmallIntegerField(default=14)),
                ("neglect_head_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("neglect_pool_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("preset", models.CharField(blank=True, max_length=40)),
                ("is_archived", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="RefusalReason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, unique=True)),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("need", "Need"),
                            ("money", "Money"),
                            ("time", "Time"),
                            ("competitor", "Competitor"),
                            ("product", "Product"),
                            ("decision_maker", "Decision maker"),
                            ("contact", "Contact"),
                            ("off_target", "Off target"),
                        ],
                        max_length=14,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("is_recoverable", models.BooleanField(default=True)),
                ("return_days", models.PositiveSmallIntegerField(blank=True, default=14, null=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_archived", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Neglect",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateTimeField()),
                ("head_told_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(blank=True, choices=[("attended", "Attended"), ("pool", "Pool")], max_length=8),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
                    ),
                ),
            ],
            options={
                "ordering": ["-since", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("client",), name="one_neglect_at_a_time"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Stage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                ("position", models.PositiveSmallIntegerField()),
                ("purpose", models.CharField(blank=True, max_length=300)),
                ("guidance", models.TextField(blank=True)),
                ("day_norm", models.PositiveSmallIntegerField(default=7)),
                ("chance", models.PositiveSmallIntegerField(default=10)),
                (
                    "pipeline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stages", to="sales.pipeline"
                    ),
                ),
            ],
            options={
                "ordering": ["pipeline", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("pipeline", "position"), name="stage_place"),
                    models.UniqueConstraint(fields=("pipeline", "name"), name="stage_name"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=255)),
                ("amount", models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=16)),
                ("currency", models.CharField(default="RUB", max_length=3)),
                ("expected_on", models.DateField(blank=True, null=True)),
                ("source", models.CharField(blank=True, max_length=120)),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("won", "won"), ("lost", "lost"), ("postponed", "postponed")],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("chance", models.PositiveSmallIntegerField(default=10)),
                ("stage_since", models.DateTimeField(default=django.utils.timezone.now)),
                ("stage_due_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("next_step_at", models.DateTimeField(blank=True, null=True)),
                ("attend_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("last_touch_at", models.DateTimeField(blank=True, null=True)),
                ("last_two_way_at", models.DateTimeField(blank=True, null=True)),
                ("back_moves", models.PositiveSmallIntegerField(default=0)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="clients.client"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "sales_point",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.salespoint",
                    ),
                ),
                (
                    "pipeline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.pipeline"
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deals", to="sales.stage"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pipeline", "state", "stage", "attend_at", "id"], name="deal_on_board"),
                    models.Index(fields=["owner", "state", "stage", "attend_at", "id"], name="deal_on_own_board"),
                    models.Index(fields=["owner", "state", "next_step_at"], name="deal_step_of_owner"),
                    models.Index(fields=["state", "next_step_at"], name="deal_step"),
                    models.Index(fields=["owner", "state", "stage_due_at"], name="deal_norm_of_owner"),
                    models.Index(fields=["client", "state"], name="deal_of_client"),
                    models.Index(fields=["state", "-opened_at", "-id"], name="deal_newest"),
                    models.Index(fields=["state", "-amount", "-id"], name="deal_largest"),
                    models.Index(fields=["state", "-closed_at"], name="deal_closed"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="deal_amount_not_negative")
                ],
            },
        ),
        migrations.CreateModel(
            name="Gate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "evidence",
                    models.CharField(
                        choices=[
                            ("decision_maker_known", "the decision maker is known"),
                            ("contact_established", "contact is established"),
                            ("need_confirmed", "a need is confirmed"),
                            ("presentation_made", "a presentation was made from the needs"),
                            ("objections_answered", "objections are answered"),
                            ("documents_issued", "contract and invoice are issued"),
                            ("paid", "the client has paid"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="gates", to="sales.stage"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("stage", "evidence"), name="gate_once")],
            },
        ),
        migrations.CreateModel(
            name="StageTotal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("currency", models.CharField(max_length=3)),
                ("deals", models.IntegerField(default=0)),
                ("amount", models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=20)),
                ("expected", models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=20)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "pipeline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.pipeline"
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.stage"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("stage", "owner", "currency"), name="one_stage_total")],
            },
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField()),
                ("problem", models.TextField(blank=True)),
                ("current_solution", models.TextField(blank=True)),
                (
                    "priority",
                    models.CharField(
                        choices=[("critical", "critical"), ("important", "important"), ("optional", "may be ignored")],
                        default="important",
                        max_length=9,
                    ),
                ),
                ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "deal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="needs", to="sales.deal"
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
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
                        default="other",
                        max_length=10,
                    ),
                ),
                ("is_indecision", models.BooleanField(default=False, help_text="Indecision, not a real doubt")),
                ("answer", models.TextField(blank=True)),
                (
                    "result",
                    models.CharField(
                        choices=[("open", "not answered yet"), ("answered", "answered"), ("stands", "still stands")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="objections", to="sales.deal"
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "result",
                    models.CharField(
                        choices=[("won", "won"), ("lost", "lost"), ("postponed", "postponed")], max_length=9
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("objection", models.CharField(blank=True, max_length=500)),
                ("competitor", models.CharField(blank=True, max_length=255)),
                ("note", models.TextField(blank=True)),
                ("return_on", models.DateField(blank=True, null=True)),
                ("do_not_return", models.BooleanField(default=False)),
                ("override_reason", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="closings", to="sales.deal"
                    ),
                ),
                (
                    "reason",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sales.refusalreason",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.stage"),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", "lost"), _negated=True),
                            models.Q(("do_not_return", False), ("reason__isnull", False), ("return_on__isnull", False)),
                            models.Q(("do_not_return", True), ("reason__isnull", False), ("return_on", None)),
                            _connector="OR",
                        ),
                        name="lost_has_reason_and_return",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", "postponed"), _negated=True),
                            ("return_on__isnull", False),
                            _connector="OR",
                        ),
                        name="postponed_has_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Move",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("seconds", models.PositiveBigIntegerField(default=0)),
                ("is_backward", models.BooleanField(default=False)),
                ("override_reason", models.TextField(blank=True)),
                ("missing", models.JSONField(blank=True, default=list)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="moves", to="sales.deal"
                    ),
                ),
                (
                    "from_stage",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.stage"
                    ),
                ),
                (
                    "to_stage",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.stage"),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("call", "Call"),
                            ("email", "E-mail"),
                            ("messenger", "Message"),
                            ("meeting", "Meeting"),
                            ("visit", "Visit"),
                            ("demo", "Demonstration"),
                            ("document", "Document"),
                            ("brief", "Brief"),
                            ("reorder", "Reorder"),
                            ("return", "Return"),
                            ("task", "Task"),
                        ],
                        default="call",
                        max_length=9,
                    ),
                ),
                ("title", models.CharField(max_length=255)),
                ("due_at", models.DateTimeField()),
                ("has_time", models.BooleanField(default=True)),
                ("minutes", models.PositiveSmallIntegerField(default=15)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("result", models.TextField(blank=True)),
                (
                    "assignee",
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
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="sales.deal",
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["due_at", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at", None)), fields=["assignee", "due_at"], name="task_to_do"
                    ),
                    models.Index(
                        condition=models.Q(("done_at", None)), fields=["due_at", "id"], name="task_of_all_to_do"
                    ),
                    models.Index(fields=["assignee", "done_at"], name="task_done"),
                    models.Index(
                        condition=models.Q(("done_at", None)), fields=["deal", "due_at"], name="task_of_deal_to_do"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Touch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("call", "Call"),
                            ("email", "E-mail"),
                            ("messenger", "Messenger"),
                            ("social", "Social network"),
                            ("meeting", "Meeting"),
                            ("event", "Business event"),
                            ("visit", "Visit"),
                            ("form", "Web form"),
                            ("shop", "Shop"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "direction",
                    models.CharField(choices=[("out", "outgoing"), ("in", "incoming")], default="out", max_length=3),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("talked", "talked"),
                            ("no_answer", "no answer"),
                            ("dropped", "hung up"),
                            ("gatekeeper", "spoke to the gatekeeper"),
                            ("call_back", "asked to call back"),
                            ("refused", "refused"),
                            ("wrong_number", "wrong number"),
                            ("sent", "sent"),
                            ("replied", "replied"),
                        ],
                        default="talked",
                        max_length=12,
                    ),
                ),
                ("two_way", models.BooleanField(default=False)),
                ("text", models.TextField(blank=True)),
                ("seconds", models.PositiveIntegerField(blank=True, null=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                    "deal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="touches",
                        to="sales.deal",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "touches",
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["client", "-at"], name="touch_of_client"),
                    models.Index(fields=["deal", "-at"], name="touch_of_deal"),
                    models.Index(fields=["by", "-at"], name="touch_by_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitteeMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("decision_maker", "decision maker"),
                            ("influencer", "influencer"),
                            ("user", "user"),
                            ("gatekeeper", "gatekeeper"),
                            ("blocker", "blocker"),
                        ],
                        max_length=14,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=255)),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.contact"
                    ),
                ),
                (
                    "deal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="committee", to="sales.deal"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("deal", "contact"), name="one_role_on_a_deal")],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("decision_maker_known", "the decision maker is known"),
                            ("contact_established", "contact is established"),
                            ("need_confirmed", "a need is confirmed"),
                            ("presentation_made", "a presentation was made from the needs"),
                            ("objections_answered", "objections are answered"),
                            ("documents_issued", "contract and invoice are issued"),
                            ("paid", "the client has paid"),
                        ],
                        max_length=24,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="sales.deal"
                    ),
                ),
                ("needs", models.ManyToManyField(blank=True, related_name="presentations", to="sales.need")),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Reopening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("why", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closing",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reopening", to="sales.closing"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Reorder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purchase_at", models.DateTimeField()),
                ("expected_on", models.DateField()),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
                    ),
                ),
                (
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.task"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("client", "purchase_at"), name="one_reorder_a_purchase")
                ],
            },
        ),
        migrations.AddField(
            model_name="deal",
            name="next_step",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="sales.task"
            ),
        ),
    ]
