"""Moments to call back that people usually agree on, by the client's clock."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.utils.translation import get_language

from vedu.clients.client import Client
from vedu.clients.local_time import zone_of
from vedu.foundation.values.moments import moment_text
from vedu.foundation.values.working_calendar import add_working_days, working_hours

HOUR = timedelta(hours=1)
AFTERNOON, MORNING = time(15), time(10)
SOON_ENOUGH = timedelta(minutes=30)


class Moment(NamedTuple):
    """``value`` is local and without a zone, as a field of the page has it; ``text`` «завтра 10:00»."""

    value: str
    text: str


def moments_for(client: Client, now: datetime) -> list[Moment]:
    """In an hour, this afternoon, the next working day at ten and at three, in a week; those of working hours. The last
    is the next working day's morning in the field itself."""
    zone = zone_of(client)
    local = now.astimezone(zone).replace(second=0, microsecond=0)
    tomorrow, week = add_working_days(local.date(), 1), add_working_days(local.date(), 5)
    in_an_hour = (local + HOUR).replace(minute=(local.minute // 15) * 15)
    wanted = [
        in_an_hour,
        datetime.combine(local.date(), AFTERNOON, zone),
        datetime.combine(tomorrow, AFTERNOON, zone),
        datetime.combine(week, MORNING, zone),
        datetime.combine(tomorrow, MORNING, zone),
    ]
    language = get_language() or "en"
    kept = sorted({one for one in wanted[:-1] if _is_sensible(one, local)}) + wanted[-1:]
    return [_moment(one, now, language) for one in kept]


def _is_sensible(moment: datetime, local: datetime) -> bool:
    hours = working_hours(moment.date())
    return moment >= local + SOON_ENOUGH and hours is not None and hours[0] <= moment.time() < hours[1]


def _moment(local: datetime, now: datetime, language: str) -> Moment:
    zone = local.tzinfo
    assert zone is not None
    day = moment_text(local.date(), now, zone, False, language)
    return Moment(local.replace(tzinfo=None).isoformat(timespec="minutes"), f"{day} {local:%H:%M}")
