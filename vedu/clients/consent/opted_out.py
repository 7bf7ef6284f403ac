"""Who may not be disturbed: pure questions of a few queries, for lists and for whoever is about to call."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import zip_longest
from typing import Any, TypeVar

from django.db.models import CharField, Q, QuerySet

from vedu.clients.channel import REMOTE
from vedu.clients.consent.address_digest import digest
from vedu.clients.consent.kinds import CHANNELS_OF
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.many_rows import chunked
from vedu.foundation.prepared import Prepared

Address = tuple[str, str]
Channels = frozenset[str]
Said = Mapping[tuple[int, int | None], Channels]
Key = TypeVar("Key")
NOTHING: Channels = frozenset()


def is_opted_out(contact: Contact, channel: str) -> bool:
    """May this person not be reached by this channel: he said so, his client did, or his number is on the list."""
    return channel in opted_out([contact])[contact.pk]


def opted_out_channels(subject: Subject) -> Channels:
    """The same of a client itself too, all channels at once."""
    if subject.contact is not None:
        return opted_out([subject.contact])[subject.contact.pk]
    points = list(subject.points.values_list("kind", "value"))
    said, listed = _look_up({subject.client.pk}, points)
    return said[subject.client.pk, None] | _of_addresses(points, listed)


def opted_out(contacts: Collection[Contact]) -> dict[int, Channels]:
    """Contact → channels that are closed to us; two queries for any list of a page."""
    points: dict[int, list[Address]] = defaultdict(list)
    for chunk in chunked(contact.pk for contact in contacts):
        reached = ContactPoint.objects.filter(contact__in=chunk)
        for contact_id, kind, value in reached.values_list("contact_id", "kind", "value"):
            points[contact_id or 0].append((kind, value))
    return closed_channels({contact.pk: contact.client_id for contact in contacts}, points)


def closed_channels(clients: Mapping[int, int], points: Mapping[int, Collection[Address]]) -> dict[int, Channels]:
    """The same for contacts whose client (contact → client) and addresses are loaded already; one query."""
    addresses = [address for contact_id in clients for address in points.get(contact_id, ())]
    said, listed = _look_up(set(clients.values()), addresses)
    return {
        contact_id: said[client_id, contact_id]
        | said[client_id, None]
        | _of_addresses(points.get(contact_id, ()), listed)
        for contact_id, client_id in clients.items()
    }


def opt_outs_of(addresses: Iterable[Address]) -> dict[Address, Channels]:
    """(kind, value) → channels that are closed, for those of the phones and e-mails that stand on the list."""
    return dict(_look_up((), addresses)[1])


def _look_up(clients: Collection[int], addresses: Iterable[Address]) -> tuple[Said, Mapping[Address, Channels]]:
    """What people of these clients, and the clients, said themselves; and which of the addresses stand on the list."""
    said: dict[tuple[int, int | None], set[str]] = defaultdict(set)
    listed: dict[Address, set[str]] = defaultdict(set)
    asked = {address for address in addresses if address[0] in CHANNELS_OF}
    nothing: list[Any] = []
    for some_clients, some in zip_longest(chunked(clients), chunked(asked), fillvalue=nothing):
        by_digest = {digest(*address): address for address in some}
        for client_id, contact_id, kind, value, hashed, channel in _rows(some_clients, by_digest):
            if not (value or hashed):
                said[client_id, contact_id].update([channel] if channel else REMOTE)
            elif (address := by_digest.get(hashed) or (kind, value)) in asked:
                listed[address].update([channel] if channel else CHANNELS_OF[address[0]])
    return defaultdict(frozenset, _frozen(said)), _frozen(listed)


def _rows(clients: Collection[int], by_digest: Mapping[str, Address]) -> Iterable[Any]:
    """By kept SQL for a card, which asks of a client and a few addresses."""
    values = [value for _kind, value in by_digest.values()]
    if len(clients) == 1 and 0 < len(values) <= FEW:
        return _OF_FEW.rows(*clients, *_filled_up(values), *_filled_up(by_digest))
    return _standing(clients, values, by_digest)


def _filled_up(few: Iterable[str]) -> list[str]:
    known = list(few)
    return known + known[-1:] * (FEW - len(known))


def _standing(
    clients: Collection[Any], values: Collection[Any], digests: Collection[Any]
) -> "QuerySet[OptOut, tuple[Any, ...]]":
    """By values or by slots."""
    theirs = Q(client__id__in=clients, value="", digest="")
    rows = OptOut.objects.standing().filter(theirs | Q(value__in=values) | Q(digest__in=digests))
    return rows.values_list("client_id", "contact_id", "kind", "value", "digest", "channel")


FEW = 4
_OF_FEW = Prepared(
    lambda client, *rest: _standing([client], rest[:FEW], rest[FEW:]),
    fields=[CharField() for _address in range(2 * FEW)],
)


def _frozen(found: Mapping[Key, set[str]]) -> dict[Key, Channels]:
    return {key: frozenset(channels) for key, channels in found.items()}


def _of_addresses(addresses: Iterable[Address], listed: Mapping[Address, Channels]) -> Channels:
    return NOTHING.union(*(listed.get(address, NOTHING) for address in addresses))
