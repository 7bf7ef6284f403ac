"""The moment, zone and language of one request, asked for once and passed to every row."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple, Self

from django.db.models import DateTimeField
from django.utils import timezone
from django.utils.translation import get_language


class Moments(NamedTuple):
    """What a query asks of a clock; slots stand here while it is compiled (foundation/prepared.py)."""

    now: Any
    day_start: Any
    day_end: Any


MOMENT_FIELDS = [DateTimeField() for _name in Moments._fields]


class Clock(NamedTuple):
    """``day_start`` and ``day_end`` are the bounds of the local day ``today``, in UTC."""

    now: datetime
    zone: tzinfo
    language: str
    today: date
    day_start: datetime
    day_end: datetime

    @classmethod
    def here(cls, now: datetime | None = None) -> Self:
        """By the zone and language that are active."""
        now, zone = now or timezone.now(), timezone.get_current_timezone()
        today = now.astimezone(zone).date()
        bounds = (_midnight(day, zone) for day in (today, today + timedelta(days=1)))
        return cls(now, zone, get_language() or "en", today, *bounds)

    @property
    def moments(self) -> Moments:
        return Moments(self.now, self.day_start, self.day_end)

    def day_of(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time.min, zone).astimezone(UTC)
