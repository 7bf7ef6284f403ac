"""The first response: how long the client waited for it, by the working calendar, against the pipeline's norm."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from vedu.foundation.people.calendar_day import changes
from vedu.foundation.people.installation import defaults
from vedu.foundation.people.user import User
from vedu.foundation.values.working_time import after_working, working_seconds
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.inquiries.step import Step
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

if TYPE_CHECKING:
    from vedu.sales.inquiries.inquiry import Inquiry

MINUTE = 60


def due_of(pipeline: Pipeline, came_at: datetime) -> datetime | None:
    """When its norm of the first response ends; None without one."""
    minutes = pipeline.response_norm_minutes
    return None if minutes is None else after_working(came_at, minutes * MINUTE, _zone(), changes())


def answer(inquiry: "Inquiry", *, by: User, channel: str, outcome: str, text: str, at: datetime | None) -> Touch:
    """See Inquiry.answer."""
    deal = inquiry.require_work(by)
    with transaction.atomic():
        touch = deal.log_touch(by=by, channel=channel, outcome=outcome, text=text, at=at)
        if touch.two_way:
            waiting = Task.objects.open().filter(pk=inquiry.task_id or 0)
            Task.end_all(waiting, by=by, result=_("The first response is given."), at=touch.at)
            deal.follow_next_step()
            inquiry.refresh_from_db(fields=["answered_at", "answered_by", "seconds"])
            inquiry.go_on(Step.NEEDS, by=by, at=at)
    return touch


def waited(since: datetime, till: datetime) -> int:
    """Seconds of working time between them, by the calendar of the installation."""
    return working_seconds(since, till, _zone(), changes())


def _zone() -> ZoneInfo:
    return ZoneInfo(defaults().time_zone)
