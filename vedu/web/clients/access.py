"""Which client a person may open; of one that he may not see he learns who leads it, and nothing else (OWN-2)."""

from django.db.models import Exists, OuterRef, Q
from django.shortcuts import get_object_or_404

from vedu.clients.client import Client
from vedu.clients.competitors.supply import Supply
from vedu.clients.handover import Handover
from vedu.clients.preparation.brief import Brief
from vedu.clients.protection import ClientIsLed, led_by_another
from vedu.clients.sales_point import SalesPoint
from vedu.foundation.people.absence import Absence
from vedu.foundation.people.user import User
from vedu.web.enrichment.standing import STANDING


class OutOfSight(ClientIsLed):
    """Led by somebody whose clients this person does not see."""

    status = 403


def any_client(pk: int) -> Client:
    """For those who ask to have it: what they may see of it is decided elsewhere. Raises Http404.

    With its owner, its requisites, what it hangs on, whether a handover waits (``is_asked_for``), whether the owner
    is away, whether others hang on it (``has_branches``) and whether it may have come through a sales point
    (``has_points``); with the last word of the register, and whether a brief or suppliers are known."""
    waiting = Handover.objects.pending().filter(client=OuterRef("pk"))
    away = Absence.objects.in_force().filter(person=OuterRef("owner"))
    below = Client.objects.filter(parent=OuterRef("pk"))
    clients = Client.objects.select_related("owner", "requisites", "parent__owner", "sales_point")
    clients = clients.annotate(
        is_asked_for=Exists(waiting),
        owner_is_away=Exists(away),
        has_branches=Exists(below),
        has_points=Exists(SalesPoint.objects.filter(Q(is_active=True) | Q(pk=OuterRef("sales_point")))),
        has_brief=Exists(Brief.objects.filter(client=OuterRef("pk"))),
        has_supplies=Exists(Supply.objects.present().filter(client=OuterRef("pk"))),
        **STANDING,
    )
    return get_object_or_404(clients, pk=pk)


def client_seen_by(user: User, pk: int) -> Client:
    """Raises Http404, or OutOfSight that names the owner."""
    client = any_client(pk)
    if not client.is_visible_to(user):
        raise OutOfSight(*led_by_another(client, user).reasons)
    return client
