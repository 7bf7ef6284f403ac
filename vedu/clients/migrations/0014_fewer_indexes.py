"""Two indexes that every new client cost and no question used: others begin with the owner, and nobody asks for the
one who entered. Dropped by name, for AlterField would make SQLite's table anew."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

COLUMNS = ("owner", "created_by")


def drop(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    client = apps.get_model("clients", "Client")
    for column in COLUMNS:
        for name in schema_editor._constraint_names(client, [f"{column}_id"], index=True):
            schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(name)}")


def make(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    client = apps.get_model("clients", "Client")
    for column in COLUMNS:
        schema_editor.execute(schema_editor._create_index_sql(client, fields=[client._meta.get_field(column)]))


def people(**options: Any) -> Any:
    return models.ForeignKey(
        db_index=False,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
        **options,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0013_preparation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(drop, make)],
            state_operations=[
                migrations.AlterField("client", "created_by", people()),
                migrations.AlterField("client", "owner", people(blank=True)),
            ],
        )
    ]
