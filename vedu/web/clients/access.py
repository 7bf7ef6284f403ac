"""Which client a person may open; of one that he may not see he learns who leads it, and nothing else (OWN-2)."""

from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404

from vedu.clients.client import Client
from vedu.clients.handover import Handover
from vedu.clients.protection import ClientIsLed, led_by_another
from vedu.foundation.people.user import User
from vedu.web.enrichment.standing import STANDING


class OutOfSight(ClientIsLed):
    """Led by somebody whose clients this person does not see."""

    status = 403


def any_client(pk: int) -> Client:
    """For those who ask to have it: what they may see of it is decided elsewhere. Raises Http404.

    With its owner and requisites, the last word of the register, and whether a handover waits (``is_asked_for``)."""
    waiting = Handover.objects.pending().filter(client=OuterRef("pk"))
    clients = Client.objects.select_related("owner", "requisites").annotate(is_asked_for=Exists(waiting), **STANDING)
    return get_object_or_404(clients, pk=pk)


def client_seen_by(user: User, pk: int) -> Client:
    """Raises Http404, or OutOfSight that names the owner."""
    client = any_client(pk)
    if not client.is_visible_to(user):
        raise OutOfSight(*led_by_another(client).reasons)
    return client
