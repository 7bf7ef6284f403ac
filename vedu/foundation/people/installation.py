"""What was chosen on the first run of this installation: its language, time zone and kind of business."""

from datetime import date, datetime, time
from typing import NamedTuple, Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused
from vedu.foundation.values.zones import is_zone

ONLY = 1


class Installation(models.Model):
    """One row at most; without it VEDU_LANGUAGE and VEDU_TIME_ZONE hold."""

    language = models.CharField(max_length=2)
    time_zone = models.CharField(max_length=64)
    business = models.CharField(max_length=40, blank=True)
    started_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=ONLY), name="one_installation")]

    def __str__(self) -> str:
        return f"{self.business} since {self.started_at:%Y-%m-%d}"

    @classmethod
    def begin(cls, *, language: str, time_zone: str, business: str, at: datetime | None = None) -> Self:
        """The first run. Of any number at one moment one wins; refused as soon as anybody works here."""
        with transaction.atomic():
            row, is_new = cls.objects.get_or_create(
                pk=ONLY,
                defaults={
                    "language": language,
                    "time_zone": time_zone,
                    "business": business,
                    "started_at": at or timezone.now(),
                },
            )
            if not is_new or has_people():
                raise Refused(Reason("already-begun", _("This installation has its people already: sign in.")))
        forget()
        return row


class Defaults(NamedTuple):
    """For those who have chosen nothing of their own."""

    language: str
    time_zone: str


_known: dict[str, Defaults] = {}


def defaults() -> Defaults:
    """Asked for on every page, so it is kept: from the first run on it does not change."""
    if kept := _known.get("defaults"):
        return kept
    row = Installation.objects.first()
    found = Defaults(row.language, row.time_zone) if row else Defaults(settings.LANGUAGE_CODE, settings.TIME_ZONE)
    if row or has_people():
        remember(found)
    return found


def zone_of(person: User) -> ZoneInfo:
    """By whose clock he works: his own, else that of the installation."""
    return ZoneInfo(person.time_zone if is_zone(person.time_zone) else defaults().time_zone)


def local_day(at: datetime) -> date:
    """The day by the clock of the installation, whoever looks: what a rule counts in days."""
    return at.astimezone(ZoneInfo(defaults().time_zone)).date()


def local_hour(at: datetime) -> int:
    """By the same clock."""
    return at.astimezone(ZoneInfo(defaults().time_zone)).hour


def day_start(day: date) -> datetime:
    """Its first moment by the same clock."""
    return datetime.combine(day, time.min, ZoneInfo(defaults().time_zone))


def main_currency() -> str:
    """The one in which sums of the whole base are told (VEDU_CURRENCY)."""
    return settings.CURRENCY


def is_empty() -> bool:
    """Nobody works here yet. Costs nothing from the moment that somebody does."""
    return not _known and not has_people()


def remember(found: Defaults) -> None:
    _known["defaults"] = found


def forget() -> None:
    """Ask the database again."""
    _known.clear()


def has_people() -> bool:
    return User.objects.exists()
