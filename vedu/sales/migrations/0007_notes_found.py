"""What was written before can be found too: the words of touches and notes go to the shelf of notes."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vedu.foundation.search import schema
from vedu.foundation.values.fold import fold

BATCH, SHOWN, LONGEST = 2000, 1000, 4000


def fill(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    events = apps.get_model("foundation", "Event").objects.filter(kind__in=["touch.logged", "note.written"])
    remaining = events.order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(remaining, BATCH)):
        apps.get_model("foundation", "SearchNote").objects.bulk_create(notes(apps, batch), ignore_conflicts=True)
    schema.refill(schema_editor, schema.NOTES)


def notes(apps: Any, events: Sequence[Any]) -> list[Any]:
    note = apps.get_model("foundation", "SearchNote")
    clients = apps.get_model("clients", "Client").objects.filter(pk__in={event.client_id for event in events})
    owners = dict(clients.values_list("pk", "owner_id"))
    touches = apps.get_model("sales", "Touch").objects.filter(pk__in=[event.data.get("touch", 0) for event in events])
    texts = dict(touches.values_list("pk", "text"))
    return [
        note(
            kind="note",
            object_id=event.pk,
            client_id=event.client_id,
            owner_id=owners[event.client_id],
            title=words[:SHOWN],
            text=f"#no {fold(words)}"[:LONGEST],
            touched_at=event.at,
        )
        for event in events
        if event.client_id in owners
        and (words := " ".join((texts.get(event.data.get("touch")) or event.data.get("text", "")).split()))
    ]


def leave(_apps: Any, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The shelf itself goes with its own migration."""


class Migration(migrations.Migration):
    dependencies = [
        ("sales", "0006_sales_points"),
        ("clients", "0013_preparation"),
        ("foundation", "0006_search_notes"),
    ]
    operations = [migrations.RunPython(fill, leave)]
