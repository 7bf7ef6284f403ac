"""A client changed hands: its open deals and tasks go with it (OWN-2, OWN-6)."""

from django.db import transaction

from vedu.foundation.events import Event
from vedu.foundation.people.user import User
from vedu.sales.deals import totals
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task


def take_over(event: Event) -> None:
    """Listens to ``client.owner_changed``."""
    owner = User.objects.get(pk=event.data["owner"])
    with transaction.atomic():
        Task.objects.open().filter(client=event.client_id).exclude(assignee=owner).update(assignee=owner)
        for deal in Deal.objects.open().filter(client=event.client_id).exclude(owner=owner):
            _pass(deal, owner, event)


def _pass(deal: Deal, owner: User, event: Event) -> None:
    before = deal.owner_id
    with totals.following(deal):
        deal.owner = owner
        deal.save(update_fields=["owner"])
    deal.tell("deal.owner_changed", by=event.actor, at=event.at, owner=owner.pk, before=before)
