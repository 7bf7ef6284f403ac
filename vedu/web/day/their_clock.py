"""The client's clock beside ours when they differ."""

from datetime import datetime, timedelta, tzinfo

from django.utils.translation import gettext as _

from vedu.clients.local_time import known_zone
from vedu.foundation.values.moments import hour_text
from vedu.insight.day_plan.task_row import TaskRow
from vedu.web.day.kinds import TALKS
from vedu.web.shell.clock import Clock


def their_hour(task: TaskRow, clock: Clock) -> str:
    """«У клиента 14:20», «у клиента будет 20:10» at the hour of the task; nothing when the clocks agree."""
    zone = known_zone(task.client_time_zone, task.client_region)
    if task.kind not in TALKS or zone is None or _offset(zone, clock.now) == _offset(clock.zone, clock.now):
        return ""
    if task.has_time and task.due_at > clock.now:
        return _("Their time will be %(hour)s") % {"hour": hour_text(task.due_at, zone)}
    return _("Their time is %(hour)s") % {"hour": hour_text(clock.now, zone)}


def _offset(zone: tzinfo, now: datetime) -> timedelta | None:
    return now.astimezone(zone).utcoffset()
