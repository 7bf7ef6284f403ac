"""What a calendar outside is given: tasks and business events from a month back to half a year ahead (DAY-4)."""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings

from vedu.foundation.people.user import User
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task, Tasks
from vedu.web.shell.address import address_of

BACK, AHEAD = timedelta(days=30), timedelta(days=180)
MOST = 2000
TASK = ("pk", "kind", "title", "due_at", "has_time", "minutes", "created_at", "revision", "changed_at", "done_at")
COLUMNS = (*TASK, "client_id", "client__name", "deal_id")
EVENT = ("pk", "name", "place", "city", "starts_on", "ends_on", "created_at", "revision", "changed_at")


class Entry(NamedTuple):
    """``begins`` and ``ends`` are moments, or days for what has no hour; the last day is not included. ``is_task``: a
    promise of a day, which is done or not."""

    key: str
    summary: str
    begins: date
    ends: date
    made_at: datetime
    changed_at: datetime
    revision: int
    url: str
    place: str = ""
    is_task: bool = False
    done_at: datetime | None = None


def entries_of(person: User, zone: ZoneInfo, now: datetime) -> list[Entry]:
    """Three queries: what is to do, what was done, where he goes. In the language that is active."""
    since, till = now - BACK, now + AHEAD
    mine = Task.objects.filter(assignee=person, due_at__gte=since, due_at__lt=till).order_by("due_at", "pk")
    rows = [*_rows(mine.open()), *_rows(mine.filter(done_at__gte=since))]
    return [*(_task(row, zone) for row in rows), *_events(person, since.date(), till.date())]


def _rows(tasks: Tasks) -> list[dict[str, Any]]:
    return list(tasks.values(*COLUMNS)[:MOST])


def _task(row: dict[str, Any], zone: ZoneInfo) -> Entry:
    at = row["due_at"].astimezone(zone)
    ends = at + timedelta(minutes=row["minutes"])
    day = at.date()
    deal = row["deal_id"]
    return Entry(
        key=f"task-{row['pk']}",
        summary=_summary(TaskKind(row["kind"]), row["client__name"], row["title"]),
        begins=at if row["has_time"] else day,
        ends=ends if row["has_time"] else day + timedelta(days=1),
        made_at=row["created_at"],
        changed_at=max(filter(None, (row["changed_at"], row["created_at"], row["done_at"]))),
        revision=row["revision"],
        url=settings.ADDRESS
        + (address_of("deal:card", deal) if deal else address_of("clients:card", row["client_id"])),
        is_task=not row["has_time"],
        done_at=row["done_at"],
    )


def _summary(kind: TaskKind, client: str, title: str) -> str:
    """«Call: Volga. Confirm the need», and no word that stands there twice."""
    label = str(kind.label)
    return f"{label}: {client}" if title.strip() in ("", label) else f"{label}: {client}. {title.strip()}"


def _events(person: User, since: date, till: date) -> list[Entry]:
    his = BusinessEvent.objects.filter(participants__person=person, ends_on__gte=since, starts_on__lt=till)
    return [_event(row) for row in his.order_by("starts_on", "pk").values(*EVENT)[:MOST]]


def _event(row: dict[str, Any]) -> Entry:
    return Entry(
        key=f"event-{row['pk']}",
        summary=row["name"],
        begins=row["starts_on"],
        ends=row["ends_on"] + timedelta(days=1),
        made_at=row["created_at"],
        changed_at=row["changed_at"] or row["created_at"],
        revision=row["revision"],
        url=settings.ADDRESS + address_of("business_events:event", row["pk"]),
        place=", ".join(filter(None, (row["place"], row["city"]))),
    )
