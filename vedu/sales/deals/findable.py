"""What the one search box finds of a deal."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vedu.foundation.search.index import Entry, put

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


def refresh(deals: "Iterable[Deal]") -> None:
    """Write the search entries of these deals; their clients should be loaded."""
    put([_entry(deal) for deal in deals])


def _entry(deal: "Deal") -> Entry:
    return Entry(
        kind="deal",
        object_id=deal.pk,
        client_id=deal.client_id,
        owner_id=deal.owner_id,
        title=deal.name,
        detail=deal.client.name,
        words=[deal.client.name],
        touched_at=deal.closed_at or deal.opened_at,
        is_open=deal.is_open,
    )
