"""A note: something learned without a contact with the client. It stands in the event log alone, with its words."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.events import Event, tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.touches import findable

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


def write_note(client: Client, *, text: str, by: User, deal: "Deal | None" = None, at: datetime | None = None) -> Event:
    """Keep the words as ``note.written``; not a touch, so no contact is counted.

    Refused while a colleague leads the client or the deal (OWN-2). Raises Invalid without words."""
    if deal is not None:
        deal.require_work(by)
    else:
        client.require_workable(by)
    if not text.strip():
        raise invalid("text", "words-needed", _("Write what you learned."))
    deal_id = deal.pk if deal else None
    with transaction.atomic():
        event = tell("note.written", by=by, client_id=client.pk, deal_id=deal_id, at=at, text=text.strip())
        findable.remember(event, client.owner_id, text)
    return event
