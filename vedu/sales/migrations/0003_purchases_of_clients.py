"""The client now keeps when its deals were closed and what it bought: reckoned from the deals that are there."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Count, Max, Min, Q

CHUNK = 1000


def reckon(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    client_model, deal_model = apps.get_model("clients", "Client"), apps.get_model("sales", "Deal")
    closed = (
        deal_model.objects.filter(closed_at__isnull=False)
        .order_by("client")
        .values("client")
        .annotate(
            deals_closed_at=Max("closed_at"),
            purchases=Count("pk", filter=Q(state="won")),
            first_purchase_at=Min("closed_at", filter=Q(state="won")),
            last_purchase_at=Max("closed_at", filter=Q(state="won")),
        )
    )
    rows = [client_model(pk=facts.pop("client"), **facts) for facts in closed.iterator(chunk_size=CHUNK)]
    columns = ["deals_closed_at", "purchases", "first_purchase_at", "last_purchase_at"]
    client_model.objects.bulk_update(rows, columns, batch_size=CHUNK)


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0009_hold"),
        ("sales", "0002_open_tasks_by_deadline"),
    ]

    operations = [migrations.RunPython(reckon, migrations.RunPython.noop)]
