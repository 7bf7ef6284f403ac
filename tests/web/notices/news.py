"""Notices for the tests."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from vedu.foundation.people.notice import News, Notice
from vedu.foundation.people.user import User

NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)


def told(person: User, number: int = 1, kind: str = "hold.ending", days: int = 7, at: datetime = NOON) -> list[Notice]:
    """So many notices of one kind, the first the newest; a hold ends so many days from today."""
    on = timezone.localdate() + timedelta(days=days)
    before = Notice.objects.count()
    for one in range(before, before + number):
        data = {"client": one + 1, "name": f"Client {one}", "days": days, "on": on, "owner": "Igor Belov"}
        Notice.send([News(person.pk, kind, f"{one}", data)], at=at - timedelta(minutes=one))
    return list(Notice.objects.of(person).filter(kind=kind))
