"""The inquiry that a page is about; one that the person may not see does not exist for him."""

from django.http import Http404
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.sales.inquiries.inquiry import Inquiry

BESIDE = ("client__owner", "deal__owner", "deal__stage", "deal__pipeline", "received_by", "task")


def find_inquiry(user: User, pk: int) -> Inquiry:
    """With its client, deal, stage, pipeline and people. Raises NotAllowed for who sells nothing, Http404."""
    user.require_selling()
    found = Inquiry.objects.visible_to(user).select_related(*BESIDE).filter(pk=pk).first()
    if found is None:
        raise Http404(_("There is no such inquiry, or colleagues lead it whose clients you do not see."))
    if found.deal is not None:
        found.deal.client = found.client
    return found
