"""The night of the base: medians, rhythms, RFM, growth (BASE-2, BASE-3). Once a night; every step may run twice."""

from datetime import datetime

from django.utils import timezone

from vedu.clients.kinds import growth, passing_time, rfm, usual_rhythm
from vedu.clients.kinds.base_night import BaseNight
from vedu.foundation.people.installation import local_day, local_hour

HOUR = 3


def keep_base(at: datetime | None = None) -> bool:
    """The job. The very first time at once, then after three in the night. Answers whether it was time."""
    at = at or timezone.now()
    day = local_day(at)
    if BaseNight.objects.filter(day=day).exists() or (local_hour(at) < HOUR and BaseNight.objects.exists()):
        return False
    reckon(at)
    return True


def reckon(at: datetime) -> BaseNight:
    """All of it now, whatever the hour."""
    usual_rhythm.reckon_medians(at)
    usual_rhythm.follow_rules(at)
    passing_time.pass_time(at)
    passing_time.mend(at)
    found = rfm.reckon_rfm()
    growth.reckon_months(at)
    facts = {"at": at, "buyers": found.buyers, "left_out": found.left_out, "cuts": dict(found.cuts)}
    return BaseNight.objects.update_or_create(day=local_day(at), defaults=facts)[0]
