"""What the client base knows of deals: how many are open, how many stand without a step, when contact is due, what
was bought and refused, and when.

The columns stand on the client (floor 1) and are kept from here (floor 2), in the same transaction."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Max, Min, Q, QuerySet, Sum
from django.utils import timezone

from vedu.clients.client import FOLLOWED, Client
from vedu.clients.kinds.rhythm import Rhythm, rhythm_of
from vedu.clients.kinds.rhythm_rule import usual_of
from vedu.foundation.many_rows import chunked, update
from vedu.foundation.people.installation import main_currency
from vedu.foundation.prepared import Prepared
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.refusal_reason import RefusalGroup

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal

# Nobody was there to refuse.
NO_REFUSALS = (RefusalGroup.CONTACT, RefusalGroup.OFF_TARGET)
# While these stay, nothing was closed; one that is reopened may leave them as they were.
TURNS = ("deals_closed_at", "purchases", "last_purchase_at")


def follow_deals(client: Client, deals: "type[Deal]", *, turned: bool = False) -> None:
    """Count this client's deals anew: a handful of rows, never the base. ``turned``: one was closed or reopened."""
    currency = main_currency()
    facts = _by_client(_of_one(deals, currency).rows(client.pk)).get(client.pk, NO_DEALS)
    if turned or any(getattr(client, name) != facts[name] for name in TURNS):
        facts = facts | _refusals(client) | _rhythm(client, deals)
    client.follow_deals(**facts)


def follow_deals_of(client_ids: Iterable[int], deals: "QuerySet[Deal]") -> None:
    """The same for many clients at once; what it makes of them is told by kind_history.py."""
    currency = main_currency()
    for ids in chunked(client_ids):
        facts = _by_client(_counted(deals.filter(client__in=ids), currency))
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
    "bought": Decimal(0),
}


def _by_client(rows: Iterable[tuple[Any, ...]]) -> dict[int, dict[str, Any]]:
    found = {client_id: dict(zip(NO_DEALS, facts, strict=True)) for client_id, *facts in rows}
    for facts in found.values():
        facts["bought"] = facts["bought"] or Decimal(0)
    return found


def _counted(deals: "QuerySet[Deal]", currency: str) -> "QuerySet[Deal, tuple[Any, ...]]":
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
            bought=Sum("amount", filter=is_won & Q(currency=currency)),
        )
    )


@cache
def _won_of_one(deals: "type[Deal]") -> Prepared:
    return Prepared(lambda client: deals.objects.filter(client=client, state="won").order_by().values_list("closed_at"))


@cache
def _of_one(deals: "type[Deal]", currency: str) -> Prepared:
    return Prepared(lambda client: _counted(deals.objects.filter(client=client), currency))


def refusals() -> "QuerySet[Closing]":
    """How the deals that are lost now were lost, but for those where nobody was reached, or the wrong one: that is
    no refusal."""
    last = Closing.objects.filter(deal__state="lost", at=F("deal__closed_at"), result="lost")
    return last.exclude(reason__group__in=NO_REFUSALS).order_by()


def _refusals(client: Client) -> dict[str, Any]:
    (refused_at, return_on), *_ = _REFUSED.rows(client.pk) or [(None, None)]
    return {"refused_at": refused_at, "return_on": return_on}


def _refused(client: Any) -> "QuerySet[Any, Any]":
    found = refusals().filter(deal__client=client).values("deal__client")
    return found.annotate(refused_at=Max("at"), last_return=Max("return_on")).values_list("refused_at", "last_return")


_REFUSED = Prepared(_refused)


def _rhythm(client: Client, deals: "type[Deal]") -> dict[str, Any]:
    moments: list[datetime] = [at for (at,) in _won_of_one(deals).rows(client.pk) if at]
    usual = usual_of([client.pk], timezone.now()) if moments else {}
    return (rhythm_of(moments, usual[client.pk]) if moments else Rhythm())._asdict()
