"""The phone to dial at a client, and whether it may be called (BASE-9)."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from django.db.models import QuerySet

from vedu.clients.consent.opted_out import closed_channels
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.many_rows import chunked
from vedu.foundation.prepared import Prepared
from vedu.foundation.values.phone import phone_text
from vedu.sales.touches.channel import Channel

Whose = tuple[int, int | None]


class Dialled(NamedTuple):
    """``text`` as people read it, ``url`` to dial it; ``is_closed``: the client asked not to be called."""

    text: str
    url: str
    is_closed: bool


class Reaching:
    """Of many clients at once: two queries for a hundred."""

    def __init__(self, whose: Collection[Whose]) -> None:
        """Clients, each with the person there who is meant, if any."""
        self._found: dict[Whose, tuple[str, str]] = {}
        self._any: dict[int, tuple[str, str]] = {}
        for ids in chunked({client_id for client_id, _contact in whose}, AT_ONCE):
            for client_id, contact_id, number, extension in _PHONES.rows_in(ids):
                self._found.setdefault((client_id, contact_id), (number, extension))
                self._any.setdefault(client_id, (number, extension))
        self._closed = self._closed_of(whose)

    def phone_of(self, whose: Whose) -> Dialled | None:
        number = self._number(whose)
        if number is None:
            return None
        return Dialled(phone_text(*number), f"tel:{number[0]}", whose in self._closed)

    def _number(self, whose: Whose) -> tuple[str, str] | None:
        client_id, contact_id = whose
        places: Iterable[Whose] = ((client_id, contact_id), (client_id, None))
        return next((self._found[one] for one in places if one in self._found), self._any.get(client_id))

    def _closed_of(self, whose: Collection[Whose]) -> set[Whose]:
        """A client itself is asked for under a number that no person has."""
        keys = {one: one[1] if one[1] is not None else -one[0] for one in whose if self._number(one)}
        points = {key: [(str(ContactPointKind.PHONE), self._number(one)[0])] for one, key in keys.items()}  # type: ignore[index]
        closed = (
            closed_channels({key: client_id for (client_id, _contact), key in keys.items()}, points) if keys else {}
        )
        return {one for one, key in keys.items() if Channel.CALL in closed[key]}


def _phones(*ids: Any) -> "QuerySet[ContactPoint, Any]":
    points = ContactPoint.objects.filter(client__id__in=ids, kind=ContactPointKind.PHONE)
    return points.values_list("client_id", "contact_id", "value", "extension")


AT_ONCE = 100
_PHONES = Prepared(_phones, ids=AT_ONCE)
