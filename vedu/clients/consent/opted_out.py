"""Who may not be disturbed: pure questions of a few queries, for lists and for whoever is about to call."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain, zip_longest
from typing import Any, Protocol, TypeVar

from django.db.models import CharField, Q, QuerySet

from vedu.clients.channel import REMOTE
from vedu.clients.client import Client
from vedu.clients.consent.address_digest import digest
from vedu.clients.consent.kinds import CHANNELS_OF
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.many_rows import chunked
from vedu.foundation.prepared import Prepared

Address = tuple[str, str]


class Reaching(Protocol):
    """A point, or a row that tells of one."""

    @property
    def contact_id(self) -> int | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def value(self) -> str: ...


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


def closed_channels_of(
    people: Iterable[tuple[Client, Contact | None]], points: Mapping[int, Collection[Reaching]]
) -> dict[tuple[int, int | None], Channels]:
    """The same for clients and people at them together, whose points (client → all that reach it) are loaded already;
    one query. What a client forbids holds for its people."""
    keys = [(client.pk, contact.pk if contact else None) for client, contact in people]
    addresses: dict[tuple[int, int | None], list[Address]] = {
        (client_id, contact_id): [
            (point.kind, point.value) for point in points.get(client_id, ()) if point.contact_id == contact_id
        ]
        for client_id, contact_id in keys
    }
    said, listed = _look_up({client_id for client_id, _contact in addresses}, chain(*addresses.values()))
    return {
        (client_id, contact_id): said[client_id, contact_id] | said[client_id, None] | _of_addresses(theirs, listed)
        for (client_id, contact_id), theirs in addresses.items()
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
    for some_clients, some in zip_longest(chunked(clients, AT_ONCE), chunked(asked, AT_ONCE), fillvalue=nothing):
        by_digest = {digest(*address): address for address in some}
        for client_id, contact_id, kind, value, hashed, channel in _rows(some_clients, by_digest):
            if not (value or hashed):
                said[client_id, contact_id].update([channel] if channel else REMOTE)
            elif (address := by_digest.get(hashed) or (kind, value)) in asked:
                listed[address].update([channel] if channel else CHANNELS_OF[address[0]])
    return defaultdict(frozenset, _frozen(said)), _frozen(listed)


def _rows(clients: Collection[int], by_digest: Mapping[str, Address]) -> Iterable[Any]:
    kept = _CARD if len(clients) <= _CARD.clients and len(by_digest) <= _CARD.addresses else _LIST
    return kept.rows(clients, [value for _kind, value in by_digest.values()], list(by_digest))


class _Kept:
    """SQL with places for so many clients and addresses; what stands in the places that are left is nobody's."""

    def __init__(self, clients: int, addresses: int) -> None:
        self.clients, self.addresses = clients, addresses
        self._query = Prepared(self._build, ids=clients, fields=[CharField()] * 2 * addresses)

    def rows(self, clients: Collection[int], values: Collection[str], digests: Collection[str]) -> Iterable[Any]:
        addresses = (_filled(one, NO_ADDRESS, self.addresses) for one in (values, digests))
        return self._query.rows(*_filled(clients, NOBODY, self.clients), *chain(*addresses))

    def _build(self, *slots: Any) -> "QuerySet[OptOut, Any]":
        clients, rest = slots[: self.clients], slots[self.clients :]
        theirs = Q(client__id__in=clients, value="", digest="")
        listed = Q(value__in=rest[: self.addresses]) | Q(digest__in=rest[self.addresses :])
        rows = OptOut.objects.standing().filter(theirs | listed).order_by()
        return rows.values_list("client_id", "contact_id", "kind", "value", "digest", "channel")


def _filled(known: Collection[Any], rest: object, places: int) -> list[Any]:
    return [*known, *[rest] * (places - len(known))]


def _frozen(found: Mapping[Key, set[str]]) -> dict[Key, Channels]:
    return {key: frozenset(channels) for key, channels in found.items()}


def _of_addresses(addresses: Iterable[Address], listed: Mapping[Address, Channels]) -> Channels:
    return NOTHING.union(*(listed.get(address, NOTHING) for address in addresses))


AT_ONCE, NOBODY, NO_ADDRESS = 50, 0, "-"
_CARD, _LIST = _Kept(1, 4), _Kept(AT_ONCE, AT_ONCE)
