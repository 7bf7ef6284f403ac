"""New rows are taken into the index of parts of words by whoever adds them, many at once, not one by one by a trigger."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vedu.foundation.search.schema import NAMES, NOTES


def drop_triggers(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for shelf in (NAMES, NOTES):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {shelf.parts}_insert")


def make_triggers(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for table, parts in ((shelf.table, shelf.parts) for shelf in (NAMES, NOTES)):
            schema_editor.execute(
                f"""CREATE TRIGGER {parts}_insert AFTER INSERT ON {table} BEGIN
                    INSERT INTO {parts}(rowid, text) VALUES (new.id, new.text);
                END"""
            )


class Migration(migrations.Migration):
    dependencies = [("foundation", "0006_search_notes")]
    operations = [
        migrations.AlterModelOptions("searchentry", {"base_manager_name": "objects"}),
        migrations.AlterModelOptions("searchnote", {"base_manager_name": "objects"}),
        migrations.RunPython(drop_triggers, make_triggers),
    ]
