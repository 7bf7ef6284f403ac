"""The moment for which a day is planned, by the clock of the one who asks."""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple, Self

from django.utils import timezone

ONE_DAY = timedelta(days=1)


class Moment(NamedTuple):
    """``on`` is the planned day, ``today`` the day of ``now``."""

    now: datetime
    zone: tzinfo
    today: date
    on: date

    @classmethod
    def of(cls, on: date | None, now: datetime | None) -> Self:
        now, zone = now or timezone.now(), timezone.get_current_timezone()
        today = now.astimezone(zone).date()
        return cls(now, zone, today, on or today)

    @property
    def is_ahead(self) -> bool:
        """The planned day has not come."""
        return self.on > self.today

    def days_since(self, moment: datetime) -> int:
        """Whole local days; negative for what is ahead."""
        return (self.today - moment.astimezone(self.zone).date()).days

    def is_past(self, moment: datetime, has_time: bool) -> bool:
        """What is promised for a day without an hour is late when the day is over."""
        return moment < self.now and (has_time or self.days_since(moment) > 0)

    def hour(self, moment: datetime) -> str:
        """«10:20»."""
        return moment.astimezone(self.zone).strftime("%H:%M")


def start_of(day: date) -> datetime:
    """The first moment of a local day."""
    return timezone.make_aware(datetime.combine(day, time.min))
