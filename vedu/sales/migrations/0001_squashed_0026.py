"""0001 to 0026 at once, for a new base: deals, talk, the catalogue, touches and their rules, calling, sequences."""

from decimal import Decimal

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from vedu.foundation.create_models import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("sales", "0001_initial"),
        ("sales", "0002_open_tasks_by_deadline"),
        ("sales", "0003_purchases_of_clients"),
        ("sales", "0004_neglect"),
        ("sales", "0005_reorders"),
        ("sales", "0006_sales_points"),
        ("sales", "0007_notes_found"),
        ("sales", "0008_playbooks"),
        ("sales", "0009_retired_stages"),
        ("sales", "0010_catalogue"),
        ("sales", "0011_objection_library"),
        ("sales", "0012_first_replies"),
        ("sales", "0013_buying_signals"),
        ("sales", "0014_checklists"),
        ("sales", "0015_inquiries"),
        ("sales", "0016_events_and_visits"),
        ("sales", "0017_stepless_of_owner"),
        ("sales", "0018_contact_policy"),
        ("sales", "0019_touch_costs"),
        ("sales", "0020_calling"),
        ("sales", "0021_reminders"),
        ("sales", "0022_message_templates"),
        ("sales", "0023_sequences"),
        ("sales", "0024_step_late_at"),
        ("sales", "0025_time_budgets"),
        ("sales", "0026_outcomes_taken_back_and_pins"),
    ]

    initial = True

    dependencies = [
        ("clients", "0014_fewer_indexes"),
        ("foundation", "0009_notice_choices"),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="Category",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        ("name_folded", models.CharField(editable=False, max_length=120, unique=True)),
                    ],
                    options={
                        "verbose_name_plural": "categories",
                        "ordering": ["name_folded"],
                    },
                ),
                migrations.CreateModel(
                    name="Product",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=255)),
                        ("sku", models.CharField(blank=True, max_length=64)),
                        ("unit", models.CharField(blank=True, max_length=20)),
                        ("about", models.TextField(blank=True)),
                        ("price", models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True)),
                        ("currency", models.CharField(default="RUB", max_length=3)),
                        (
                            "category",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="products",
                                to="sales.category",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("review_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("is_withdrawn", models.BooleanField(default=False)),
                        ("knowledge_version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "created_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("name_folded", models.CharField(editable=False, max_length=255)),
                        ("sku_folded", models.CharField(blank=True, editable=False, max_length=64)),
                        ("has_check", models.BooleanField(default=False)),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        ("review_due_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["name_folded", "pk"],
                        "indexes": [models.Index(fields=["is_withdrawn", "review_due_on"], name="product_review_due")],
                        "constraints": [
                            models.UniqueConstraint(fields=("name_folded", "sku_folded"), name="product_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("sku_folded", ""), _negated=True),
                                fields=("sku_folded",),
                                name="product_code_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Benefit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "product",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="benefits", to="sales.product"
                            ),
                        ),
                        ("problem", models.TextField()),
                        ("feature", models.CharField(blank=True, max_length=255)),
                        ("advantage", models.TextField(blank=True)),
                        ("benefit", models.TextField()),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Pipeline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        ("response_norm_minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
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
                    name="RebuttalVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "rebuttal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="sales.rebuttal",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("title", models.CharField(max_length=120)),
                        ("steps", models.JSONField(default=list)),
                        ("question", models.CharField(blank=True, max_length=300)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["rebuttal", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("rebuttal", "number"), name="rebuttal_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rebuttal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_retired", models.BooleanField(default=False)),
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
                        (
                            "latest",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sales.rebuttalversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("preset", ""), _negated=True),
                                fields=("preset",),
                                name="one_rebuttal_of_a_preset",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RefusalReason",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                    name="BusinessEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("exhibition", "Exhibition"),
                                    ("conference", "Conference"),
                                    ("breakfast", "Business breakfast"),
                                    ("seminar", "Seminar"),
                                    ("other", "Other"),
                                ],
                                default="exhibition",
                                max_length=10,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=255)),
                        ("city", models.CharField(blank=True, max_length=120)),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField()),
                        ("cost", models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=16)),
                        ("currency", models.CharField(default="RUB", max_length=3)),
                        ("goal", models.TextField(blank=True)),
                        ("window_days", models.PositiveSmallIntegerField(default=90)),
                        (
                            "organizer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("revision", models.PositiveIntegerField(default=0)),
                        ("changed_at", models.DateTimeField(blank=True, null=True)),
                        ("counts_from", models.DateTimeField()),
                        ("counts_until", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["-starts_on", "-pk"],
                        "indexes": [models.Index(fields=["-starts_on", "-id"], name="business_event_newest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="event_has_days"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BuyingSignal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_retired", models.BooleanField(default=False)),
                        ("name", models.CharField(max_length=120)),
                        ("weight", models.PositiveSmallIntegerField()),
                        ("preset", models.CharField(blank=True, max_length=20)),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("preset", ""), _negated=True),
                                fields=("preset",),
                                name="one_signal_of_a_preset",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Checklist",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_retired", models.BooleanField(default=False)),
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
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("preset", ""), _negated=True),
                                fields=("preset",),
                                name="one_list_of_a_preset",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Stage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "pipeline",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="stages", to="sales.pipeline"
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        ("position", models.PositiveSmallIntegerField()),
                        ("purpose", models.CharField(blank=True, max_length=300)),
                        ("guidance", models.TextField(blank=True)),
                        ("day_norm", models.PositiveSmallIntegerField(default=7)),
                        ("chance", models.PositiveSmallIntegerField(default=10)),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["pipeline", "position"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("retired_at", None)),
                                fields=("pipeline", "position"),
                                name="stage_place",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("retired_at", None)), fields=("pipeline", "name"), name="stage_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Task",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
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
                            "assignee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                        (
                            "created_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
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
                        ("result", models.TextField(blank=True)),
                        ("revision", models.PositiveIntegerField(default=0)),
                        ("changed_at", models.DateTimeField(blank=True, null=True)),
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
                                condition=models.Q(("done_at", None)),
                                fields=["deal", "due_at"],
                                name="task_of_deal_to_do",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Deal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=255)),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="clients.client"
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
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("amount", models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=16)),
                        ("currency", models.CharField(default="RUB", max_length=3)),
                        ("expected_on", models.DateField(blank=True, null=True)),
                        ("source", models.CharField(blank=True, max_length=120)),
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
                        ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("won", "won"),
                                    ("lost", "lost"),
                                    ("postponed", "postponed"),
                                ],
                                default="open",
                                max_length=9,
                            ),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("chance", models.PositiveSmallIntegerField(default=10)),
                        ("stage_since", models.DateTimeField(default=django.utils.timezone.now)),
                        ("stage_due_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "next_step",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sales.task",
                            ),
                        ),
                        ("next_step_at", models.DateTimeField(blank=True, null=True)),
                        ("step_late_at", models.DateTimeField(blank=True, null=True)),
                        ("attend_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("last_touch_at", models.DateTimeField(blank=True, null=True)),
                        ("last_two_way_at", models.DateTimeField(blank=True, null=True)),
                        ("back_moves", models.PositiveSmallIntegerField(default=0)),
                        ("signal_strength", models.FloatField(blank=True, null=True)),
                        ("signals_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["pipeline", "state", "stage", "attend_at", "id"], name="deal_on_board"
                            ),
                            models.Index(
                                fields=["owner", "state", "stage", "attend_at", "id"], name="deal_on_own_board"
                            ),
                            models.Index(fields=["owner", "state", "step_late_at"], name="deal_late_of_owner"),
                            models.Index(fields=["state", "step_late_at"], name="deal_late"),
                            models.Index(
                                condition=models.Q(("next_step_at", None), ("state", "open")),
                                fields=["owner", "attend_at", "id"],
                                name="deal_stepless_of_owner",
                            ),
                            models.Index(fields=["owner", "state", "stage_due_at"], name="deal_norm_of_owner"),
                            models.Index(fields=["client", "state"], name="deal_of_client"),
                            models.Index(fields=["state", "-opened_at", "-id"], name="deal_newest"),
                            models.Index(fields=["state", "-amount", "-id"], name="deal_largest"),
                            models.Index(fields=["state", "-closed_at"], name="deal_closed"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gte", 0)), name="deal_amount_not_negative"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CommitteeMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="committee", to="sales.deal"
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.contact"
                            ),
                        ),
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
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("deal", "contact"), name="one_role_on_a_deal")],
                    },
                ),
                migrations.CreateModel(
                    name="EventDeal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="linked_deals",
                                to="sales.businessevent",
                            ),
                        ),
                        (
                            "deal",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.deal"
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
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
                    name="EventParticipant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participants",
                                to="sales.businessevent",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
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
                        "constraints": [models.UniqueConstraint(fields=("event", "person"), name="participant_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Inquiry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
                            ),
                        ),
                        (
                            "deal",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="inquiry",
                                to="sales.deal",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sales.task",
                            ),
                        ),
                        (
                            "sales_point",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clients.salespoint",
                            ),
                        ),
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
                        ("words", models.TextField(blank=True)),
                        ("is_here", models.BooleanField(default=True)),
                        ("came_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "received_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                choices=[
                                    ("greeting", "First response"),
                                    ("needs", "What for"),
                                    ("products", "What fits"),
                                    ("extra", "What goes with it"),
                                    ("order", "Order and payment"),
                                    ("farewell", "Hand-out, invitation back"),
                                ],
                                default="needs",
                                max_length=8,
                            ),
                        ),
                        ("draft", models.JSONField(blank=True, default=dict)),
                        ("due_at", models.DateTimeField(blank=True, null=True)),
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
                        ("seconds", models.PositiveIntegerField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name_plural": "inquiries",
                        "ordering": ["-came_at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("answered_at", None)), fields=["due_at"], name="inquiry_waiting"
                            ),
                            models.Index(
                                condition=models.Q(("is_here", False)),
                                fields=["came_at"],
                                name="inquiry_came_by_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Need",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="needs", to="sales.deal"
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
                        ("words", models.TextField()),
                        ("problem", models.TextField(blank=True)),
                        ("current_solution", models.TextField(blank=True)),
                        (
                            "priority",
                            models.CharField(
                                choices=[
                                    ("critical", "critical"),
                                    ("important", "important"),
                                    ("optional", "may be ignored"),
                                ],
                                default="important",
                                max_length=9,
                            ),
                        ),
                        ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "noted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="sales.deal"
                            ),
                        ),
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
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=500)),
                        ("needs", models.ManyToManyField(blank=True, related_name="presentations", to="sales.need")),
                    ],
                    options={
                        "verbose_name_plural": "evidence",
                        "ordering": ["-at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Neglect",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
                            ),
                        ),
                        ("since", models.DateTimeField()),
                        ("head_told_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True, choices=[("attended", "Attended"), ("pool", "Pool")], max_length=8
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
                    name="Objection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="objections", to="sales.deal"
                            ),
                        ),
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
                        ("cause", models.TextField(blank=True)),
                        ("answer", models.TextField(blank=True)),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("open", "not answered yet"),
                                    ("answered", "answered"),
                                    ("stands", "still stands"),
                                ],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "noted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Playbook",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        ("preset", models.CharField(blank=True, max_length=20)),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("is_archived", models.BooleanField(default=False)),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("preset", ""), _negated=True),
                                fields=("preset",),
                                name="one_playbook_of_a_preset",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlaybookChoice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.deal"
                            ),
                        ),
                        (
                            "playbook",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.playbook"
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="PlaybookUse",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "pipeline",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.pipeline"
                            ),
                        ),
                        (
                            "playbook",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="uses", to="sales.playbook"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="PlaybookVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "playbook",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="sales.playbook",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("steps", models.JSONField(default=list)),
                        ("published_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["playbook", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("playbook", "number"), name="playbook_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="sales.deal"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sales.playbookversion",
                            ),
                        ),
                        ("question", models.CharField(max_length=40)),
                        ("text", models.TextField()),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                            "need",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sales.need",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(fields=["deal", "question", "id"], name="answer_of_deal"),
                            models.Index(fields=["by", "at"], name="answer_by_person"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KnowledgeCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "product",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="checks", to="sales.product"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("questions", models.JSONField(default=list)),
                        ("pass_mark", models.PositiveSmallIntegerField()),
                        ("published_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["product", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("product", "number"), name="check_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InquiryItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "inquiry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="items", to="sales.inquiry"
                            ),
                        ),
                        (
                            "product",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.product"
                            ),
                        ),
                        ("quantity", models.PositiveIntegerField(default=1)),
                        ("price", models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True)),
                        ("currency", models.CharField(default="RUB", max_length=3)),
                        ("is_extra", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[("taken", "taken"), ("refused", "refused")], default="taken", max_length=7
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("inquiry", "product"), name="product_once_in_an_inquiry")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Doubt",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "product",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="doubts", to="sales.product"
                            ),
                        ),
                        ("doubt", models.TextField()),
                        ("answer", models.TextField()),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DealProduct",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="products", to="sales.deal"
                            ),
                        ),
                        (
                            "product",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.product"
                            ),
                        ),
                        ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "noted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("presented_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "presented_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("override_reason", models.CharField(blank=True, max_length=500)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("deal", "product"), name="product_once_on_a_deal")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DealArgument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="arguments", to="sales.deal"
                            ),
                        ),
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sales.need",
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sales.benefit",
                            ),
                        ),
                        (
                            "product",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sales.product",
                            ),
                        ),
                        ("text", models.TextField()),
                        ("names_price", models.BooleanField(default=False)),
                        ("is_early_price", models.BooleanField(default=False)),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("chosen", "to be said"),
                                    ("said", "said"),
                                    ("convinced", "convinced"),
                                    ("failed", "did not convince"),
                                ],
                                default="chosen",
                                max_length=9,
                            ),
                        ),
                        ("chosen_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "chosen_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("used_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "used_by",
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
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("deal", "need", "benefit"), name="argument_once_for_a_need")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Comparison",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "product",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="comparisons",
                                to="sales.product",
                            ),
                        ),
                        (
                            "competitor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="clients.competitor"
                            ),
                        ),
                        ("ours", models.TextField(blank=True)),
                        ("theirs", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("retired_at", None)),
                                fields=("product", "competitor"),
                                name="one_comparison_with_each",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckAttempt",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "check_asked",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attempts",
                                to="sales.knowledgecheck",
                            ),
                        ),
                        (
                            "product",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="attempts", to="sales.product"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("answers", models.JSONField(default=list)),
                        ("right", models.PositiveSmallIntegerField()),
                        ("is_passed", models.BooleanField()),
                        ("knowledge_version", models.PositiveIntegerField()),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                        "indexes": [models.Index(fields=["product", "person", "-at"], name="attempt_of_person")],
                    },
                ),
                migrations.CreateModel(
                    name="ProductProperty",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "product",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="properties",
                                to="sales.product",
                            ),
                        ),
                        ("name", models.CharField(max_length=255)),
                        ("value", models.CharField(max_length=255)),
                    ],
                    options={
                        "verbose_name_plural": "properties",
                        "ordering": ["position", "pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProductReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "product",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="sales.product"
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=500)),
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Proof",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "product",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="proofs", to="sales.product"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("fact", "fact"), ("case", "case"), ("review", "review")],
                                default="fact",
                                max_length=6,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("link", models.CharField(blank=True, max_length=500)),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Closing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="closings", to="sales.deal"
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[("won", "won"), ("lost", "lost"), ("postponed", "postponed")], max_length=9
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                            "stage",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.stage"
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
                        ("objection", models.CharField(blank=True, max_length=500)),
                        ("competitor", models.CharField(blank=True, max_length=255)),
                        ("note", models.TextField(blank=True)),
                        ("return_on", models.DateField(blank=True, null=True)),
                        ("do_not_return", models.BooleanField(default=False)),
                        ("override_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("result", "lost"), _negated=True),
                                    models.Q(
                                        ("do_not_return", False),
                                        ("reason__isnull", False),
                                        ("return_on__isnull", False),
                                    ),
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
                    name="Reopening",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "closing",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reopening",
                                to="sales.closing",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("why", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reply",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "objection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replies",
                                to="sales.objection",
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.deal"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sales.rebuttalversion",
                            ),
                        ),
                        (
                            "rebuttal",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sales.rebuttal",
                            ),
                        ),
                        ("words", models.TextField()),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("open", "not answered yet"),
                                    ("answered", "answered"),
                                    ("stands", "still stands"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "replies",
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["rebuttal", "at"], name="reply_of_library")],
                    },
                ),
                migrations.CreateModel(
                    name="SignalMark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signal_marks",
                                to="sales.deal",
                            ),
                        ),
                        (
                            "signal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.buyingsignal"
                            ),
                        ),
                        ("weight", models.PositiveSmallIntegerField()),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("unmarked_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "unmarked_by",
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
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("unmarked_at", None)),
                                fields=("deal", "signal"),
                                name="one_mark_of_a_signal",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Move",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sales.stage",
                            ),
                        ),
                        (
                            "to_stage",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.stage"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("seconds", models.PositiveBigIntegerField(default=0)),
                        ("is_backward", models.BooleanField(default=False)),
                        (
                            "cause",
                            models.CharField(
                                blank=True, choices=[("stage_deleted", "the stage was deleted")], max_length=16
                            ),
                        ),
                        ("override_reason", models.TextField(blank=True)),
                        ("missing", models.JSONField(blank=True, default=list)),
                    ],
                    options={
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Gate",
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
                                on_delete=django.db.models.deletion.CASCADE, related_name="gates", to="sales.stage"
                            ),
                        ),
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
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("stage", "evidence"), name="gate_once")],
                    },
                ),
                migrations.CreateModel(
                    name="StageTotal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.stage"
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("currency", models.CharField(max_length=3)),
                        ("deals", models.IntegerField(default=0)),
                        ("amount", models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=20)),
                        ("expected", models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=20)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("stage", "owner", "currency"), name="one_stage_total")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reorder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
                            ),
                        ),
                        ("purchase_at", models.DateTimeField()),
                        ("expected_on", models.DateField()),
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
                migrations.CreateModel(
                    name="ObjectionAction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="objection_actions",
                                to="sales.deal",
                            ),
                        ),
                        (
                            "objection",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="actions",
                                to="sales.objection",
                            ),
                        ),
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
                        (
                            "task",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sales.task",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                            "outcome",
                            models.CharField(
                                blank=True, choices=[("done", "done"), ("returned", "came back")], max_length=8
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "ended_by",
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
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Touch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
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
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                            models.CharField(
                                choices=[("out", "outgoing"), ("in", "incoming")], default="out", max_length=3
                            ),
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
                    name="FilledChecklist",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "touch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="checklists", to="sales.touch"
                            ),
                        ),
                        (
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.checklist"
                            ),
                        ),
                        (
                            "seller",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("items", models.JSONField(default=list)),
                        ("done", models.PositiveSmallIntegerField(default=0)),
                        ("total", models.PositiveSmallIntegerField(default=0)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
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
                        "indexes": [models.Index(fields=["seller", "at"], name="filling_of_seller")],
                        "constraints": [
                            models.UniqueConstraint(fields=("touch", "checklist"), name="one_filling_of_a_talk")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Encounter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="encounters",
                                to="sales.businessevent",
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="clients.client",
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
                        ("company", models.CharField(blank=True, max_length=255)),
                        ("person", models.CharField(blank=True, max_length=255)),
                        ("job_title", models.CharField(blank=True, max_length=255)),
                        ("phone", models.CharField(blank=True, max_length=64)),
                        ("email", models.CharField(blank=True, max_length=255)),
                        ("why", models.TextField(blank=True)),
                        ("offer", models.TextField(blank=True)),
                        (
                            "assignee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("is_planned", models.BooleanField(default=True)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                            "result",
                            models.CharField(
                                choices=[("planned", "to meet"), ("met", "met"), ("missed", "not met")],
                                default="planned",
                                max_length=7,
                            ),
                        ),
                        ("is_new_client", models.BooleanField(default=False)),
                        ("note", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(fields=["event", "result"], name="encounter_of_event"),
                            models.Index(fields=["client", "result"], name="encounter_of_client"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("client__isnull", False)),
                                fields=("event", "client"),
                                name="client_once_at_an_event",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VisitList",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("on", models.DateField()),
                        ("title", models.CharField(blank=True, max_length=120)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "created_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                        "indexes": [
                            models.Index(fields=["owner", "-on", "-id"], name="visit_list_of_owner"),
                            models.Index(fields=["-on", "-id"], name="visit_list_newest"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Visit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "visit_list",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="visits", to="sales.visitlist"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        (
                            "client",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="clients.client",
                            ),
                        ),
                        ("is_door", models.BooleanField(default=False)),
                        ("address", models.CharField(blank=True, max_length=500)),
                        ("city", models.CharField(blank=True, max_length=120)),
                        ("street", models.CharField(blank=True, max_length=255)),
                        ("why", models.CharField(blank=True, max_length=500)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("talked", "met and talked"),
                                    ("absent", "nobody there"),
                                    ("refused", "refused to talk"),
                                    ("again", "come again"),
                                    ("interested", "interested"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("again_on", models.DateField(blank=True, null=True)),
                        ("has_appointment", models.BooleanField(default=False)),
                        ("visited_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "visited_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "indexes": [models.Index(fields=["visit_list", "position", "id"], name="visit_of_list")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("client__isnull", False)),
                                fields=("visit_list", "client"),
                                name="client_once_on_a_list",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitWord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="words", to="sales.benefit"
                            ),
                        ),
                        ("stem", models.CharField(max_length=40)),
                        ("in_problem", models.BooleanField(default=False)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["stem", "benefit"], name="benefit_by_word")],
                        "constraints": [models.UniqueConstraint(fields=("benefit", "stem"), name="benefit_word_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ContactRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(unique=True)),
                        (
                            "segment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="clients.segment",
                            ),
                        ),
                        ("written", models.JSONField(default=dict)),
                    ],
                    options={
                        "ordering": ["position"],
                    },
                ),
                migrations.CreateModel(
                    name="ContactPreference",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="clients.contact",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                blank=True,
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
                        ("hours", models.JSONField(default=list)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("client", "contact"), name="preference_of_person"),
                            models.UniqueConstraint(
                                condition=models.Q(("contact", None)), fields=("client",), name="preference_of_client"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TouchCost",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("costs", models.JSONField(default=dict)),
                        ("margin_percent", models.PositiveSmallIntegerField()),
                    ],
                    options={
                        "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_touch_cost")],
                    },
                ),
                migrations.CreateModel(
                    name="CallingList",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                            "team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.team",
                            ),
                        ),
                        ("most_attempts", models.PositiveSmallIntegerField(default=5)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
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
                        ("total", models.PositiveIntegerField(default=0)),
                        ("left", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "ordering": ["-made_at", "-pk"],
                        "indexes": [models.Index(fields=["-made_at", "-id"], name="calling_list_newest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("caller__isnull", False), ("team__isnull", True)),
                                    models.Q(("caller__isnull", True), ("team__isnull", False)),
                                    _connector="OR",
                                ),
                                name="calling_list_is_somebodys",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallerTally",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "calling_list",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tallies",
                                to="sales.callinglist",
                            ),
                        ),
                        (
                            "caller",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("on", models.DateField()),
                        ("hour", models.PositiveSmallIntegerField()),
                        ("attempts", models.PositiveIntegerField(default=0)),
                        ("conversations", models.PositiveIntegerField(default=0)),
                        ("permissions", models.PositiveIntegerField(default=0)),
                        ("decision_makers", models.PositiveIntegerField(default=0)),
                        ("appointments", models.PositiveIntegerField(default=0)),
                        ("call_backs", models.PositiveIntegerField(default=0)),
                        ("refusals", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("calling_list", "caller", "on", "hour"), name="tally_of_caller"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallAttempt",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                        ("route", models.CharField(blank=True, max_length=500)),
                        ("has_permission", models.BooleanField(blank=True, null=True)),
                        ("has_appointment", models.BooleanField(default=False)),
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
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(fields=["client", "-at", "-id"], name="attempt_of_client"),
                            models.Index(fields=["calling_list", "-at", "-id"], name="attempt_of_list"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QueuedClient",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "calling_list",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="queue",
                                to="sales.callinglist",
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
                            ),
                        ),
                        ("position", models.PositiveIntegerField()),
                        (
                            "turn",
                            models.PositiveSmallIntegerField(
                                choices=[(0, "Promised"), (1, "Again"), (2, "Fresh")], default=2
                            ),
                        ),
                        ("not_before", models.DateTimeField(default=django.utils.timezone.now)),
                        ("why_later", models.CharField(blank=True, max_length=20)),
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
                        ("before", models.JSONField(blank=True, editable=False, null=True)),
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
                        ("lease_till", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("left", "")),
                                fields=["calling_list", "turn", "not_before", "position"],
                                name="queue_ahead",
                            ),
                            models.Index(fields=["calling_list", "position", "id"], name="queue_of_list"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("calling_list", "client"), name="client_once_in_a_queue"),
                            models.UniqueConstraint(
                                condition=models.Q(("in_hands_of__isnull", False)),
                                fields=("client",),
                                name="client_in_one_pair_of_hands",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_hands_of__isnull", False)),
                                fields=("in_hands_of",),
                                name="one_client_in_hands",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OverdueRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("head_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_overdue_rule")],
                    },
                ),
                migrations.CreateModel(
                    name="Reminder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.task"
                            ),
                        ),
                        ("kind", models.CharField(choices=[("due", "due"), ("overdue", "overdue")], max_length=7)),
                        ("about_at", models.DateTimeField()),
                        (
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("task", "kind", "about_at"), name="reminder_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MessageTemplateVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="sales.messagetemplate",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("subject", models.CharField(blank=True, max_length=200)),
                        ("text", models.TextField()),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["template", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("template", "number"), name="template_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MessageTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_retired", models.BooleanField(default=False)),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("email", "E-mail"),
                                    ("messenger", "Messenger"),
                                    ("sms", "SMS"),
                                    ("call", "Call script"),
                                ],
                                default="email",
                                max_length=9,
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("preparation", "preparation"),
                                    ("reaching", "reaching the decision maker"),
                                    ("contact", "first contact"),
                                    ("needs", "needs"),
                                    ("presentation", "presentation"),
                                    ("objections", "objections"),
                                    ("closing", "closing"),
                                    ("support", "support and repeat"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "aida",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("attention", "attention"),
                                    ("interest", "interest"),
                                    ("desire", "desire"),
                                    ("action", "action"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("ru", "Russian"), ("en", "English")], default="ru", max_length=2
                            ),
                        ),
                        ("preset", models.CharField(blank=True, max_length=40)),
                        (
                            "latest",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sales.messagetemplateversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["channel", "name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("preset", ""), _negated=True),
                                fields=("preset", "language"),
                                name="one_template_of_a_preset",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SellerProfile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "user",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=120)),
                        ("job_title", models.CharField(blank=True, max_length=120)),
                        ("phone", models.CharField(blank=True, max_length=120)),
                        ("signature", models.TextField(blank=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="SentMessage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "touch",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.touch"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sent",
                                to="sales.messagetemplateversion",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Sequence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_retired", models.BooleanField(default=False)),
                        ("name", models.CharField(max_length=120)),
                        ("about", models.CharField(blank=True, max_length=500)),
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
                        ("preset", models.CharField(blank=True, max_length=40)),
                        (
                            "latest",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sales.sequenceversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("preset", ""), _negated=True),
                                fields=("preset",),
                                name="one_sequence_of_a_preset",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SequenceVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "sequence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="sales.sequence",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["sequence", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("sequence", "number"), name="sequence_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Enrolment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="enrolments",
                                to="sales.sequenceversion",
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
                                on_delete=django.db.models.deletion.CASCADE,
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
                                related_name="+",
                                to="sales.deal",
                            ),
                        ),
                        (
                            "assignee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("active", "going on"),
                                    ("paused", "paused"),
                                    ("stopped", "stopped"),
                                    ("finished", "finished"),
                                ],
                                default="active",
                                max_length=8,
                            ),
                        ),
                        (
                            "running_for",
                            models.CharField(blank=True, editable=False, max_length=32, null=True, unique=True),
                        ),
                        ("next_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ("active", "paused"))),
                                fields=["client"],
                                name="enrolment_running",
                            ),
                            models.Index(
                                condition=models.Q(("state", "active")), fields=["next_at"], name="enrolment_due"
                            ),
                            models.Index(fields=["version", "state"], name="enrolment_of_version"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SequenceStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="sales.sequenceversion",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("after_days", models.PositiveSmallIntegerField(default=0)),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("email", "E-mail"),
                                    ("messenger", "Messenger"),
                                    ("sms", "SMS"),
                                    ("call", "Call script"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="sales.messagetemplate",
                            ),
                        ),
                        ("purpose", models.CharField(blank=True, max_length=200)),
                    ],
                    options={
                        "ordering": ["version", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("version", "position"), name="sequence_step_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SequenceStop",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "enrolment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="stop", to="sales.enrolment"
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("reply", "the client answered"),
                                    ("refusal", "the client refused"),
                                    ("closed", "the deal is closed"),
                                    ("moved", "the deal went to another stage"),
                                    ("owner", "another leads the client"),
                                    ("opt_out", "the client asked not to be disturbed"),
                                    ("policy", "the contact policy forbids to go on"),
                                    ("merged", "two entries of the client were merged"),
                                    ("hand", "stopped by hand"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="stops",
                                to="sales.sequencestep",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=500)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="EnrolmentStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "enrolment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="sales.enrolment"
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="taken",
                                to="sales.sequencestep",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sales.task",
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
                        ("due_at", models.DateTimeField()),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["enrolment", "step__position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("enrolment", "step"), name="step_once_for_an_enrolment")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TimeBudget",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(unique=True)),
                        (
                            "segment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.segment"
                            ),
                        ),
                        ("minutes", models.PositiveSmallIntegerField()),
                    ],
                    options={
                        "ordering": ["position"],
                    },
                ),
                migrations.CreateModel(
                    name="Pin",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "deal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.deal"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "ordering": ["at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("by", "deal"), name="pin_once")],
                    },
                ),
            ],
        ),
    ]
