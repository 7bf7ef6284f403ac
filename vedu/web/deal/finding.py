"""The deal that a page or a verb is about; one that the person may not see does not exist for him."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from vedu.sales.deals.deal import Deal
from vedu.web.shell.signed import SignedRequest

_DEALS = Deal.objects.select_related("client", "pipeline", "stage", "owner", "next_step")


def find_deal(request: SignedRequest, deal_id: int) -> Deal:
    """With its client, stage, owner and next step loaded. Raises Http404."""
    deal = get_object_or_404(_DEALS, pk=deal_id)
    if not deal.is_visible_to(request.user):
        raise Http404(_("This deal belongs to colleagues whose clients you do not see."))
    return with_owner(deal)


def with_owner(deal: Deal) -> Deal:
    """The owner of a deal nearly always leads its client too: one row then serves both."""
    if deal.client.owner_id == deal.owner_id:
        deal.client.owner = deal.owner
    if deal.next_step is not None:
        deal.next_step.deal = deal
    return deal
