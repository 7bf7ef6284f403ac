"""The deals that stand in a stage follow it: what lists and boards keep of them is reckoned anew."""

from datetime import timedelta
from typing import NamedTuple

from django.db.models import Count, Q

from vedu.foundation.many_rows import chunked, update
from vedu.sales.deals import totals
from vedu.sales.deals.client_facts import follow_deals_of
from vedu.sales.deals.deal import Deal, Deals
from vedu.sales.deals.pipeline import Pipeline, Stage

IS_OPEN = Q(state="open")


class Standing(NamedTuple):
    """How many deals stand in a stage, and how many of them are open."""

    deals: int
    in_work: int


def standing_in(stage: Stage) -> Standing:
    found = Deal.objects.filter(stage=stage).aggregate(deals=Count("pk"), in_work=Count("pk", filter=IS_OPEN))
    return Standing(**found)


def follow_stage(stage: Stage) -> None:
    """The norm and the chance of a stage are those of its open deals."""
    for ids in chunked(list(_open(stage).select_for_update().values_list("pk", flat=True))):
        deals = list(Deal.objects.filter(pk__in=ids).order_by("pk"))
        totals.count_in_all(deals, sign=-1)
        for deal in deals:
            deal.chance, deal.stage_due_at = stage.chance, deal.stage_since + timedelta(days=stage.day_norm)
        update(Deal, ("chance", "stage_due_at"), [(deal.pk, deal.chance, deal.stage_due_at) for deal in deals])
        totals.count_in_all(deals)


def follow_contact_norm(pipeline: Pipeline) -> None:
    """When a talk is due with those who have open deals here (OWN-1)."""
    clients = Deal.objects.open().filter(pipeline=pipeline).order_by().values_list("client", flat=True)
    follow_deals_of(clients.distinct(), Deal.objects.all())


def _open(stage: Stage) -> Deals:
    return Deal.objects.open().filter(stage=stage).order_by("pk")
