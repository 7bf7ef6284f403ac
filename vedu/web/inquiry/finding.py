"""The inquiry that a page is about; one that the person may not see does not exist for him."""

from django.db.models import BigIntegerField
from django.http import Http404
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared_seen import seen_objects
from vedu.sales.inquiries.inquiry import Inquiry

BESIDE = (
    *("client", "client__owner", "received_by", "task"),
    *("deal", "deal__owner", "deal__stage", "deal__pipeline"),
)


def find_inquiry(user: User, pk: int) -> Inquiry:
    """With its client, deal, stage, pipeline and people. Raises NotAllowed for who sells nothing, Http404."""
    user.require_selling()
    rows = _seen(user.visible_owner_ids(), pk)
    if not rows:
        raise Http404(_("There is no such inquiry, or colleagues lead it whose clients you do not see."))
    found = rows[0]
    if found.deal is not None:
        found.deal.client = found.client
    return found


_seen = seen_objects(
    lambda owners, pk: Inquiry.objects.of_people(owners).filter(pk=pk), fields=[BigIntegerField()], related=BESIDE
)
