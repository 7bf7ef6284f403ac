"""The working calendar of the installation: the official one with the company's own days in it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.events import tell
from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.foundation.refusal import NotAllowed, Reason
from vedu.foundation.values.working_calendar import Changes, working_hours


class DayKind(models.TextChoices):
    OFF = "off", pgettext_lazy("day of the calendar", "day off")
    WORKING = "working", pgettext_lazy("day of the calendar", "working day")
    SHORT = "short", pgettext_lazy("day of the calendar", "short day")


class CalendarDay(models.Model):
    """One day that differs from the official calendar."""

    day = models.DateField(unique=True)
    kind = models.CharField(max_length=7, choices=DayKind)
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day}: {self.kind}"

    @classmethod
    def decide(cls, day: date, kind: str | None, *, by: User, why: str = "") -> None:
        """None goes back to the official calendar. For those who run the whole company."""
        if by.role not in EVERYTHING:
            sentence = _("Only the owner of the business or an administrator changes the working calendar.")
            raise NotAllowed(Reason("calendar-not-yours", sentence))
        if kind is None:
            cls.objects.filter(day=day).delete()
        else:
            cls.objects.update_or_create(day=day, defaults={"kind": DayKind(kind), "why": why.strip()[:200]})
        tell("calendar.decided", by=by, day=day, kind=kind, why=why.strip())


def changes() -> Changes:
    """What working_calendar.py takes. One query; a job asks once."""
    found = _DAYS.rows()
    return Changes(
        days_off=_of(DayKind.OFF, found),
        working_days=_of(DayKind.WORKING, found),
        short_days=_of(DayKind.SHORT, found),
    )


def is_working_time(at: datetime, known: Changes | None = None) -> bool:
    """Whether rules may act now: nobody loses a client on a Sunday night. In the zone that is active."""
    local = timezone.localtime(at)
    hours = working_hours(local.date(), changes() if known is None else known)
    return hours is not None and hours[0] <= local.time() < hours[1]


def _of(kind: DayKind, found: Iterable[tuple[Any, ...]]) -> frozenset[date]:
    return frozenset(day for day, one in found if one == kind)


_DAYS = Prepared(lambda: CalendarDay.objects.order_by().values_list("day", "kind"), ids=0)
