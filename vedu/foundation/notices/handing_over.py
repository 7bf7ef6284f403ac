"""New notices go into the outbox of those who want them at once (DAY-4). May run twice, be killed and run again."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from vedu.foundation.notices.delivery import Delivery, Way
from vedu.foundation.notices.notice_choice import When
from vedu.foundation.notices.reach import Listener, Reach
from vedu.foundation.people.notice import Notice

WINDOW = timedelta(days=2)
BATCH = 500


def ways_on() -> list[Way]:
    """Those that the administrator has set up."""
    return [*([Way.EMAIL] if settings.SENDS_EMAIL else []), *([Way.TELEGRAM] if settings.TELEGRAM_TOKEN else [])]


def hand_over(at: datetime | None = None) -> int:
    """The job. Nobody is written to outside of his working hours. Answers how many deliveries are new at most."""
    at = at or timezone.now()
    ways = ways_on()
    if not ways:
        return 0
    listeners = Reach.at(at).listeners
    return sum(_hand_over(way, [one for one in listeners.values() if _takes(one, way)], at) for way in ways)


def _takes(listener: Listener, way: Way) -> bool:
    if way == Way.TELEGRAM:
        return bool(listener.choice.telegram_chat)
    return listener.choice.by_email and bool(listener.person.email)


def _hand_over(way: Way, listeners: list[Listener], at: datetime) -> int:
    wanted = _wanted(listeners)
    if not wanted:
        return 0
    handed = Delivery.objects.filter(notice=OuterRef("pk"), way=way)
    new = Notice.objects.unread().filter(wanted, at__gte=at - WINDOW).filter(~Exists(handed)).order_by("at", "pk")
    since = {one.person.pk: one.choice.since_at for one in listeners}
    found = new.values_list("pk", "person", "at")[:BATCH]
    rows = [
        # What was told before he wanted it is handed over as given up, so that it is not looked at again.
        Delivery(notice_id=pk, way=way, made_at=at, next_try_at=at, given_up_at=at if told < since[person] else None)
        for pk, person, told in found
    ]
    Delivery.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _wanted(listeners: Iterable[Listener]) -> Q:
    """By topics: few sets, however many people."""
    people = defaultdict[tuple[str, ...], list[int]](list)
    for one in listeners:
        people[tuple(one.choice.topics(When.NOW))].append(one.person.pk)
    wanted = Q()
    for topics, ids in people.items():
        kinds = Q()
        for topic in topics:
            kinds |= Q(kind__startswith=f"{topic}.")
        if topics:
            wanted |= Q(person__in=ids) & kinds
    return wanted
