"""What the client base knows of deals: how many are open, how many stand without a step, when contact is due, what
was bought and when.

The columns stand on the client (floor 1) and are kept from here (floor 2), in the same transaction."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Min, Q, QuerySet

from vedu.clients.client import FOLLOWED, Client
from vedu.foundation.many_rows import chunked, update
from vedu.foundation.prepared import Prepared

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


def follow_deals(client: Client, deals: "type[Deal]") -> None:
    """Count this client's deals anew: a handful of rows, never the base."""
    facts = _by_client(_of_one(deals).rows(client.pk))
    client.follow_deals(**facts.get(client.pk, NO_DEALS))


def follow_deals_of(client_ids: Iterable[int], deals: "QuerySet[Deal]") -> None:
    """The same for many clients at once."""
    for ids in chunked(client_ids):
        facts = _by_client(_counted(deals.filter(client__in=ids)))
        clients = list(Client.objects.filter(pk__in=ids))
        for client in clients:
            client.reckon_deals(**facts.get(client.pk, NO_DEALS))
        rows = [(client.pk, *(getattr(client, column) for column in FOLLOWED)) for client in clients]
        update(Client, FOLLOWED, rows)


NO_DEALS: dict[str, Any] = {
    "open_deals": 0,
    "stepless_deals": 0,
    "norm_days": None,
    "newest_at": None,
    "deals_closed_at": None,
    "purchases": 0,
    "first_purchase_at": None,
    "last_purchase_at": None,
}


def _by_client(rows: Iterable[tuple[Any, ...]]) -> dict[int, dict[str, Any]]:
    return {client_id: dict(zip(NO_DEALS, facts, strict=True)) for client_id, *facts in rows}


def _counted(deals: "QuerySet[Deal]") -> "QuerySet[Deal, tuple[Any, ...]]":
    """For each client that has any its id, then what NO_DEALS names. A won deal is a purchase until payments exist."""
    is_open, is_won = Q(state="open"), Q(state="won")
    return (
        deals.order_by()
        .values_list("client")
        .annotate(
            open_deals=Count("pk", filter=is_open),
            stepless_deals=Count("pk", filter=is_open & Q(next_step_at=None)),
            norm_days=Min("pipeline__contact_norm_days", filter=is_open),
            newest_at=Max("opened_at", filter=is_open),
            deals_closed_at=Max("closed_at"),
            purchases=Count("pk", filter=is_won),
            first_purchase_at=Min("closed_at", filter=is_won),
            last_purchase_at=Max("closed_at", filter=is_won),
        )
    )


@cache
def _of_one(deals: "type[Deal]") -> Prepared:
    return Prepared(lambda client: _counted(deals.objects.filter(client=client)))
