"""A task of the day with what is said of it, as the database gives it: plain values, no model instance."""

from collections.abc import Collection
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    Case,
    DateTimeField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from vedu.foundation.prepared import Prepared
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import DealState
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch


class TaskRow(NamedTuple):
    """The order is that of FIELDS. What follows ``deal_id`` is None without a deal.

    ``refusal`` is why the deal of a return was lost: "" when it was put off, None when it was never closed."""

    pk: int
    kind: str
    title: str
    due_at: datetime
    has_time: bool
    minutes: int
    client_id: int
    client_name: str
    client_time_zone: str
    client_region: str
    contact_id: int | None
    contact_name: str | None
    contact_time_zone: str | None
    deal_id: int | None
    deal_name: str | None
    amount: Decimal | None
    currency: str | None
    state: str | None
    chance: int | None
    stage_since: datetime | None
    stage_due_at: datetime | None
    day_norm: int | None
    last_two_way_at: datetime | None
    signal_strength: float | None
    signals_at: datetime | None
    refusal: str | None

    @property
    def is_of_open_deal(self) -> bool:
        return self.state == DealState.OPEN


class DoneRow(NamedTuple):
    """A finished task. The order is that of DONE_FIELDS."""

    pk: int
    kind: str
    title: str
    done_at: datetime
    minutes: int
    result: str
    client_id: int
    client_name: str
    deal_id: int | None


FIELDS = (
    "pk",
    "kind",
    "title",
    "due_at",
    "has_time",
    "minutes",
    "client_id",
    "client__name",
    "client__time_zone",
    "client__region",
    "contact_id",
    "contact__name",
    "contact__time_zone",
    "deal_id",
    "deal__name",
    "deal__amount",
    "deal__currency",
    "deal__state",
    "deal__chance",
    "deal__stage_since",
    "deal__stage_due_at",
    "deal__stage__day_norm",
    "deal__last_two_way_at",
    "deal__signal_strength",
    "deal__signals_at",
    "refusal",
)
DONE_FIELDS = ("pk", "kind", "title", "done_at", "minutes", "result", "client_id", "client__name", "deal_id")


# Of a quarter of an hour each they fill ten hours.
MOST_ENTRIES, MOST_DONE = 40, 60
A_MOMENT = timedelta(seconds=10)


def rows_by_id(ids: Collection[int]) -> dict[int, TaskRow]:
    """At most MOST_ENTRIES of them."""
    return {values[0]: TaskRow._make(values) for values in _TASKS.rows_in(ids)}


def open_rows_of(user_id: int, ids: Collection[int]) -> dict[int, TaskRow]:
    """Those of them that the person still has to do."""
    return {values[0]: TaskRow._make(values) for values in _OPEN_OF.rows_in(ids, user_id)}


def done_rows(user_id: int, start: datetime, end: datetime) -> list[DoneRow]:
    """Newest first."""
    return [DoneRow._make(values) for values in _DONE.rows(user_id, start, end)]


def results_of(done: Collection[DoneRow]) -> dict[int, str]:
    """By task what came of it: its own words, else those of the touch by which it was done, which are asked for where
    it has none."""
    touched = dict(_TOUCHED.rows_in([task.pk for task in done if not task.result]))
    return {task.pk: task.result or touched.get(task.pk) or "" for task in done}


def _tasks(*ids: Any) -> "QuerySet[Task, Any]":
    closings = Closing.objects.filter(deal=OuterRef("deal")).order_by("-at", "-pk")
    latest = closings.annotate(words=Coalesce("reason__name", Value(""))).values("words")[:1]
    refusal = Case(When(kind=TaskKind.RETURN, then=Subquery(latest)))
    return Task.objects.filter(pk__in=ids).order_by().annotate(refusal=refusal).values_list(*FIELDS)


def _open_of(*slots: Any) -> "QuerySet[Task, Any]":
    *ids, user = slots
    return _tasks(*ids).filter(assignee__id=user, done_at=None)


def _done(user: Any, start: Any, end: Any) -> "QuerySet[Task, Any]":
    done = Task.objects.filter(assignee=user, done_at__gte=start, done_at__lt=end)
    return done.order_by("-done_at", "-pk").values_list(*DONE_FIELDS)[:MOST_DONE]


def _touched(*ids: Any) -> "QuerySet[Task, Any]":
    moment = {"at__gte": OuterRef("done_at"), "at__lt": OuterRef("done_at") + A_MOMENT}
    touches = Touch.objects.filter(client=OuterRef("client"), by=OuterRef("done_by"), **moment).order_by("at")
    done = Task.objects.filter(pk__in=ids).order_by()
    return done.annotate(said=Subquery(touches.values("text")[:1])).values_list("pk", "said")


_TASKS = Prepared(_tasks, ids=MOST_ENTRIES)
_OPEN_OF = Prepared(_open_of, ids=MOST_ENTRIES, fields=[BigIntegerField()])
_DONE = Prepared(_done, fields=[DateTimeField(), DateTimeField()])
_TOUCHED = Prepared(_touched, ids=MOST_DONE)
