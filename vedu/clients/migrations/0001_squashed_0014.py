"""0001 to 0014 at once, for a new base: clients, imports, ownership, duplicates, consent."""

from decimal import Decimal

import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from vedu.foundation.create_models import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("clients", "0001_initial"),
        ("clients", "0002_owners"),
        ("clients", "0003_imports"),
        ("clients", "0004_import_notes"),
        ("clients", "0005_lately_touched"),
        ("clients", "0006_duplicates"),
        ("clients", "0007_consent"),
        ("clients", "0008_segments"),
        ("clients", "0009_hold"),
        ("clients", "0010_merging"),
        ("clients", "0011_assignment"),
        ("clients", "0012_base_kinds"),
        ("clients", "0013_preparation"),
        ("clients", "0014_fewer_indexes"),
    ]

    initial = True

    dependencies = [
        ("foundation", "0009_notice_choices"),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="BaseMonth",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("month", models.DateField()),
                        (
                            "owner",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("cold", "cold"),
                                    ("warm", "warm"),
                                    ("current", "current"),
                                    ("dormant", "dormant"),
                                    ("cooling", "cooling"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("came", models.IntegerField(default=0)),
                        ("left", models.IntegerField(default=0)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["month", "owner"], name="base_month")],
                    },
                ),
                migrations.CreateModel(
                    name="BaseNight",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField(unique=True)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("buyers", models.PositiveIntegerField(default=0)),
                        ("left_out", models.PositiveIntegerField(default=0)),
                        ("cuts", models.JSONField(default=dict)),
                    ],
                    options={
                        "ordering": ["-day"],
                    },
                ),
                migrations.CreateModel(
                    name="BriefRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("weights", models.JSONField(default=dict)),
                        ("ready_percent", models.PositiveSmallIntegerField(default=60)),
                        ("industry", models.CharField(blank=True, max_length=40)),
                    ],
                    options={
                        "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_brief_rule")],
                    },
                ),
                migrations.CreateModel(
                    name="ClaimLimit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("seller", "Seller"),
                                    ("caller", "Caller"),
                                    ("consultant", "Consultant"),
                                    ("head", "Head of sales"),
                                    ("owner", "Owner of the business"),
                                    ("accountant", "Accountant"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=16,
                                unique=True,
                            ),
                        ),
                        ("clients", models.PositiveIntegerField()),
                    ],
                ),
                migrations.CreateModel(
                    name="Competitor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=255)),
                        ("name_folded", models.CharField(editable=False, max_length=255, unique=True)),
                        ("about", models.TextField(blank=True)),
                        ("arguments", models.TextField(blank=True)),
                        ("is_archived", models.BooleanField(default=False)),
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
                        "ordering": ["name_folded"],
                    },
                ),
                migrations.CreateModel(
                    name="ConsentText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("offers", "offers and news"),
                                    ("work", "talks, a contract and its execution"),
                                    ("data", "processing of personal data"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("version", models.PositiveIntegerField()),
                        ("text", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("since", models.DateTimeField()),
                        ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["purpose", "-version"],
                        "constraints": [
                            models.UniqueConstraint(fields=("purpose", "version"), name="one_version_of_a_text")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DuplicateScan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "ordered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ordered_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("done", models.PositiveSmallIntegerField(default=0)),
                        ("clients", models.PositiveIntegerField(default=0)),
                        ("compared", models.PositiveIntegerField(default=0)),
                        ("found", models.PositiveIntegerField(default=0)),
                        ("decisions", models.PositiveIntegerField(default=0)),
                        ("failure", models.CharField(blank=True, max_length=500)),
                        ("model", models.JSONField(default=dict)),
                    ],
                    options={
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ExternalId",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("source", models.CharField(max_length=40)),
                        ("kind", models.CharField(max_length=10)),
                        ("external_id", models.CharField(max_length=200)),
                        ("object_id", models.BigIntegerField()),
                        ("digest", models.CharField(blank=True, max_length=32)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["kind", "object_id"], name="external_id_of_object")],
                        "constraints": [
                            models.UniqueConstraint(fields=("source", "external_id"), name="external_id_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("format", models.CharField(max_length=40)),
                        ("file_name", models.CharField(max_length=255)),
                        ("path", models.CharField(max_length=1000)),
                        ("mapping", models.JSONField(default=dict)),
                        ("survey", models.JSONField(default=dict)),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("mapping", "waits for your answers"),
                                    ("checking", "is being checked"),
                                    ("checked", "is checked, nothing is written yet"),
                                    ("running", "is running"),
                                    ("done", "is done"),
                                    ("failed", "stopped half-way"),
                                    ("undoing", "is being undone"),
                                    ("undone", "is undone"),
                                ],
                                default="mapping",
                                max_length=8,
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("started_at", models.DateTimeField(blank=True, null=True)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("beat_at", models.DateTimeField(blank=True, null=True)),
                        ("rows_total", models.PositiveIntegerField(default=0)),
                        ("rows_done", models.PositiveIntegerField(default=0)),
                        ("rows_read", models.PositiveIntegerField(default=0)),
                        ("new", models.PositiveIntegerField(default=0)),
                        ("existing", models.PositiveIntegerField(default=0)),
                        ("unchanged", models.PositiveIntegerField(default=0)),
                        ("refused", models.PositiveIntegerField(default=0)),
                        ("notes", models.JSONField(default=dict)),
                        (
                            "check_result",
                            models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder),
                        ),
                        ("failure", models.TextField(blank=True)),
                        ("event_mark", models.BigIntegerField(default=0)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "undone_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("kept", models.JSONField(default=list)),
                    ],
                    options={
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Reassignment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("why", models.CharField(max_length=500)),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("one", "to one person"),
                                    ("turns", "in turn"),
                                    ("load", "by load: the least loaded first"),
                                    ("territory", "by territory"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("chosen", models.CharField(max_length=255)),
                        ("language", models.CharField(blank=True, max_length=8)),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("running", "is being carried out"),
                                    ("done", "is carried out"),
                                    ("undoing", "is being taken back"),
                                    ("undone", "is taken back"),
                                ],
                                default="running",
                                max_length=7,
                            ),
                        ),
                        ("beat_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "undone_by",
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
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="RequestTerm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("access", "what do you know of me"),
                                    ("withdrawal", "I take my consent back"),
                                    ("erasure", "erase my data"),
                                ],
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("days", models.PositiveSmallIntegerField()),
                        ("is_working", models.BooleanField(help_text="Working days, by the official calendar")),
                    ],
                ),
                migrations.CreateModel(
                    name="RfmGroup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(unique=True)),
                        ("code", models.SlugField(max_length=16, unique=True)),
                        ("name", models.CharField(max_length=60)),
                        ("meaning", models.CharField(blank=True, max_length=200)),
                        ("recency_from", models.PositiveSmallIntegerField()),
                        ("recency_to", models.PositiveSmallIntegerField()),
                        ("value_from", models.PositiveSmallIntegerField()),
                        ("value_to", models.PositiveSmallIntegerField()),
                    ],
                    options={
                        "ordering": ["position"],
                    },
                ),
                migrations.CreateModel(
                    name="SalesPoint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, unique=True)),
                        ("address", models.CharField(blank=True, max_length=255)),
                        ("is_active", models.BooleanField(default=True)),
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
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Segment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, unique=True)),
                        ("about", models.CharField(blank=True, max_length=500)),
                        ("conditions", models.JSONField(default=list)),
                        ("is_icp", models.BooleanField(default=False)),
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
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Specialisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("name", models.CharField(max_length=60)),
                    ],
                    options={
                        "ordering": ["name"],
                        "indexes": [models.Index(fields=["name"], name="specialists")],
                        "constraints": [models.UniqueConstraint(fields=("person", "name"), name="specialisation_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Territory",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, unique=True)),
                        ("regions", models.JSONField(default=list, help_text="Russian region codes of two digits")),
                        ("cities", models.JSONField(default=list)),
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
                        ("people", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "verbose_name_plural": "territories",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="AssignmentRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("is_on", models.BooleanField(default=False)),
                        ("on_since", models.DateTimeField(blank=True, null=True)),
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
                        (
                            "territory",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="clients.territory",
                            ),
                        ),
                        ("sources", models.JSONField(default=list)),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("one", "to one person"),
                                    ("turns", "in turn"),
                                    ("load", "by load: the least loaded first"),
                                    ("territory", "by territory"),
                                ],
                                default="load",
                                max_length=9,
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
                        ("specialisation", models.CharField(blank=True, max_length=60)),
                        (
                            "last_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                        ("people", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Client",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("company", "Company"), ("entrepreneur", "Sole trader"), ("person", "Person")],
                                default="company",
                                max_length=12,
                            ),
                        ),
                        ("name", models.CharField(max_length=255)),
                        ("name_folded", models.CharField(db_index=True, editable=False, max_length=255)),
                        ("city", models.CharField(blank=True, max_length=120)),
                        ("region", models.CharField(blank=True, help_text="Russian region code", max_length=2)),
                        ("time_zone", models.CharField(blank=True, max_length=64)),
                        ("about", models.TextField(blank=True)),
                        ("source", models.CharField(blank=True, max_length=120)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="children",
                                to="clients.client",
                            ),
                        ),
                        (
                            "tie",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("company", "company of the holding"),
                                    ("branch", "branch"),
                                    ("dealer", "dealer"),
                                    ("outlet", "outlet"),
                                ],
                                max_length=7,
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
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("owner_since", models.DateTimeField(blank=True, null=True)),
                        ("open_deals", models.PositiveIntegerField(default=0)),
                        ("stepless_deals", models.PositiveIntegerField(default=0)),
                        ("last_touch_at", models.DateTimeField(blank=True, null=True)),
                        ("last_two_way_at", models.DateTimeField(blank=True, null=True)),
                        ("contact_norm_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("contact_due_at", models.DateTimeField(blank=True, null=True)),
                        ("deals_closed_at", models.DateTimeField(blank=True, null=True)),
                        ("purchases", models.PositiveIntegerField(default=0)),
                        ("first_purchase_at", models.DateTimeField(blank=True, null=True)),
                        ("last_purchase_at", models.DateTimeField(blank=True, null=True)),
                        ("bought", models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=20)),
                        ("refused_at", models.DateTimeField(blank=True, null=True)),
                        ("return_on", models.DateField(blank=True, null=True)),
                        (
                            "base_kind",
                            models.CharField(
                                choices=[
                                    ("cold", "cold"),
                                    ("warm", "warm"),
                                    ("current", "current"),
                                    ("dormant", "dormant"),
                                    ("cooling", "cooling"),
                                ],
                                default="cold",
                                max_length=8,
                            ),
                        ),
                        ("base_kind_since", models.DateTimeField(blank=True, null=True)),
                        (
                            "lifecycle",
                            models.CharField(
                                choices=[
                                    ("lead", "lead"),
                                    ("first", "first purchase"),
                                    ("repeat", "repeat"),
                                    ("regular", "regular"),
                                ],
                                default="lead",
                                max_length=7,
                            ),
                        ),
                        ("lifecycle_since", models.DateTimeField(blank=True, null=True)),
                        ("interval_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("interval_spread", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("rhythm_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("next_purchase_on", models.DateField(blank=True, null=True)),
                        ("rhythm_ends_at", models.DateTimeField(blank=True, null=True)),
                        ("rfm", models.CharField(blank=True, max_length=3, null=True)),
                        ("rfm_group", models.CharField(blank=True, max_length=16)),
                        ("hold_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("hold_until", models.DateTimeField(blank=True, null=True)),
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["owner", "name_folded"], name="client_of_owner"),
                            models.Index(fields=["owner", "open_deals", "contact_due_at"], name="client_in_work"),
                            models.Index(fields=["-created_at", "-id"], name="client_newest"),
                            models.Index(
                                condition=models.Q(("last_touch_at__isnull", False)),
                                fields=["-last_touch_at", "-id"],
                                name="client_lately_touched",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("hold_days__isnull", False), ("open_deals", 0), ("owner__isnull", False)
                                ),
                                fields=["hold_until"],
                                name="client_hold_ends",
                            ),
                            models.Index(
                                condition=models.Q(("parent__isnull", False)), fields=["parent"], name="client_below"
                            ),
                            models.Index(fields=["base_kind", "name_folded"], name="client_of_base_kind"),
                            models.Index(fields=["owner", "base_kind", "lifecycle"], name="client_kinds_of_owner"),
                            models.Index(
                                condition=models.Q(("base_kind_since__isnull", False)),
                                fields=["base_kind", "base_kind_since"],
                                name="client_turned",
                            ),
                            models.Index(
                                condition=models.Q(("lifecycle_since__isnull", False)),
                                fields=["lifecycle", "lifecycle_since"],
                                name="client_advanced",
                            ),
                            models.Index(
                                condition=models.Q(("rhythm_ends_at__isnull", False)),
                                fields=["base_kind", "rhythm_ends_at"],
                                name="client_rhythm_breaks",
                            ),
                            models.Index(
                                condition=models.Q(("return_on__isnull", False)),
                                fields=["base_kind", "return_on"],
                                name="client_return",
                            ),
                            models.Index(
                                condition=models.Q(("next_purchase_on__isnull", False)),
                                fields=["base_kind", "next_purchase_on"],
                                name="client_buys_again",
                            ),
                            models.Index(
                                condition=models.Q(("rfm__isnull", False)),
                                fields=["rfm", "owner"],
                                name="client_of_rfm",
                            ),
                            models.Index(
                                condition=models.Q(("last_purchase_at__isnull", False)),
                                fields=["id"],
                                name="client_who_bought",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HoldRule",
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
                        ("days", models.PositiveSmallIntegerField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["position"],
                    },
                ),
                migrations.CreateModel(
                    name="ImportBatch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "run",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="batches",
                                to="clients.importrun",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("created", models.JSONField(default=dict)),
                        (
                            "filled",
                            models.JSONField(default=list, encoder=django.core.serializers.json.DjangoJSONEncoder),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [models.UniqueConstraint(fields=("run", "number"), name="import_batch_once")],
                    },
                ),
                migrations.CreateModel(
                    name="RefusedRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "run",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="refused_rows",
                                to="clients.importrun",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("cells", models.JSONField()),
                        ("reasons", models.JSONField()),
                    ],
                    options={
                        "ordering": ["number"],
                        "indexes": [models.Index(fields=["run", "number"], name="refused_row_of_run")],
                    },
                ),
                migrations.CreateModel(
                    name="RhythmRule",
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
                        ("days", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "broken_after",
                            models.DecimalField(
                                decimal_places=1,
                                default=Decimal("1.5"),
                                max_digits=3,
                                validators=[django.core.validators.MinValueValidator(Decimal(1))],
                            ),
                        ),
                        ("fallback_days", models.PositiveSmallIntegerField(default=90)),
                        ("median_days", models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "ordering": ["position"],
                    },
                ),
                migrations.CreateModel(
                    name="BaseKindChange",
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
                        ("at", models.DateTimeField()),
                        ("is_reckoned", models.BooleanField(default=False)),
                        (
                            "before",
                            models.CharField(
                                choices=[
                                    ("cold", "cold"),
                                    ("warm", "warm"),
                                    ("current", "current"),
                                    ("dormant", "dormant"),
                                    ("cooling", "cooling"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("cold", "cold"),
                                    ("warm", "warm"),
                                    ("current", "current"),
                                    ("dormant", "dormant"),
                                    ("cooling", "cooling"),
                                ],
                                max_length=8,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["client", "-at"], name="kind_change_of_client"),
                            models.Index(fields=["at", "before", "kind", "client"], name="kind_change_by_time"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Brief",
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
                                on_delete=django.db.models.deletion.CASCADE, related_name="briefs", to="clients.client"
                            ),
                        ),
                        ("problem", models.TextField(blank=True)),
                        ("offer", models.TextField(blank=True)),
                        ("hook", models.TextField(blank=True)),
                        ("audit", models.TextField(blank=True)),
                        ("rivals", models.TextField(blank=True)),
                        ("icebreakers", models.TextField(blank=True)),
                        ("links", models.TextField(blank=True)),
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
                        "ordering": ["-at", "-pk"],
                        "indexes": [models.Index(fields=["client", "-at", "-id"], name="brief_of_client")],
                    },
                ),
                migrations.CreateModel(
                    name="Contact",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contacts",
                                to="clients.client",
                            ),
                        ),
                        ("name", models.CharField(max_length=255)),
                        ("name_folded", models.CharField(editable=False, max_length=255)),
                        ("job_title", models.CharField(blank=True, max_length=255)),
                        ("time_zone", models.CharField(blank=True, max_length=64)),
                        ("note", models.TextField(blank=True)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("erased_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Handover",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="handovers",
                                to="clients.client",
                            ),
                        ),
                        (
                            "giver",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "receiver",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("is_request", models.BooleanField()),
                        ("why", models.TextField()),
                        ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                        ("accepted", models.BooleanField(blank=True, null=True)),
                        ("answer", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["-asked_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("answered_at", None)),
                                fields=("client", "receiver"),
                                name="one_pending_handover",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LifecycleChange",
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
                        ("at", models.DateTimeField()),
                        ("is_reckoned", models.BooleanField(default=False)),
                        (
                            "before",
                            models.CharField(
                                choices=[
                                    ("lead", "lead"),
                                    ("first", "first purchase"),
                                    ("repeat", "repeat"),
                                    ("regular", "regular"),
                                ],
                                max_length=7,
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("lead", "lead"),
                                    ("first", "first purchase"),
                                    ("repeat", "repeat"),
                                    ("regular", "regular"),
                                ],
                                max_length=7,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["client", "-at"], name="life_change_of_client"),
                            models.Index(fields=["at", "before", "stage", "client"], name="life_change_by_time"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Merge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kept",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="clients.client",
                            ),
                        ),
                        ("gone_id", models.BigIntegerField(db_index=True)),
                        ("gone_name", models.CharField(max_length=255)),
                        ("why", models.TextField(blank=True)),
                        ("steps", models.JSONField(default=list)),
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
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "undone_by",
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
                        "ordering": ["-at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Ownership",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="ownerships",
                                to="clients.client",
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
                        ("from_at", models.DateTimeField()),
                        ("till_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("claim", "took it from the pool"),
                                    ("deal", "opened a deal"),
                                    ("handover", "was handed it over"),
                                    ("decision", "by the head's decision"),
                                    ("import", "came with an import"),
                                    ("rule", "by an assignment rule"),
                                    ("undo", "given back: a reassignment was undone"),
                                ],
                                max_length=8,
                            ),
                        ),
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
                        ("ended_why", models.TextField(blank=True)),
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
                        "ordering": ["-from_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("till_at", None)), fields=("client",), name="one_owner_at_a_time"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProbablePair",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "left",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="clients.client",
                            ),
                        ),
                        (
                            "right",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="clients.client",
                            ),
                        ),
                        ("score", models.FloatField()),
                        ("reasons", models.JSONField(default=list)),
                        ("evidence", models.JSONField(default=dict)),
                        ("found_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "decision",
                            models.CharField(
                                blank=True, choices=[("same", "The same"), ("different", "Different")], max_length=9
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
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("why", models.TextField(blank=True)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["decision", "-score", "id"], name="probable_pair_queue")],
                        "constraints": [
                            models.UniqueConstraint(fields=("left", "right"), name="one_pair_of_two_clients"),
                            models.CheckConstraint(
                                condition=models.Q(("left__lt", models.F("right"))), name="pair_in_order"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Requisites",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "client",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="requisites",
                                to="clients.client",
                            ),
                        ),
                        ("legal_name", models.CharField(blank=True, max_length=500)),
                        ("inn", models.CharField(blank=True, db_index=True, max_length=12)),
                        ("kpp", models.CharField(blank=True, max_length=9)),
                        ("ogrn", models.CharField(blank=True, max_length=15)),
                        ("address", models.CharField(blank=True, max_length=500)),
                        ("account", models.CharField(blank=True, max_length=20)),
                        ("bik", models.CharField(blank=True, max_length=9)),
                        ("bank", models.CharField(blank=True, max_length=255)),
                        ("correspondent_account", models.CharField(blank=True, max_length=20)),
                        ("checked_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name_plural": "requisites",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("inn", ""), _negated=True),
                                fields=("inn", "kpp"),
                                name="one_client_per_inn_and_kpp",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Supply",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="supplies",
                                to="clients.client",
                            ),
                        ),
                        (
                            "competitor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="supplies",
                                to="clients.competitor",
                            ),
                        ),
                        ("name", models.CharField(max_length=255)),
                        ("name_folded", models.CharField(editable=False, max_length=255)),
                        ("is_main", models.BooleanField(default=False)),
                        ("since_on", models.DateField(blank=True, null=True)),
                        (
                            "mood",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "not known"),
                                    ("content", "content"),
                                    ("mixed", "not with everything"),
                                    ("unhappy", "unhappy"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("likes", models.CharField(blank=True, max_length=500)),
                        ("dislikes", models.CharField(blank=True, max_length=500)),
                        ("remark", models.TextField(blank=True)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        ("ended_why", models.CharField(blank=True, max_length=500)),
                    ],
                    options={
                        "verbose_name_plural": "supplies",
                        "ordering": ["-is_main", "-at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("ended_at", None)),
                                fields=["competitor", "client"],
                                name="supply_present",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("client", "name_folded"),
                                name="one_word_per_supplier",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None), ("is_main", True)),
                                fields=("client",),
                                name="one_main_supplier",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consents",
                                to="clients.client",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consents",
                                to="clients.contact",
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("consent", "consent"),
                                    ("contract", "a contract"),
                                    ("request", "the client's own request"),
                                    ("public", "a public official channel"),
                                ],
                                default="consent",
                                max_length=8,
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("offers", "offers and news"),
                                    ("work", "talks, a contract and its execution"),
                                    ("data", "processing of personal data"),
                                ],
                                max_length=8,
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
                            "text",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents",
                                to="clients.consenttext",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("paper", "on paper"),
                                    ("form", "in a web form"),
                                    ("written", "in a letter or a message"),
                                    ("spoken", "aloud"),
                                    ("document", "in a contract"),
                                    ("import", "came with an import"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=500)),
                        ("given_at", models.DateTimeField()),
                        ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["-given_at", "-pk"],
                        "indexes": [models.Index(fields=["client", "contact"], name="consent_of_subject")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ground", "consent"), ("text__isnull", False)),
                                    models.Q(models.Q(("ground", "consent"), _negated=True), ("text", None)),
                                    _connector="OR",
                                ),
                                name="consent_names_its_text",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactPoint",
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
                                on_delete=django.db.models.deletion.CASCADE, related_name="points", to="clients.client"
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="points",
                                to="clients.contact",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("phone", "Phone"),
                                    ("email", "E-mail"),
                                    ("messenger", "Messenger"),
                                    ("social", "Social network"),
                                    ("site", "Web site"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("value", models.CharField(max_length=255)),
                        ("extension", models.CharField(blank=True, max_length=16)),
                        ("typed", models.CharField(blank=True, max_length=255)),
                        (
                            "network",
                            models.CharField(blank=True, help_text="Which messenger or network", max_length=32),
                        ),
                        (
                            "is_official",
                            models.BooleanField(default=True, help_text="The company's channel, not the person's own"),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["kind", "value"], name="contact_point_value")],
                    },
                ),
                migrations.CreateModel(
                    name="OptOut",
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="opt_outs",
                                to="clients.client",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="opt_outs",
                                to="clients.contact",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("phone", "Phone"),
                                    ("email", "E-mail"),
                                    ("messenger", "Messenger"),
                                    ("social", "Social network"),
                                    ("site", "Web site"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("value", models.CharField(blank=True, db_index=True, max_length=255)),
                        ("digest", models.CharField(blank=True, db_index=True, max_length=64)),
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
                        ("lifted_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                        "indexes": [models.Index(fields=["client", "contact"], name="opt_out_of_subject")],
                    },
                ),
                migrations.CreateModel(
                    name="ReassignmentRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "reassignment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="clients.reassignment",
                            ),
                        ),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
                            ),
                        ),
                        (
                            "before",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "after",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ownership",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="clients.ownership",
                            ),
                        ),
                        ("mark", models.BigIntegerField(default=0)),
                        ("refused", models.CharField(blank=True, max_length=500)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("kept", models.CharField(blank=True, max_length=500)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("reassignment", "client"), name="client_reassigned_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SubjectRequest",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="subject_requests",
                                to="clients.client",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="subject_requests",
                                to="clients.contact",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("access", "what do you know of me"),
                                    ("withdrawal", "I take my consent back"),
                                    ("erasure", "erase my data"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("words", models.TextField(blank=True)),
                        ("received_at", models.DateTimeField()),
                        ("due_on", models.DateField()),
                        (
                            "recorded_by",
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
                    ],
                    options={
                        "ordering": ["due_on", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("done_at", None)),
                                fields=["due_on", "id"],
                                name="subject_request_open",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ErasureAct",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="erasure_acts",
                                to="clients.client",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="erasure_acts",
                                to="clients.contact",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="clients.subjectrequest",
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("request", "the person asked to erase"),
                                    ("withdrawal", "consent was withdrawn"),
                                    ("purpose", "the data are needed no more"),
                                    ("unlawful", "there was no ground to keep them"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("why", models.TextField(blank=True)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("categories", models.JSONField(default=list)),
                        ("kept", models.JSONField(default=list)),
                        ("log", models.JSONField(default=list)),
                        ("log_sha256", models.CharField(max_length=64)),
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Lifting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "opt_out",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="liftings",
                                to="clients.optout",
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
                        ("why", models.TextField()),
                    ],
                ),
                migrations.CreateModel(
                    name="Withdrawal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "consent",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="withdrawal",
                                to="clients.consent",
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
                ),
            ],
        ),
    ]
