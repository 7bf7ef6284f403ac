"""What the client base knows of deals: how many are open, how many stand without a step, when contact is due.

The columns stand on the client (floor 1) and are kept from here (floor 2), in the same transaction."""

from typing import TYPE_CHECKING

from django.db.models import Count, Max, Min, Q, QuerySet

from vedu.clients.client import Client

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


def follow_deals(client: Client, deals: "QuerySet[Deal]") -> None:
    """Count this client's open deals anew: a handful of rows, never the base."""
    facts = deals.filter(client=client.pk, state="open").aggregate(
        open_deals=Count("pk"),
        stepless_deals=Count("pk", filter=Q(next_step_at=None)),
        norm_days=Min("pipeline__contact_norm_days"),
        newest_at=Max("opened_at"),
    )
    client.follow_deals(**facts)
