"""A client changed hands: its open deals and tasks go with it (OWN-2, OWN-6)."""

from django.db import transaction

from vedu.foundation.events import Event
from vedu.sales.deals import totals
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task


def take_over(event: Event) -> None:
    """Listens to ``client.owner_changed``."""
    owner_id = event.data["owner"]
    with transaction.atomic():
        Task.objects.open().filter(client=event.client_id).exclude(assignee=owner_id).update(assignee=owner_id)
        for deal in Deal.objects.open().filter(client=event.client_id).exclude(owner=owner_id):
            _pass(deal, owner_id, event)


def _pass(deal: Deal, owner_id: int, event: Event) -> None:
    before = deal.owner_id
    with totals.following(deal):
        deal.owner_id = owner_id
        deal.save(update_fields=["owner"])
    deal.tell("deal.owner_changed", by=event.actor, at=event.at, owner=owner_id, before=before)
