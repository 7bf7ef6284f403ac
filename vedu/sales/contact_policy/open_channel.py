"""The law in the verb (38-ФЗ art. 18): who asked not to be called is not planned to be called. Nothing overrides it."""

from itertools import chain

from django.db.models import Exists, OuterRef, QuerySet

from vedu.clients.client import Client
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.opted_out import opted_out_channels
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.prepared import Prepared
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.contact_policy.decision import Objection
from vedu.sales.contact_policy.words import sentence_of

CODE = "opted-out"


def require_open(client: Client, contact: Contact | None, channel: str) -> None:
    """Raises Refused when this client, or this person there, closed the channel. One query where nobody said no; the
    whole truth is asked only where somebody may have."""
    if not any(chain.from_iterable(_SIGNS.rows(client.pk))):
        return
    if channel in opted_out_channels(Subject(client, contact)):
        sentence = sentence_of(Objection(CODE, True, None, (channel,)))
        raise Refused(Reason(CODE, sentence, {"channel": channel, "field": "next_step"}))


def _signs(client: int) -> "QuerySet[Client, tuple[bool, bool, bool]]":
    """Has the client any opt-out; stands one of its addresses on the list; or one of somebody erased, whose numbers are
    kept as hashes that SQL cannot compute, so that while there are such everybody is asked about in full."""
    standing = OptOut.objects.standing()
    listed = Exists(standing.filter(value=OuterRef("value")))  # by the index of values, address by address
    signs = (
        Exists(standing.filter(client__id=client)),
        Exists(ContactPoint.objects.filter(listed, client__id=client)),
        Exists(standing.filter(digest__gt="")),
    )
    return Client.objects.filter(pk=client).values_list(*signs)


_SIGNS = Prepared(_signs)
