"""Who may not be disturbed: pure questions of a few queries, for lists and for whoever is about to call."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Q

from vedu.clients.channel import REMOTE
from vedu.clients.consent.address_digest import digest
from vedu.clients.consent.kinds import CHANNELS_OF
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.many_rows import chunked

Address = tuple[str, str]
Channels = frozenset[str]
NOTHING: Channels = frozenset()


def is_opted_out(contact: Contact, channel: str) -> bool:
    """May this person not be reached by this channel: he said so, his client did, or his number is on the list."""
    return channel in opted_out([contact])[contact.pk]


def opted_out_channels(subject: Subject) -> Channels:
    """The same of a client itself too, all channels at once."""
    if subject.contact is not None:
        return opted_out([subject.contact])[subject.contact.pk]
    points = list(subject.points.values_list("kind", "value"))
    said = _said_of([subject.client.pk])
    return said[subject.client.pk, None] | _of_addresses(points, opt_outs_of(points))


def opted_out(contacts: Collection[Contact]) -> dict[int, Channels]:
    """Contact → channels that are closed to us; three queries for any list of a page."""
    points: dict[int, list[Address]] = defaultdict(list)
    for chunk in chunked(contact.pk for contact in contacts):
        for contact_id, kind, value in ContactPoint.objects.filter(contact__in=chunk).values_list(
            "contact_id", "kind", "value"
        ):
            points[contact_id].append((kind, value))
    return closed_channels({contact.pk: contact.client_id for contact in contacts}, points)


def closed_channels(clients: Mapping[int, int], points: Mapping[int, Collection[Address]]) -> dict[int, Channels]:
    """The same for contacts whose client (contact → client) and addresses are loaded already; two queries."""
    said = _said_of(set(clients.values()))
    listed = opt_outs_of(address for contact_id in clients for address in points.get(contact_id, ()))
    return {
        contact_id: said[client_id, contact_id]
        | said[client_id, None]
        | _of_addresses(points.get(contact_id, ()), listed)
        for contact_id, client_id in clients.items()
    }


def opt_outs_of(addresses: Iterable[Address]) -> dict[Address, Channels]:
    """(kind, value) → channels that are closed, for those of the phones and e-mails that stand on the list."""
    asked = {address for address in addresses if address[0] in CHANNELS_OF}
    found: dict[Address, set[str]] = defaultdict(set)
    for chunk in chunked(asked):
        by_digest = {digest(*address): address for address in chunk}
        rows = OptOut.objects.standing().filter(
            Q(value__in=[value for _kind, value in chunk]) | Q(digest__in=by_digest)
        )
        for kind, value, hashed, channel in rows.values_list("kind", "value", "digest", "channel"):
            address = (kind, value) if value else by_digest[hashed]
            if address in asked:
                found[address].update([channel] if channel else CHANNELS_OF[address[0]])
    return {address: frozenset(channels) for address, channels in found.items()}


def _said_of(client_ids: Collection[int]) -> dict[tuple[int, int | None], Channels]:
    """What people and clients themselves said: (client, contact or None) → channels."""
    found: dict[tuple[int, int | None], set[str]] = defaultdict(set)
    for chunk in chunked(client_ids):
        rows = OptOut.objects.standing().filter(client__in=chunk, value="", digest="")
        for client_id, contact_id, channel in rows.values_list("client_id", "contact_id", "channel"):
            found[client_id, contact_id].update([channel] if channel else REMOTE)
    return defaultdict(frozenset, {key: frozenset(channels) for key, channels in found.items()})


def _of_addresses(addresses: Iterable[Address], listed: Mapping[Address, Channels]) -> Channels:
    return NOTHING.union(*(listed.get(address, NOTHING) for address in addresses))
