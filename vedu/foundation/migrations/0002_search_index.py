"""The index of parts of words for the search box."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vedu.foundation.search import schema


def create(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema.create(schema_editor)


def drop(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema.drop(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
