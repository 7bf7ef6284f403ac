"""What the open deals of clients are worth: for whoever decides on many clients at once."""

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Sum

from vedu.foundation.many_rows import chunked
from vedu.sales.deals.deal import Deal

Value = tuple[str, Decimal]


def open_values(client_ids: Iterable[int]) -> dict[int, list[Value]]:
    """Currency and sum for each client that has open deals; a query for each 900 clients."""
    found: dict[int, list[Value]] = {}
    for ids in chunked(client_ids):
        sums = Deal.objects.open().filter(client__in=ids).order_by().values_list("client", "currency")
        for client, currency, amount in sums.annotate(Sum("amount")):
            found.setdefault(client, []).append((currency, amount))
    return found
