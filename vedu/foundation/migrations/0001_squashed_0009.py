"""0001 to 0009 at once, for a new base: people, events, search."""

from typing import Any

import django.contrib.auth.validators
import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import vedu.foundation.people.user
from vedu.foundation.create_models import CreateModels
from vedu.foundation.search import schema


def create_index(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for shelf in (schema.NAMES, schema.NOTES):
        schema.create(schema_editor, shelf)


def drop_index(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for shelf in (schema.NAMES, schema.NOTES):
        schema.drop(schema_editor, shelf)


class Migration(migrations.Migration):
    replaces = [
        ("foundation", "0001_initial"),
        ("foundation", "0002_search_index"),
        ("foundation", "0003_installation"),
        ("foundation", "0004_notices_calendar"),
        ("foundation", "0005_absences"),
        ("foundation", "0006_search_notes"),
        ("foundation", "0007_new_rows_taken_in"),
        ("foundation", "0008_sessions"),
        ("foundation", "0009_notice_choices"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="CalendarDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField(unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("off", "day off"), ("working", "working day"), ("short", "short day")],
                                max_length=7,
                            ),
                        ),
                        ("why", models.CharField(blank=True, max_length=200)),
                    ],
                    options={
                        "ordering": ["day"],
                    },
                ),
                migrations.CreateModel(
                    name="Installation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("language", models.CharField(max_length=2)),
                        ("time_zone", models.CharField(max_length=64)),
                        ("business", models.CharField(blank=True, max_length=40)),
                        ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_installation")],
                    },
                ),
                migrations.CreateModel(
                    name="SearchEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=10)),
                        ("object_id", models.BigIntegerField()),
                        ("client_id", models.BigIntegerField(null=True)),
                        ("owner_id", models.BigIntegerField(null=True)),
                        ("title", models.TextField()),
                        ("detail", models.TextField()),
                        ("text", models.TextField()),
                        ("title_folded", models.TextField()),
                        ("touched_at", models.DateTimeField()),
                        ("is_open", models.BooleanField(default=True)),
                    ],
                    options={
                        "abstract": False,
                        "base_manager_name": "objects",
                        "indexes": [
                            models.Index(fields=["client_id"], name="search_of_client"),
                            models.Index(fields=["owner_id", "touched_at"], name="search_of_owner"),
                            models.Index(
                                fields=["title_folded"], name="search_by_title", opclasses=["text_pattern_ops"]
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("kind", "object_id"), name="search_entry_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SearchNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=10)),
                        ("object_id", models.BigIntegerField()),
                        ("client_id", models.BigIntegerField(null=True)),
                        ("owner_id", models.BigIntegerField(null=True)),
                        ("title", models.TextField()),
                        ("detail", models.TextField()),
                        ("text", models.TextField()),
                        ("title_folded", models.TextField()),
                        ("touched_at", models.DateTimeField()),
                        ("is_open", models.BooleanField(default=True)),
                    ],
                    options={
                        "abstract": False,
                        "base_manager_name": "objects",
                        "indexes": [
                            models.Index(fields=["client_id"], name="search_note_of_client"),
                            models.Index(fields=["owner_id", "touched_at"], name="search_note_of_owner"),
                        ],
                        "constraints": [models.UniqueConstraint(fields=("kind", "object_id"), name="search_note_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Team",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="foundation.team",
                            ),
                        ),
                        ("path", models.CharField(db_index=True, default="", editable=False, max_length=255)),
                    ],
                    options={
                        "ordering": ["path"],
                    },
                ),
                migrations.CreateModel(
                    name="User",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "username",
                            models.CharField(
                                error_messages={"unique": "A user with that username already exists."},
                                help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                                max_length=150,
                                unique=True,
                                validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                                verbose_name="username",
                            ),
                        ),
                        ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                        ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                        (
                            "is_staff",
                            models.BooleanField(
                                default=False,
                                help_text="Designates whether the user can log into this admin site.",
                                verbose_name="staff status",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                                verbose_name="active",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                        ),
                        ("patronymic", models.CharField(blank=True, max_length=120)),
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
                                default="seller",
                                max_length=16,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="foundation.team",
                            ),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                blank=True, choices=[("own", "own"), ("team", "team"), ("all", "all")], max_length=4
                            ),
                        ),
                        ("language", models.CharField(blank=True, max_length=2)),
                        ("time_zone", models.CharField(blank=True, max_length=64)),
                        (
                            "theme",
                            models.CharField(
                                blank=True,
                                choices=[("", "As in the system"), ("light", "Light"), ("dark", "Dark")],
                                max_length=5,
                            ),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "user",
                        "verbose_name_plural": "users",
                        "abstract": False,
                    },
                    managers=[
                        ("objects", vedu.foundation.people.user.Users()),
                    ],
                ),
                migrations.CreateModel(
                    name="ApiToken",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tokens",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Absence",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="absences",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "substitute",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="substitutions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("vacation", "vacation"),
                                    ("illness", "illness"),
                                    ("trip", "business trip"),
                                    ("other", "away"),
                                ],
                                default="vacation",
                                max_length=8,
                            ),
                        ),
                        ("from_on", models.DateField()),
                        ("till_on", models.DateField(blank=True, null=True)),
                        ("why", models.CharField(blank=True, max_length=500)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
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
                        ("from_at", models.DateTimeField()),
                        ("till_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["from_at", "pk"],
                        "indexes": [
                            models.Index(fields=["person", "till_at"], name="absence_of_person"),
                            models.Index(fields=["substitute", "till_at"], name="absence_of_substitute"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("person", models.F("substitute")), _negated=True),
                                name="nobody_replaces_himself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("till_on", None), ("till_on__gte", models.F("from_on")), _connector="OR"
                                ),
                                name="absence_has_days",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Event",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("kind", models.CharField(max_length=40)),
                        (
                            "actor",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("client_id", models.BigIntegerField(null=True)),
                        ("deal_id", models.BigIntegerField(null=True)),
                        (
                            "data",
                            models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["client_id", "-at", "-id"], name="event_of_client"),
                            models.Index(fields=["deal_id", "-at", "-id"], name="event_of_deal"),
                            models.Index(fields=["actor", "-at"], name="event_by_actor"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeptReply",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("key", models.CharField(max_length=200)),
                        ("fingerprint", models.CharField(max_length=64)),
                        ("status", models.PositiveSmallIntegerField()),
                        ("body", models.BinaryField()),
                        ("created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("user", "key"), name="kept_reply_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Notice",
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
                        ("kind", models.CharField(max_length=40)),
                        ("key", models.CharField(max_length=120)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "data",
                            models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder),
                        ),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("read_at", None)), fields=["person", "-at"], name="notice_unread"
                            ),
                            models.Index(fields=["person", "-at", "-id"], name="notice_of_person"),
                        ],
                        "constraints": [models.UniqueConstraint(fields=("person", "kind", "key"), name="notice_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Session",
                    fields=[
                        (
                            "session_key",
                            models.CharField(
                                max_length=40, primary_key=True, serialize=False, verbose_name="session key"
                            ),
                        ),
                        ("session_data", models.TextField(verbose_name="session data")),
                        ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                        (
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "session",
                        "verbose_name_plural": "sessions",
                        "abstract": False,
                    },
                ),
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
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="feed_address",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                ),
                migrations.CreateModel(
                    name="Delivery",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "notice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="foundation.notice"
                            ),
                        ),
                        (
                            "way",
                            models.CharField(choices=[("email", "E-mail"), ("telegram", "Telegram")], max_length=8),
                        ),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("next_try_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("error", models.CharField(blank=True, max_length=300)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("given_up_at", models.DateTimeField(blank=True, null=True)),
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
            ],
        ),
        migrations.RunPython(create_index, drop_index),
    ]
