"""What a run of calling has brought so far, added up from small counters (CHAN-5)."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import QuerySet, Sum

from vedu.foundation.people.installation import local_day
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.sales.calling.caller_tally import CallerTally, CallNumbers

_SUMS: dict[str, Any] = {name: Sum(name) for name in CallNumbers._fields}


def of_lists(list_ids: Collection[int]) -> dict[int, CallNumbers]:
    """One query for any number of lists."""
    found = _summed(CallerTally.objects.filter(calling_list__in=list_ids), "calling_list")
    return {pk: found.get(pk, CallNumbers()) for pk in list_ids}


def of_callers(list_id: int) -> dict[int, CallNumbers]:
    """Caller → what he brought on this list."""
    return _summed(CallerTally.objects.filter(calling_list=list_id), "caller")


def of_caller_on(list_id: int, caller: User, at: datetime) -> dict[int, CallNumbers]:
    """His day on this list: hour → what he brought in it."""
    return {hour: CallNumbers(*numbers) for hour, *numbers in _OF_DAY.rows(list_id, caller.pk, local_day(at))}


def by_hour(list_id: int) -> dict[int, CallNumbers]:
    """Hour of the day → what calls of that hour brought."""
    return _summed(CallerTally.objects.filter(calling_list=list_id), "hour")


def added_up(numbers: Collection[CallNumbers]) -> CallNumbers:
    return CallNumbers(*map(sum, zip(*numbers, strict=True))) if numbers else CallNumbers()


def _summed(rows: "QuerySet[CallerTally]", by: str) -> dict[int, CallNumbers]:
    found: Any = rows.order_by(by).values(by).annotate(**_SUMS)
    return {row.pop(by): CallNumbers(**row) for row in found}


_OF_DAY = Prepared(  # a row an hour
    lambda pk, caller, day: (
        CallerTally.objects.filter(calling_list__id=pk, caller__id=caller, on=day)
        .order_by("hour")
        .values_list("hour", *CallNumbers._fields)
    ),
    ids=2,
    fields=[models.DateField()],
)
