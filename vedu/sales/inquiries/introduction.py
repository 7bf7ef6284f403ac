"""A guest names himself: known again, his two entries become one; else his phone and name are written down."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.merging.merge import Merge
from vedu.clients.protection import led_by_another
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.inquiries.reach import Reach, read_reach
from vedu.sales.inquiries.recognition import may_serve, recognise

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal
    from vedu.sales.inquiries.inquiry import Inquiry


def introduce(inquiry: "Inquiry", *, by: User, reach: str, name: str, at: datetime | None) -> None:
    """See Inquiry.introduce."""
    deal, at = inquiry.require_work(by), at or timezone.now()
    reached, name = read_reach(reach), " ".join(name.split())
    if reached is None and not name:
        raise invalid("reach", "reach-needed", _("Enter a phone, an e-mail or a name."))
    with transaction.atomic():
        known = _known_as(reached, inquiry, by)
        if known is not None:
            _join(inquiry, deal, known, by, at)
            return
        client = Client.objects.select_related("owner").get(pk=inquiry.client_id)
        if name and name != client.name:
            client.describe(by=by, at=at, name=name)
        if reached is not None and not client.points.filter(kind=reached.kind, value=reached.value).exists():
            ContactPoint.add(client, kind=reached.kind, value=reached.typed, is_official=False, by=by, at=at)
        inquiry.client = deal.client = client


def _known_as(reached: Reach | None, inquiry: "Inquiry", by: User) -> Client | None:
    """Another client who has this phone. Raises ClientIsLed when a colleague leads him."""
    found = recognise(reached, by=by) if reached else []
    if not found or inquiry.client_id in [one.client.pk for one in found]:
        return None
    if not may_serve(found[0].client, by):
        raise led_by_another(found[0].client, by)
    return found[0].client


def _join(inquiry: "Inquiry", deal: "Deal", known: Client, by: User, at: datetime) -> None:
    """The new entry goes into the old one; the merge can be undone (BASE-5)."""
    why = _("Recognised by phone or e-mail in an inquiry.")
    Merge.carry_out(known, inquiry.client, by=by, why=why, at=at)
    inquiry.client = deal.client = Client.objects.select_related("owner").get(pk=known.pk)
