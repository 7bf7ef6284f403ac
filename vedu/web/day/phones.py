"""Whom to call: the phone of the person the task names, else the client's own, else anybody's there."""

from collections.abc import Collection
from typing import Any, NamedTuple, Protocol

from django.db.models import QuerySet

from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.prepared import Prepared
from vedu.foundation.values.phone import phone_text
from vedu.insight.day_plan.task_row import MOST_ENTRIES


class Phone(NamedTuple):
    """``text`` as people read it, ``url`` to dial it."""

    text: str
    url: str


class Called(Protocol):
    """A task, or a row that tells of one."""

    @property
    def client_id(self) -> int: ...
    @property
    def contact_id(self) -> int | None: ...


class Phones:
    """Those of all shown clients, by one query; by none when nobody is to be called."""

    def __init__(self, client_ids: Collection[int]) -> None:
        self._found: dict[tuple[int, int | None], tuple[str, str]] = {}
        self._any: dict[int, tuple[str, str]] = {}
        for client_id, contact_id, number, extension in _PHONES.rows_in(client_ids):
            self._found.setdefault((client_id, contact_id), (number, extension))
            self._any.setdefault(client_id, (number, extension))

    def of(self, task: Called) -> Phone | None:
        places = ((task.client_id, task.contact_id), (task.client_id, None))
        found = next((self._found[place] for place in places if place in self._found), self._any.get(task.client_id))
        return Phone(phone_text(*found), f"tel:{found[0]}") if found else None


def _phones(*client_ids: Any) -> "QuerySet[ContactPoint, Any]":
    phones = ContactPoint.objects.filter(client__id__in=client_ids, kind=ContactPointKind.PHONE).order_by("pk")
    return phones.values_list("client_id", "contact_id", "value", "extension")


_PHONES = Prepared(_phones, ids=MOST_ENTRIES)
