"""When the client of each entry may be reached (CHAN-2): one reading for the whole day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.people.calendar_day import changes
from vedu.foundation.people.user import User
from vedu.foundation.values.working_calendar import Changes
from vedu.insight.day_plan.entry import Entry
from vedu.insight.day_plan.task_row import TaskRow
from vedu.sales.contact_policy.asking import Key, Known, known_of_all
from vedu.sales.contact_policy.decision import Objection
from vedu.sales.contact_policy.windows import Window, good_from, objections, windows
from vedu.sales.touches.channel import CHANNEL_OF, PHONED, Channel

_CHANNELS: dict[str, Channel] = {**CHANNEL_OF, **dict.fromkeys(PHONED, Channel.CALL)}


@dataclass(frozen=True, slots=True)
class Reach:
    """``by`` is the one whose day it is."""

    known: Mapping[Key, Known]
    changes: Changes
    by: User

    @classmethod
    def of(cls, entries: Sequence[Entry], by: User, now: datetime) -> Self:
        """Seven queries; up to nine where rules speak of segments or ask for consent."""
        people = {_key(task): _person(task) for entry in entries if channel_of(task := entry.task)}
        known = known_of_all(list(people.values()), at=now) if people else {}
        calendar = next(iter(known.values())).whom.clock.changes if known else changes()
        return cls(known, calendar, by)

    def after(self, client_id: int, moment: datetime) -> Self:
        """What will be known when he has reached out to the client at that moment."""
        known = {
            key: one._replace(whom=replace(one.whom, history=one.whom.history.with_ours(moment, self.by.pk)))
            if key[0] == client_id
            else one
            for key, one in self.known.items()
        }
        return replace(self, known=known)

    def between(self, task: TaskRow) -> timedelta:
        """How far apart two touches of its client are to be."""
        return self.known[_key(task)].rules.between

    def windows(self, task: TaskRow, start: datetime, end: datetime) -> Iterator[Window]:
        channel = channel_of(task)
        if not channel:
            return iter([Window(start, end)])
        return windows(self.known[_key(task)], channel, start, end, self.by)

    def objections(self, task: TaskRow, moment: datetime) -> tuple[Objection, ...]:
        channel = channel_of(task)
        return objections(self.known[_key(task)], channel, moment, self.by) if channel else ()

    def good_from(self, task: TaskRow, moment: datetime) -> datetime | None:
        return good_from(self.known[_key(task)], channel_of(task), moment, self.by)

    def colleagues(self, task: TaskRow) -> Mapping[int, str]:
        return self.known[_key(task)].colleagues


def channel_of(task: TaskRow) -> str:
    """By what the client is reached, a letter too: it keeps no hours, but counts among our touches. "" for work of our
    own."""
    return _CHANNELS.get(task.kind, "")


def _key(task: TaskRow) -> Key:
    return task.client_id, task.contact_id


def _person(task: TaskRow) -> tuple[Client, Contact | None]:
    """As far as the policy asks of them."""
    client = Client(pk=task.client_id, time_zone=task.client_time_zone, region=task.client_region)
    if task.contact_id is None:
        return client, None
    return client, Contact(pk=task.contact_id, client_id=task.client_id, time_zone=task.contact_time_zone or "")
