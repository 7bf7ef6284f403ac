"""What the one search box finds of a client: its name, people, phones, e-mails, ИНН."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.requisites import Requisites
from vedu.foundation.events import Event
from vedu.foundation.many_rows import chunked
from vedu.foundation.prepared import Prepared
from vedu.foundation.search.index import Entry, put

_gathered: ContextVar[set[int] | None] = ContextVar("gathered", default=None)


def listen(event: Event) -> None:
    """News of one client: what is found of it follows, at once or at the end of ``gathering``."""
    gathered = _gathered.get()
    if event.client_id is None:
        return
    if gathered is None:
        refresh([event.client_id])
    else:
        gathered.add(event.client_id)


@contextmanager
def gathering() -> Iterator[None]:
    """Many changes of the same clients are written to the index once, when the block ends."""
    ids: set[int] = set()
    mark = _gathered.set(ids)
    try:
        yield
    finally:
        _gathered.reset(mark)
    refresh(ids)


def refresh(client_ids: Iterable[int]) -> None:
    """Write the search entries of these clients and of their people; for one verb or a whole batch alike."""
    remaining = list(client_ids)
    asked = _asked(FEW if len(remaining) <= FEW else MANY)
    for ids in chunked(remaining, asked.at_once):
        put(asked.entries_of(ids))


FEW, MANY = 8, 500  # a statement has places for so many ids, whether or not they are needed


class _Asked:
    """The four queries of entries, for at most so many clients at once."""

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        points = ("client_id", "contact_id", "value")
        self._points = Prepared(
            lambda *ids: ContactPoint.objects.filter(client__id__in=ids).values_list(*points), ids=at_once
        )
        self._inns = Prepared(
            lambda *ids: Requisites.objects.filter(client__id__in=ids).exclude(inn="").values_list("client_id", "inn"),
            ids=at_once,
        )
        self._clients = Prepared(
            lambda *ids: Client.objects.filter(pk__in=ids).order_by("pk").values_list(*_columns_of(FoundClient)),
            ids=at_once,
        )
        self._people = Prepared(
            lambda *ids: (
                Contact.objects.filter(client__id__in=ids, erased_at=None)
                .order_by("pk")
                .values_list("client_id", *_columns_of(FoundContact))
            ),
            ids=at_once,
        )

    def entries_of(self, ids: Sequence[int]) -> Iterator[Entry]:
        reached: dict[int, list[str]] = defaultdict(list)
        own: dict[int, list[str]] = defaultdict(list)
        for client_id, contact_id, value in self._points.rows_in(ids):
            (reached[contact_id] if contact_id else own[client_id]).append(value)
        inns = dict(self._inns.rows_in(ids))
        clients = {row[0]: FoundClient(*row) for row in self._clients.rows_in(ids)}
        for client in clients.values():
            yield entry_of_client(client, own[client.pk], inns.get(client.pk, ""))
        for client_id, *facts in self._people.rows_in(ids):
            contact = FoundContact(*facts)
            yield entry_of_contact(contact, clients[client_id], reached[contact.pk])


@cache
def _asked(at_once: int) -> _Asked:
    return _Asked(at_once)


@dataclass(slots=True)
class FoundClient:
    """What an entry tells of a client: read from the base, or just written by an import."""

    pk: int
    name: str
    city: str
    owner_id: int | None
    created_at: datetime
    open_deals: int = 0
    last_touch_at: datetime | None = None


@dataclass(slots=True)
class FoundContact:
    pk: int
    name: str
    job_title: str
    created_at: datetime


def _columns_of(kept: type[FoundClient | FoundContact]) -> list[str]:
    return [field.name for field in fields(kept)]


def _phones(points: Iterable[str]) -> list[str]:
    """E.164 is told by its plus."""
    return [value for value in points if value.startswith("+")]


def _words(points: Iterable[str]) -> list[str]:
    return [value for value in points if not value.startswith("+")]


def entry_of_client(client: FoundClient, points: Sequence[str], inn: str) -> Entry:
    return Entry(
        kind="client",
        object_id=client.pk,
        client_id=client.pk,
        owner_id=client.owner_id,
        title=client.name,
        detail=client.city,
        words=[client.city, inn, *_words(points)],
        phones=_phones(points),
        touched_at=client.last_touch_at or client.created_at,
        is_open=client.open_deals > 0,
    )


def entry_of_contact(contact: FoundContact, client: FoundClient, points: Sequence[str]) -> Entry:
    return Entry(
        kind="contact",
        object_id=contact.pk,
        client_id=client.pk,
        owner_id=client.owner_id,
        title=contact.name,
        detail=client.name,
        words=[contact.job_title, *_words(points)],
        phones=_phones(points),
        touched_at=client.last_touch_at or contact.created_at,
        is_open=client.open_deals > 0,
    )
