"""What waits today, told once in the morning (DAY-4). Nothing waits, nothing is told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Min, Q
from django.utils import timezone

from vedu.foundation.notices.notice_choice import When, topic_of
from vedu.foundation.notices.reach import Listener, Reach
from vedu.foundation.people.notice import News, Notice
from vedu.sales.touches.task import Task

KIND = "day.digest"


class Waiting(NamedTuple):
    """Tasks of a person: of today, with an hour among them, overdue; and the earliest hour of today."""

    today: int = 0
    timed: int = 0
    overdue: int = 0
    first_at: datetime | None = None

    def with_more(self, other: "Waiting") -> "Waiting":
        hours = [hour for hour in (self.first_at, other.first_at) if hour]
        return Waiting(
            self.today + other.today,
            self.timed + other.timed,
            self.overdue + other.overdue,
            min(hours) if hours else None,
        )


def send_digests(at: datetime | None = None) -> int:
    """The job: each person who is at work and has not been told today. Few queries, and those of the reach alone when
    everybody has. Answers how many were told."""
    at = at or timezone.now()
    reach = Reach.at(at)
    waiting_for = {pk: one for pk, one in reach.listeners.items() if one.choice.digest}
    for pk in _told(waiting_for):
        del waiting_for[pk]
    if not waiting_for:
        return 0
    tasks, unread = _tasks(waiting_for, reach), _unread(waiting_for)
    news = [one for pk, listener in waiting_for.items() if (one := _news(listener, tasks[pk], unread.get(pk, 0)))]
    Notice.send(news, at=at)
    return len(news)


def _told(listeners: Mapping[int, Listener]) -> set[int]:
    days = {f"{one.day}" for one in listeners.values()}
    found = Notice.objects.filter(person__in=listeners.keys(), kind=KIND, key__in=days).values_list("person", "key")
    return {pk for pk, key in found if key == f"{listeners[pk].day}"}


def _tasks(listeners: Mapping[int, Listener], reach: Reach) -> Mapping[int, Waiting]:
    """A query for each time zone. Tasks of an absent colleague wait for who stands in for him."""
    found = defaultdict[int, Waiting](Waiting)
    zones = defaultdict[tuple[datetime, datetime], list[int]](list)
    for owner, listener in reach.listens.items():
        if listener.person.pk in listeners:
            zones[listener.day_begins, listener.day_ends].append(owner)
    for (begins, ends), owners in zones.items():
        for owner, *counts in _counted(owners, begins, ends):
            pk = reach.listens[owner].person.pk
            found[pk] = found[pk].with_more(Waiting(*counts))
    return found


def _counted(owners: list[int], begins: datetime, ends: datetime) -> Iterable[tuple[Any, ...]]:
    today, timed = Q(due_at__gte=begins), Q(due_at__gte=begins, has_time=True)
    found = Task.objects.due_before(ends).filter(assignee__in=owners).order_by().values("assignee")
    counts = found.annotate(
        today=Count("pk", filter=today),
        timed=Count("pk", filter=timed),
        overdue=Count("pk", filter=~today),
        first_at=Min("due_at", filter=timed),
    )
    return counts.values_list("assignee", "today", "timed", "overdue", "first_at")


def _unread(listeners: Mapping[int, Listener]) -> Mapping[int, int]:
    """News of these days that a person wants in the digest."""
    since = min(one.since for one in listeners.values())
    found = Notice.objects.unread().filter(person__in=listeners.keys(), at__gte=since).exclude(kind=KIND)
    counts = defaultdict[int, int](int)
    for pk, kind, number in found.order_by().values_list("person", "kind").annotate(Count("pk")):
        if listeners[pk].choice.when_of(topic_of(kind)) == When.DIGEST:
            counts[pk] += number
    return counts


def _news(listener: Listener, waiting: Waiting, unread: int) -> News | None:
    if not (waiting.today or waiting.overdue or unread):
        return None
    facts = {**waiting._asdict(), "unread": unread, "on": listener.day}
    return News(listener.person.pk, "day.digest", f"{listener.day}", facts)
