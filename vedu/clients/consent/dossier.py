"""Everything that is kept of a person, on every floor: what he may ask for (152-ФЗ art. 14)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone

from vedu.clients.client import Client
from vedu.clients.consent import reach
from vedu.clients.consent.mentions import Mentions
from vedu.clients.consent.spoken_of import mentions_of
from vedu.clients.consent.subject import Subject
from vedu.clients.consent.tables import table_of
from vedu.clients.contact import Contact
from vedu.foundation.events import Event, tell
from vedu.foundation.people.user import User
from vedu.foundation.search.entry import SHELVES, SearchEntry

Row = dict[str, Any]
# Keys by which an event names a row of a person: they are the names of what it tells of.
EVENT_KEYS = {"contactpoint": "point", "subjectrequest": "request", "optout": "opt_out"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a row that is not his own, where he is spoken of."""

    table: type[models.Model]
    pk: int
    column: str
    text: str


@dataclass(slots=True)
class Dossier:
    """``own``: his rows, table by table; ``around``: what they belong to, such as deals; ``mentions``: words of
    others about him."""

    subject: Subject
    at: datetime
    own: dict[type[models.Model], list[models.Model]] = field(default_factory=dict)
    around: dict[type[models.Model], list[models.Model]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    def has(self, row: models.Model) -> bool:
        known = (*self.own.get(type(row), ()), *self.around.get(type(row), ()))
        return any(row.pk == one.pk for one in known)


def collect(subject: Subject, *, at: datetime | None = None) -> Dossier:
    """A pure question: nothing is written."""
    dossier, spoken_of = Dossier(subject, at or timezone.now()), mentions_of(subject)
    for model, rows in reach.own_rows(subject):
        if found := list(rows):
            dossier.own[model] = found
    if subject.contact is not None:
        _add(dossier.own, SearchEntry, SearchEntry.objects.filter(kind="contact", object_id=subject.contact.pk))
        _add(dossier.own, Event, _events(subject, dossier, spoken_of))
        dossier.around = _around(dossier)
    dossier.mentions = [*_mentions_near(dossier, spoken_of), *_mentions_elsewhere(spoken_of)]
    return dossier


def hand_over(subject: Subject, *, by: User, at: datetime | None = None) -> Dossier:
    """The same for handing to the person: by a head of who leads the client, and the log remembers it."""
    subject.require_headed(by)
    subject.require_person()
    subject.require_alive()
    dossier = collect(subject, at=at)
    contact = subject.contact.pk if subject.contact else None
    tell("subject.exported", by=by, client_id=subject.client.pk, at=at, contact=contact)
    return dossier


def _add(tables: dict[type[models.Model], list[models.Model]], model: type[models.Model], rows: Iterable[Any]) -> None:
    if found := list(rows):
        tables[model] = found


def _events(subject: Subject, dossier: Dossier, spoken_of: Mentions) -> Iterator[Event]:
    """Those of the client's log that name one of his rows, or speak of him."""
    ids = {_key_of(model): {row.pk for row in rows} for model, rows in dossier.own.items()}
    for event in Event.objects.filter(client_id=subject.client.pk).order_by("pk").iterator(chunk_size=2000):
        if any(event.data.get(key) in known for key, known in ids.items() if isinstance(event.data.get(key), int)):
            yield event
        elif spoken_of.removed_from_data(event.data, "") != event.data:
            yield event


def _key_of(model: type[models.Model]) -> str:
    name = model._meta.model_name or ""
    return EVENT_KEYS.get(name, name)


def _around(dossier: Dossier) -> dict[type[models.Model], list[models.Model]]:
    """What his rows belong to of what hangs on the client: deals where he has a role, or that a touch was about."""
    found: dict[type[models.Model], dict[int, models.Model]] = {}
    hanging = reach.paths_to(Client)
    for model, rows in dossier.own.items():
        for link in model._meta.concrete_fields:
            target = link.remote_field.model if link.remote_field else None
            if target is None or target in dossier.own or target in (Client, Contact) or target not in hanging:
                continue
            ids = {getattr(row, link.attname) for row in rows} - {None}
            found.setdefault(target, {}).update(target._default_manager.in_bulk(ids))
    return {model: list(rows.values()) for model, rows in found.items() if rows}


def _mentions_near(dossier: Dossier, spoken_of: Mentions) -> Iterator[Mention]:
    for model, rows in reach.client_rows(dossier.subject):
        if model is not Event and model not in SHELVES:
            yield from _mentions_in(model, (row for row in rows if not dossier.has(row)), spoken_of, close=True)


def _mentions_elsewhere(spoken_of: Mentions) -> Iterator[Mention]:
    for model in reach.loose_models():
        rows = model._default_manager.order_by("pk").iterator(chunk_size=2000)
        yield from _mentions_in(model, rows, spoken_of, close=False)


def _mentions_in(
    model: type[models.Model], rows: Iterable[models.Model], spoken_of: Mentions, *, close: bool
) -> Iterator[Mention]:
    columns = [one.attname for one in reach.text_fields(model)]
    for row in rows if columns else ():
        for column in columns:
            value = getattr(row, column)
            text = value if isinstance(value, str) else str(value)
            if value and spoken_of.are_in(text, close=close):
                yield Mention(model, row.pk, column, text)


def title_of(model: type[models.Model]) -> str:
    return str(table_of(model).title)
