"""A client changed hands: its open deals and tasks go with it (OWN-2, OWN-6)."""

from django.db import transaction

from vedu.foundation.events import Event
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.prepared_update import PreparedUpdate
from vedu.sales.deals import totals
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task


def take_over(event: Event) -> None:
    """Listens to ``client.owner_changed``."""
    owner_id = event.data["owner"]
    with transaction.atomic(savepoint=False):
        _TASKS.run(event.client_id, owner_id)
        for deal in _DEALS.objects(event.client_id, owner_id):
            _pass(deal, owner_id, event)


_TASKS = PreparedUpdate(
    lambda client, owner: (Task.objects.open().filter(client=client).exclude(assignee=owner), {"assignee_id": owner}),
    ids=2,
)
_DEALS = PreparedObjects(lambda client, owner: Deal.objects.open().filter(client=client).exclude(owner=owner), ids=2)


def _pass(deal: Deal, owner_id: int, event: Event) -> None:
    before = deal.owner_id
    with totals.following(deal):
        deal.owner_id = owner_id
        deal.save(update_fields=["owner"])
    deal.tell("deal.owner_changed", by=event.actor, at=event.at, owner=owner_id, before=before)
