"""Writes a settled batch of clients: ids first, then table by table, then what the search finds."""

from collections.abc import Iterable
from typing import Any

from vedu.clients import findable
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.imports.alike import put_to_the_queue
from vedu.clients.imports.client_batch import ClientBatch
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.found import entries
from vedu.clients.imports.place import Person, Place, new_points, person_key
from vedu.clients.imports.trace import Trace
from vedu.clients.ownership import Ownership
from vedu.clients.requisites import Requisites
from vedu.foundation.many_rows import insert, reserve_ids, update
from vedu.foundation.search.index import put_new
from vedu.foundation.values.fold import fold

Rows = Iterable[tuple[Any, ...]]


def write(batch: ClientBatch, trace: Trace) -> None:
    """Everything that the batch decided on; places and people get their ids."""
    new = [place for place in batch.places if place.is_new]
    old = [place for place in batch.places if not place.is_new]
    _clients(new, batch, trace)
    _people(batch.places, batch, trace)
    _points(batch.places, trace)
    _requisites(batch.places, batch, trace)
    _fill(old, trace)
    _owners(batch, trace)
    _external_ids(batch, trace)
    put_new(entries(new, batch.job.at))
    findable.refresh(place.id for place in old)
    put_to_the_queue([(place.id, likeness) for place, likeness in batch.doubts])


def _clients(new: list[Place], batch: ClientBatch, trace: Trace) -> None:
    ids = _reserve(Client, "client", len(new), trace)
    job = batch.job
    for place, one in zip(new, ids, strict=True):
        place.id = one
    insert(
        Client,
        ["id", "name", "name_folded", "kind", "city", "about", "source", "created_at", "owner_id", "owner_since"],
        (
            (
                place.id,
                place.name,
                fold(place.name)[:255],
                place.kind,
                place.facts.get("city", ""),
                place.facts.get("about", ""),
                place.facts.get("source", ""),
                place.created_at or job.at,
                place.owner_id,
                job.at if place.owner_id else None,
            )
            for place in new
        ),
        created_by_id=job.by.pk if job.by else None,
    )


def _people(places: list[Place], batch: ClientBatch, trace: Trace) -> None:
    new = [
        (place, change.person)
        for place in places
        for change in place.changes
        if change.new_person and change.person and place.people[person_key(change.person.name)] is change.person
    ]
    ids = _reserve(Contact, "contact", len(new), trace)
    rows = []
    for (place, person), one in zip(new, ids, strict=True):
        person.id = one
        rows.append((one, place.id, person.name, fold(person.name)[:255], person.job_title))
    insert(Contact, ["id", "client_id", "name", "name_folded", "job_title"], rows, created_at=batch.job.at)


def _points(places: list[Place], trace: Trace) -> None:
    new = [(place, point, person) for place in places for point, person in new_points(place)]
    ids = _reserve(ContactPoint, "point", len(new), trace)
    insert(
        ContactPoint,
        ["id", "client_id", "contact_id", "kind", "value", "extension", "typed", "network", "is_official"],
        (
            (one, place.id, person.id if person else None, point.kind, point.value, point.extension, point.typed,
             point.network, point.is_official)
            for (place, point, person), one in zip(new, ids, strict=True)
        ),
    )  # fmt: skip


def _requisites(places: list[Place], batch: ClientBatch, trace: Trace) -> None:
    names = ("inn", "kpp", "ogrn", "legal_name", "address")
    new = [place for place in places if place.requisites and not place.requisites_id]
    ids = _reserve(Requisites, "requisites", len(new), trace)
    rows = [
        (one, place.id, *(place.requisites.get(name, "") for name in names))
        for place, one in zip(new, ids, strict=True)
    ]
    insert(Requisites, ["id", "client_id", *names], rows, checked_at=batch.job.at)


def _fill(old: list[Place], trace: Trace) -> None:
    """Empty columns of what stood in the base before."""
    for place in old:
        for change in place.changes:
            _fill_row(Client, "client", place.id, change.facts, trace)
            if place.requisites_id:
                _fill_row(Requisites, "requisites", place.requisites_id, change.requisites, trace)
            if change.job_title and change.person:
                _fill_row(Contact, "contact", change.person.id, {"job_title": change.job_title}, trace)


def _fill_row(model: type[Any], kind: str, one: int, values: dict[str, str], trace: Trace) -> None:
    if not values:
        return
    update(model, list(values), [(one, *values.values())])
    for column, value in values.items():
        trace.fill(kind, one, column, "", value)


def _owners(batch: ClientBatch, trace: Trace) -> None:
    job, given = batch.job, [place for place in batch.places if place.given_owner]
    ids = _reserve(Ownership, "ownership", len(given), trace)
    insert(
        Ownership,
        ["id", "client_id", "owner_id"],
        ((one, place.id, place.given_owner) for place, one in zip(given, ids, strict=True)),
        from_at=job.at,
        cause=str(Ownership.Cause.IMPORT),
        by_id=job.by.pk if job.by else None,
    )
    old = [place for place in given if not place.is_new]
    update(Client, ["owner_id", "owner_since"], [(place.id, place.given_owner, job.at) for place in old])


def _external_ids(batch: ClientBatch, trace: Trace) -> None:
    ids = _reserve(ExternalId, "external", len(batch.new_keys), trace)
    rows = []
    for (key, (place, draft)), one in zip(batch.new_keys.items(), ids, strict=True):
        person = _person_meant(key, place, draft.person)
        kind, object_id = ("contact", person.id) if person else ("client", place.id)
        rows.append((one, kind, key, object_id, "" if key.startswith("name:") else draft.digest))
    insert(ExternalId, ["id", "kind", "external_id", "object_id", "digest"], rows, source=batch.job.namespace)


def _person_meant(key: str, place: Place, name: str) -> Person | None:
    """A contact's number means the person, unless the client himself is that person."""
    return place.people.get(person_key(name)) if name and key.startswith("contact:") else None


def _reserve(model: type[Any], kind: str, count: int, trace: Trace) -> list[int]:
    ids = reserve_ids(model, count)
    trace.create(kind, ids)
    return ids
