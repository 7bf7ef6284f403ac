"""Sessions know whose they are: the person is read with his session by one query. Who has signed in stays so."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import migrations, models

AT_ONCE = 1_000


def move(apps: Any, _schema_editor: Any) -> None:
    old, new = apps.get_model("sessions", "Session"), apps.get_model("foundation", "Session")
    people = set(apps.get_model("foundation", "User").objects.values_list("pk", flat=True))
    for row in old.objects.iterator(AT_ONCE):
        person = int(SessionStore().decode(row.session_data).get(SESSION_KEY, 0))
        new.objects.create(person_id=person if person in people else None, **_facts(row))
    old.objects.all().delete()


def move_back(apps: Any, _schema_editor: Any) -> None:
    old, new = apps.get_model("sessions", "Session"), apps.get_model("foundation", "Session")
    old.objects.bulk_create((old(**_facts(row)) for row in new.objects.iterator(AT_ONCE)), AT_ONCE)


def _facts(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("session_key", "session_data", "expire_date")}


class Migration(migrations.Migration):
    dependencies = [("foundation", "0007_new_rows_taken_in"), ("sessions", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "session_key",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key"),
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
            options={"verbose_name": "session", "verbose_name_plural": "sessions", "abstract": False},
        ),
        migrations.RunPython(move, move_back),
    ]
