"""A page of the event log of a deal or of a client, newest first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from vedu.foundation.events import Event
from vedu.foundation.prepared import Prepared
from vedu.web.touches.line import Told

SIZE = 25
TOUCHES = "touches"
_KINDS_OF_TOUCHES = ("touch.logged", "note.written")


class Asked(NamedTuple):
    """``before`` is the cursor of an older page, ``only`` "" or "touches"."""

    before: str = ""
    only: str = ""


FIRST_PAGE = Asked()


def asked(fields: Mapping[str, str]) -> Asked:
    """Out of an address: ?before=…&only=touches."""
    only = fields.get("only", "")
    return Asked(fields.get("before", ""), only if only == TOUCHES else "")


class Log:
    """Nearly everybody reads the first page of everything, so that query is prepared."""

    def __init__(self, events: "Callable[[int], QuerySet[Event]]") -> None:
        self.events = events
        self._first = Prepared(lambda pk: _newest(events(pk)))

    def page(self, pk: int, asked: Asked) -> "LogPage":
        shown_till = _read_cursor(asked.before)
        if shown_till is None and not asked.only:
            return LogPage([Told(*row) for row in self._first.rows(pk)], None)
        events = self.events(pk)
        if asked.only:
            events = events.filter(kind__in=_KINDS_OF_TOUCHES)
        if shown_till is not None:
            at, last = shown_till
            events = events.filter(Q(at__lt=at) | Q(at=at, pk__lt=last))
        return LogPage([Told(*row) for row in _newest(events)], shown_till[0] if shown_till else None)


@dataclass(frozen=True)
class LogPage:
    """``found`` is a page and one more; ``shown_till`` is where the page above ended."""

    found: Sequence[Told]
    shown_till: datetime | None

    @cached_property
    def told(self) -> Sequence[Told]:
        return self.found[:SIZE]

    @property
    def older(self) -> str:
        """The cursor of the next page, empty at the end."""
        last = self.found[SIZE - 1] if len(self.found) > SIZE else None
        return f"{last.at.isoformat()}_{last.pk}" if last else ""


def _newest(events: "QuerySet[Event]") -> "QuerySet[Event, tuple[Any, ...]]":
    columns = ("pk", "at", "kind", "actor_id", "deal_id", "data")
    return events.order_by("-at", "-pk").values_list(*columns)[: SIZE + 1]


def _read_cursor(text: str) -> tuple[datetime, int] | None:
    """None for the first page, and for a cursor that somebody broke."""
    moment, _, pk = text.rpartition("_")
    try:
        at = datetime.fromisoformat(moment)
        return (at, int(pk)) if at.tzinfo else None
    except ValueError:
        return None


DEAL_LOG = Log(lambda deal_id: Event.objects.filter(deal_id=deal_id))
CLIENT_LOG = Log(lambda client_id: Event.objects.filter(client_id=client_id))
