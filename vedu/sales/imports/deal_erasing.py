"""What undoing an import takes back of deals; and which clients it must leave because of them."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from vedu.clients.imports.client_erasing import erase_unused, keep_clients_in_use
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.undoing import Undoing, register
from vedu.foundation.many_rows import chunked
from vedu.foundation.search.index import drop
from vedu.sales.deals import kind_history, totals
from vedu.sales.deals.client_facts import follow_deals_of
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch


def erase_deals(ids: list[int], undoing: Undoing) -> None:
    """Deals that nobody has worked on since, with their moves, closings and return tasks."""
    edited = undoing.edited("deal_id", ids)
    for pk, name in Deal.objects.filter(pk__in=edited).values_list("pk", "name"):
        undoing.keep("deal", pk, name, _("edited since"))
    left = set[int]()
    for chunk in chunked(one for one in ids if one not in edited):
        deals = list(Deal.objects.filter(pk__in=chunk))
        totals.count_in_all(deals, sign=-1)
        Deal.objects.filter(pk__in=chunk).delete()
        drop("deal", chunk)
        ExternalId.objects.of("deal", chunk).delete()
        left.update(deal.client_id for deal in deals)
    # Last of all, for a client may have deals in many chunks.
    follow_deals_of(left, Deal.objects.all())
    kind_history.reckon(left)


def clients_in_use(client_ids: Sequence[int]) -> set[int]:
    """Those with deals, tasks or touches."""
    holders = (Deal.objects.all(), Task.objects.all(), Touch.objects.all())
    return {one for rows in holders for one in rows.filter(client__in=client_ids).values_list("client_id", flat=True)}


def register_erasers() -> None:
    register("deal", erase_deals, rank=90, model=Deal)
    register("pipeline", erase_unused(Pipeline), rank=7)
    register("refusal_reason", erase_unused(RefusalReason), rank=6)
    keep_clients_in_use(clients_in_use)
