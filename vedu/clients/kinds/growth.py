"""How the base grew, month by month, from the dated rows (BASE-2, SEE-9): reckoned in the night, read by a page."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, F, QuerySet

from vedu.clients.client import Client
from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.base_night import BaseMonth
from vedu.clients.kinds.change import BaseKindChange
from vedu.foundation.people.installation import day_start, local_day

MONTHS = 24
Cell = tuple[date, int | None, str]


def reckon_months(at: datetime) -> None:
    """The last two years anew; all that was before stands in the first of its months."""
    came, left = Counter[Cell](), Counter[Cell]()
    for month, since, till in _months(local_day(at)):
        for owner, before, kind, number in _changes(since, till):
            came[month, owner, kind] += number
            left[month, owner, before] += number
        for owner, number in _added(since, till):
            came[month, owner, BaseKind.COLD] += number
        for owner, number in _known_earlier(since, till):
            came[month, owner, BaseKind.COLD] += number
    cells = {cell for cell in (*came, *left) if came[cell] or left[cell]}
    rows = [
        BaseMonth(month=cell[0], owner_id=cell[1], kind=cell[2], came=came[cell], left=left[cell]) for cell in cells
    ]
    with transaction.atomic():
        BaseMonth.objects.all().delete()
        BaseMonth.objects.bulk_create(rows, batch_size=1000)


def month_back(month: date, months: int) -> date:
    """The first day of the month so many before."""
    years, place = divmod(month.year * 12 + month.month - 1 - months, 12)
    return date(years, place + 1, 1)


def _months(today: date) -> Iterator[tuple[date, datetime | None, datetime | None]]:
    """Each month with its bounds; the first is open to the past, the last to the future."""
    first = today.replace(day=1)
    days = [month_back(first, number) for number in range(MONTHS, -1, -1)]
    for place, day in enumerate(days):
        later = days[place + 1] if place < MONTHS else None
        yield day, day_start(day) if place else None, day_start(later) if later else None


def _changes(since: datetime | None, till: datetime | None) -> "QuerySet[BaseKindChange, Any]":
    rows = BaseKindChange.objects.filter(**_between("at", since, till)).order_by()
    return rows.values_list("client__owner", "before", "kind").annotate(Count("pk"))


def _added(since: datetime | None, till: datetime | None) -> "QuerySet[Client, Any]":
    """A client is cold from the day it came into the base."""
    return (
        Client.objects.filter(**_between("created_at", since, till))
        .order_by()
        .values_list("owner")
        .annotate(Count("pk"))
    )


def _known_earlier(since: datetime | None, till: datetime | None) -> Iterator[tuple[int | None, int]]:
    """Whom an import brought with a past: it came with the first fact of it, not on the day of the import."""
    early = BaseKindChange.objects.filter(before=BaseKind.COLD, at__lt=F("client__created_at")).order_by()
    for column, sign in (("at", 1), ("client__created_at", -1)):
        counted = early.filter(**_between(column, since, till)).values_list("client__owner")
        for owner, number in counted.annotate(Count("client", distinct=True)):
            yield owner, sign * number


def _between(column: str, since: datetime | None, till: datetime | None) -> dict[str, datetime]:
    bounds = {f"{column}__gte": since, f"{column}__lt": till}
    return {name: at for name, at in bounds.items() if at is not None}
