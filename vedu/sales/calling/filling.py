"""A queue is filled in bulk: whom a source names, in which order, and the rows written at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import F, Min
from django.utils.translation import gettext as _

from vedu.clients.client import Client, Clients
from vedu.clients.segments.segment import Segment
from vedu.foundation import many_rows
from vedu.foundation.people.installation import day_start, local_day
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.calling.sifting import Callers, Sifted, sift
from vedu.sales.calling.turn import Turn
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task

if TYPE_CHECKING:
    from vedu.sales.calling.calling_list import CallingList

MOST_CLIENTS = 5000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Exactly one: a ``segment``, ``of_day`` (the calls that the caller's day plan asks for) or ``clients`` by id."""

    segment: Segment | None = None
    of_day: bool = False
    clients: Sequence[int] = ()

    @property
    def source(self) -> str:
        if self.segment is not None:
            return "segment"
        return "day" if self.of_day else "clients"


def sift_wanted(wanted: Wanted, *, by: User, callers: Callers, at: datetime) -> Sifted:
    """Raises Invalid for more than a list holds, or where the day is not one person's."""
    found = _clients(wanted, by, callers, at)
    if len(found) > MOST_CLIENTS:
        sentence = _("That is more than %(most)d clients: narrow the segment, a list is for some weeks of calling.")
        raise invalid("source", "list-full", sentence % {"most": MOST_CLIENTS})
    return sift(found, callers, by=by, at=at)


def fill(calling_list: "CallingList", sifted: Sifted, *, at: datetime) -> None:
    """One statement for any number. Whom the policy puts off now waits for his hour from the beginning."""
    rows = [
        (pk, place, Turn.AGAIN if (later := sifted.not_before.get(pk)) else Turn.FRESH, *(later or (at, "")))
        for place, pk in enumerate(sifted.fit, 1)
    ]
    columns = ("client_id", "position", "turn", "not_before", "why_later")
    many_rows.insert(calling_list.queue.model, columns, rows, calling_list_id=calling_list.pk)


def let_go_of(calling_list: "CallingList") -> None:
    """Whoever has a client of this list in hands has him no more."""
    calling_list.queue.filter(in_hands_of__isnull=False).update(in_hands_of=None, lease_till=None)


def _clients(wanted: Wanted, by: User, callers: Callers, at: datetime) -> list[Client]:
    """In the order of calling: those of a segment by how long nobody has touched them."""
    visible = Client.objects.visible_to(by).select_related("owner")
    if wanted.segment is not None:
        found = visible.filter(wanted.segment.where(at)).order_by(F("last_touch_at").asc(nulls_first=True), "pk")
        return list(found[: MOST_CLIENTS + 1])
    if wanted.of_day:
        return _in_order(visible, _of_day(callers.person, at))
    return _in_order(visible, wanted.clients)


def _of_day(person: User | None, at: datetime) -> list[int]:
    """By the hour of the first call."""
    if person is None:
        raise invalid("source", "day-is-one-persons", _("The calls of a day are one person's: choose who calls."))
    ends_at = day_start(local_day(at) + timedelta(days=1))
    due = Task.objects.due_before(ends_at).filter(assignee=person, kind=TaskKind.CALL).order_by()
    return list(due.values("client").annotate(first=Min("due_at")).order_by("first").values_list("client", flat=True))


def _in_order(clients: Clients, ids: Sequence[int]) -> list[Client]:
    known: dict[int, Client] = {}
    wanted = list(dict.fromkeys(ids))[: MOST_CLIENTS + 1]
    for some in many_rows.chunked(wanted):
        known |= clients.in_bulk(some)
    return [known[pk] for pk in wanted if pk in known]
