"""The shelf of notes, with the index of parts of words (BASE-6)."""

from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vedu.foundation.search import schema


def create(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema.create(schema_editor, schema.NOTES)


def drop(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema.drop(schema_editor, schema.NOTES)


class Migration(migrations.Migration):
    dependencies = [
        ("foundation", "0005_absences"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                "indexes": [
                    models.Index(fields=["client_id"], name="search_note_of_client"),
                    models.Index(fields=["owner_id", "touched_at"], name="search_note_of_owner"),
                ],
                "constraints": [models.UniqueConstraint(fields=("kind", "object_id"), name="search_note_once")],
            },
        ),
        migrations.RunPython(create, drop),
    ]
