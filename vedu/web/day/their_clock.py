"""The client's clock beside ours when they differ."""

from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from vedu.foundation.values.moments import hour_text
from vedu.foundation.values.zones import zone_name
from vedu.insight.day_plan.task_row import TaskRow
from vedu.web.day.kinds import TALKS
from vedu.web.deals.clock import Clock
from vedu.web.shell.language import zones


def their_hour(task: TaskRow, clock: Clock) -> str:
    """«У клиента 14:20», «у клиента будет 20:10» at the hour of the task; nothing when the clocks agree."""
    zone = _zone(task.client_time_zone, task.client_region)
    if task.kind not in TALKS or zone is None or _offset(zone, clock.now) == _offset(clock.zone, clock.now):
        return ""
    if task.has_time and task.due_at > clock.now:
        return _("Their time will be %(hour)s") % {"hour": hour_text(task.due_at, zone)}
    return _("Their time is %(hour)s") % {"hour": hour_text(clock.now, zone)}


@lru_cache(maxsize=512)
def _zone(name: str, region: str) -> ZoneInfo | None:
    """The client's own zone, else that of its region."""
    if name in zones():
        return ZoneInfo(name)
    return ZoneInfo(zone_name(region)) if region else None


def _offset(zone: tzinfo, now: datetime) -> timedelta | None:
    return now.astimezone(zone).utcoffset()
