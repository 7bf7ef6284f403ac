"""Clients found while a person types: whose they are stands beside each, so that a refusal is no surprise."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.search.query import find

MOST = 6
SHORTEST = 2


class ClientHit(NamedTuple):
    pk: int
    name: str
    note: str


def client_hits(text: str, user: User) -> list[ClientHit]:
    """The best few of those the person sees; his own come first."""
    text = text.strip()
    if len(text) < SHORTEST:
        return []
    ids = user.visible_owner_ids()
    found = find(text, visible_owner_ids=ids, user_id=user.pk, kinds=("client", "contact"), limit=MOST * 2).hits
    order = list(dict.fromkeys(hit.client_id for hit in found if hit.client_id))[:MOST]
    clients = Client.objects.visible_to(user).select_related("owner").in_bulk(order)
    return [hit_of(clients[pk], user) for pk in order if pk in clients]


def hit_of(client: Client, user: User) -> ClientHit:
    return ClientHit(client.pk, client.name, ", ".join(filter(None, (client.city, _whose(client, user)))))


def _whose(client: Client, user: User) -> str:
    if client.owner is None:
        return pgettext("client", "free")
    if client.owner_id == user.pk:
        return pgettext("client", "yours")
    return _("led by %(owner)s") % {"owner": client.owner.name}
