"""0001 to 0016 at once, for a new base: deals, talk, the catalogue, inquiries, business events and visits."""

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
        ("sales", "0008_playbooks"),
        ("sales", "0009_retired_stages"),
        ("sales", "0010_catalogue"),
        ("sales", "0011_objection_library"),
        ("sales", "0012_first_replies"),
        ("sales", "0013_buying_signals"),
        ("sales", "0014_checklists"),
        ("sales", "0015_inquiries"),
        ("sales", "0016_events_and_visits"),
    ]

    initial = True

    dependencies = [
        ("clients", "0001_squashed_0014"),
        ("foundation", "0001_squashed_0007"),
    ]

    operations = [
        migrations.CreateModel(
            name="Category",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=255)),
                ("sku", models.CharField(blank=True, max_length=64)),
                ("unit", models.CharField(blank=True, max_length=20)),
                ("about", models.TextField(blank=True)),
                ("price", models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True)),
                ("currency", models.CharField(default="RUB", max_length=3)),
                ("review_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("is_withdrawn", models.BooleanField(default=False)),
                ("knowledge_version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("name_folded", models.CharField(editable=False, max_length=255)),
                ("sku_folded", models.CharField(blank=True, editable=False, max_length=64)),
                ("has_check", models.BooleanField(default=False)),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                ("review_due_on", models.DateField(blank=True, null=True)),
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
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
                ("problem", models.TextField()),
                ("feature", models.CharField(blank=True, max_length=255)),
                ("advantage", models.TextField(blank=True)),
                ("benefit", models.TextField()),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="benefits", to="sales.product"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
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
            name="Rebuttal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            name="BusinessEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("counts_from", models.DateTimeField()),
                ("counts_until", models.DateTimeField()),
                (
                    "organizer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                ("position", models.PositiveSmallIntegerField()),
                ("purpose", models.CharField(blank=True, max_length=300)),
                ("guidance", models.TextField(blank=True)),
                ("day_norm", models.PositiveSmallIntegerField(default=7)),
                ("chance", models.PositiveSmallIntegerField(default=10)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
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
                    models.UniqueConstraint(
                        condition=models.Q(("retired_at", None)), fields=("pipeline", "position"), name="stage_place"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("retired_at", None)), fields=("pipeline", "name"), name="stage_name"
                    ),
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
                ("signal_strength", models.FloatField(blank=True, null=True)),
                ("signals_at", models.DateTimeField(blank=True, null=True)),
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
            name="EventDeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "deal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.deal"
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
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="EventParticipant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("event", "person"), name="participant_once")],
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
            name="Inquiry",
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
                ("words", models.TextField(blank=True)),
                ("is_here", models.BooleanField(default=True)),
                ("came_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                ("seconds", models.PositiveIntegerField(blank=True, null=True)),
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
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    "task",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="sales.task",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "inquiries",
                "ordering": ["-came_at", "-pk"],
                "indexes": [
                    models.Index(condition=models.Q(("answered_at", None)), fields=["due_at"], name="inquiry_waiting"),
                    models.Index(
                        condition=models.Q(("is_here", False)), fields=["came_at"], name="inquiry_came_by_itself"
                    ),
                ],
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
                ("cause", models.TextField(blank=True)),
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
            name="Playbook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            ],
        ),
        migrations.CreateModel(
            name="PlaybookUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                (
                    "playbook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="sales.playbook"
                    ),
                ),
            ],
            options={
                "ordering": ["playbook", "number"],
                "constraints": [models.UniqueConstraint(fields=("playbook", "number"), name="playbook_version_once")],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "deal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="sales.deal"
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
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.playbookversion"
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="checks", to="sales.product"
                    ),
                ),
            ],
            options={
                "ordering": ["product", "number"],
                "constraints": [models.UniqueConstraint(fields=("product", "number"), name="check_version_once")],
            },
        ),
        migrations.CreateModel(
            name="InquiryItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
                ("doubt", models.TextField()),
                ("answer", models.TextField()),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="doubts", to="sales.product"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DealProduct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("presented_at", models.DateTimeField(blank=True, null=True)),
                ("override_reason", models.CharField(blank=True, max_length=500)),
                (
                    "deal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="products", to="sales.deal"
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
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.product"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("deal", "product"), name="product_once_on_a_deal")],
            },
        ),
        migrations.CreateModel(
            name="DealArgument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("used_at", models.DateTimeField(blank=True, null=True)),
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
                    "chosen_by",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="arguments", to="sales.deal"
                    ),
                ),
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
                    "product",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sales.product",
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
                ("ours", models.TextField(blank=True)),
                ("theirs", models.TextField(blank=True)),
                (
                    "competitor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="clients.competitor"
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="comparisons", to="sales.product"
                    ),
                ),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answers", models.JSONField(default=list)),
                ("right", models.PositiveSmallIntegerField()),
                ("is_passed", models.BooleanField()),
                ("knowledge_version", models.PositiveIntegerField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "check_asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attempts", to="sales.knowledgecheck"
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attempts", to="sales.product"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["product", "person", "-at"], name="attempt_of_person")],
            },
        ),
        migrations.CreateModel(
            name="ProductProperty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
                ("name", models.CharField(max_length=255)),
                ("value", models.CharField(max_length=255)),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="properties", to="sales.product"
                    ),
                ),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="sales.product"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Proof",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("fact", "fact"), ("case", "case"), ("review", "review")], default="fact", max_length=6
                    ),
                ),
                ("text", models.TextField()),
                ("link", models.CharField(blank=True, max_length=500)),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proofs", to="sales.product"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "abstract": False,
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
                    "rebuttal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="sales.rebuttal"
                    ),
                ),
            ],
            options={
                "ordering": ["rebuttal", "number"],
                "constraints": [models.UniqueConstraint(fields=("rebuttal", "number"), name="rebuttal_version_once")],
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
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sales.deal"),
                ),
                (
                    "objection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="replies", to="sales.objection"
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("weight", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("unmarked_at", models.DateTimeField(blank=True, null=True)),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="signal_marks", to="sales.deal"
                    ),
                ),
                (
                    "signal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sales.buyingsignal"
                    ),
                ),
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("seconds", models.PositiveBigIntegerField(default=0)),
                ("is_backward", models.BooleanField(default=False)),
                (
                    "cause",
                    models.CharField(blank=True, choices=[("stage_deleted", "the stage was deleted")], max_length=16),
                ),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="objection_actions", to="sales.deal"
                    ),
                ),
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
                    "task",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="sales.task"
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
            name="FilledChecklist",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                (
                    "touch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="checklists", to="sales.touch"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["seller", "at"], name="filling_of_seller")],
                "constraints": [models.UniqueConstraint(fields=("touch", "checklist"), name="one_filling_of_a_talk")],
            },
        ),
        migrations.CreateModel(
            name="Encounter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("company", models.CharField(blank=True, max_length=255)),
                ("person", models.CharField(blank=True, max_length=255)),
                ("job_title", models.CharField(blank=True, max_length=255)),
                ("phone", models.CharField(blank=True, max_length=64)),
                ("email", models.CharField(blank=True, max_length=255)),
                ("why", models.TextField(blank=True)),
                ("offer", models.TextField(blank=True)),
                ("is_planned", models.BooleanField(default=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                    "assignee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="encounters", to="sales.businessevent"
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
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
                    "visit_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="visits", to="sales.visitlist"
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
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stem", models.CharField(max_length=40)),
                ("in_problem", models.BooleanField(default=False)),
                (
                    "benefit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="words", to="sales.benefit"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["stem", "benefit"], name="benefit_by_word")],
                "constraints": [models.UniqueConstraint(fields=("benefit", "stem"), name="benefit_word_once")],
            },
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
            model_name="deal",
            name="next_step",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="sales.task"
            ),
        ),
    ]
