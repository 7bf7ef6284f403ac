"""Finds what the base already has of the clients in a batch: a few queries for all of its rows."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.imports.client_reader import EMAIL, PHONE
from vedu.clients.imports.draft import ClientDraft
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.place import Person, Place, person_key
from vedu.clients.imports.trace import Created
from vedu.clients.ownership import Ownership
from vedu.clients.requisites import Requisites
from vedu.foundation.many_rows import chunked, select
from vedu.foundation.values.fold import fold

FACTS = ("city", "about", "source")
REQUISITES = ("inn", "kpp", "ogrn", "legal_name", "address")


@dataclass(slots=True)
class Known:
    """Key → id of a client; ``digest`` has every external id that is known, with the digest of its row."""

    digest: dict[str, str] = field(default_factory=dict)
    client_of: dict[str, int] = field(default_factory=dict)
    person_of: dict[str, int] = field(default_factory=dict)
    inn: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    point: dict[tuple[str, str], int] = field(default_factory=dict)
    name: dict[str, int] = field(default_factory=dict)

    def client_ids(self) -> set[int]:
        by_inn = (client_id for found in self.inn.values() for client_id, _kpp in found)
        return {*self.client_of.values(), *by_inn, *self.point.values(), *self.name.values()}


def look_up(drafts: Sequence[ClientDraft], source: str) -> Known:
    known = Known()
    _external(known, source, {key for draft in drafts for key in draft.keys})
    _inns(known, {draft.inn for draft in drafts if draft.inn})
    _points(known, drafts)
    _names(known, {fold(draft.name) for draft in drafts if draft.by_name})
    return known


def load_places(ids: Iterable[int], before: Created) -> dict[int, Place]:
    """The clients as they are now, with people, points, requisites and owner."""
    places: dict[int, Place] = {}
    for chunk in chunked(ids):
        for client in Client.objects.filter(pk__in=chunk):
            facts = {name: getattr(client, name) for name in FACTS}
            places[client.pk] = Place(
                client.name, client.kind, facts, client.created_at, client.pk,
                owner_id=client.owner_id, open_deals=client.open_deals,
            )  # fmt: skip
        _add_requisites(places, chunk)
        _add_people(places, chunk)
        for client_id, ownership_id in Ownership.objects.filter(client__in=chunk, till_at=None).values_list(
            "client_id", "pk"
        ):
            places[client_id].led_from_here = before.has("ownership", ownership_id)
    return places


def _external(known: Known, source: str, keys: Collection[str]) -> None:
    columns = ["external_id", "kind", "object_id", "digest"]
    for key, kind, object_id, digest in select(ExternalId, columns, "external_id", keys, source=source):
        known.digest[key] = digest
        (known.client_of if kind == "client" else known.person_of)[key] = object_id
    people = dict(select(Contact, ["id", "client_id"], "id", set(known.person_of.values())))
    known.client_of |= {key: people[one] for key, one in known.person_of.items() if one in people}


def _inns(known: Known, inns: Collection[str]) -> None:
    for inn, kpp, client_id in select(Requisites, ["inn", "kpp", "client_id"], "inn", inns):
        known.inn.setdefault(inn, []).append((client_id, kpp))


def _points(known: Known, drafts: Sequence[ClientDraft]) -> None:
    for kind in (PHONE, EMAIL):
        values = {point.value for draft in drafts for point in draft.points if point.kind == kind}
        for value, client_id in select(ContactPoint, ["value", "client_id"], "value", values, kind=kind):
            known.point.setdefault((kind, value), client_id)


def _names(known: Known, names: Collection[str]) -> None:
    """Only a name that one client has."""
    taken: dict[str, int] = {}
    for name, client_id in select(Client, ["name_folded", "id"], "name_folded", names):
        known.name[name] = client_id
        taken[name] = taken.get(name, 0) + 1
    known.name = {name: client_id for name, client_id in known.name.items() if taken[name] == 1}


def _add_requisites(places: dict[int, Place], ids: Sequence[int]) -> None:
    for row in Requisites.objects.filter(client__in=ids):
        places[row.client_id].requisites = {name: getattr(row, name) for name in REQUISITES}
        places[row.client_id].requisites_id = row.pk


def _add_people(places: dict[int, Place], ids: Sequence[int]) -> None:
    people: dict[int, Person] = {}
    for pk, client_id, name, title in Contact.objects.filter(client__in=ids).values_list(
        "pk", "client_id", "name", "job_title"
    ):
        people[pk] = places[client_id].people.setdefault(person_key(name), Person(name, title, pk))
    points = ContactPoint.objects.filter(client__in=ids).values_list("client_id", "kind", "value", "contact_id")
    for client_id, kind, value, contact_id in points:
        places[client_id].points.setdefault((kind, value), []).append(people.get(contact_id) if contact_id else None)
