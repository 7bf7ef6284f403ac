"""Why an entry stands in the day, in words: facts, no blame (DAY-1)."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task

MOST_FACTS = 2


def why(task: Task, now: datetime, *, is_largest: bool, closing: Closing | None = None) -> str:
    """One or two facts that put the entry here, the most pressing first."""
    facts = [fact for fact in (_late(task, now), _back(task, closing), *_of_deal(task.deal, now, is_largest)) if fact]
    return ". ".join(facts[:MOST_FACTS]) or _promised(task, now)


def days_late(task: Task, now: datetime) -> int:
    """Whole local days since the day it was promised for."""
    return (timezone.localdate(now) - timezone.localdate(task.due_at)).days


def is_overdue(task: Task, now: datetime) -> bool:
    """Its moment has passed; a task for a day is overdue when the day is."""
    return days_late(task, now) > 0 or (task.has_time and task.due_at < now)


def _late(task: Task, now: datetime) -> str:
    days = days_late(task, now)
    if days > 0:
        return ngettext("Promised %(days)d day ago", "Promised %(days)d days ago", days) % {"days": days}
    if is_overdue(task, now):
        return _("Promised for %(time)s today") % {"time": timezone.localtime(task.due_at).strftime("%H:%M")}
    return ""


def _back(task: Task, closing: Closing | None) -> str:
    if task.kind != TaskKind.RETURN or closing is None:
        return ""
    if closing.reason is None:
        return _("Put off till now")
    return _("Refused then: %(reason)s") % {"reason": _lowered(closing.reason.name)}


def _lowered(words: str) -> str:
    """As it stands inside a sentence; «ЛПР» further on keeps its capitals."""
    return words[:1].lower() + words[1:]


def _of_deal(deal: Deal | None, now: datetime, is_largest: bool) -> list[str]:
    if deal is None or not deal.is_open:
        return []
    return [_over_norm(deal, now), _silent(deal, now), _("The largest in this stage") if is_largest else ""]


def _over_norm(deal: Deal, now: datetime) -> str:
    if not deal.is_over_norm(now):
        return ""
    days = deal.days_in_stage(now)
    words = ngettext("%(days)d day in the stage, norm %(norm)d", "%(days)d days in the stage, norm %(norm)d", days)
    return words % {"days": days, "norm": deal.stage.day_norm}


def _silent(deal: Deal, now: datetime) -> str:
    if deal.last_two_way_at is None:
        return _("No conversation yet")
    days = (now - deal.last_two_way_at).days
    if days <= 1:
        return _("You talked yesterday or today")
    return ngettext("Last talk %(days)d day ago", "Last talk %(days)d days ago", days) % {"days": days}


def _promised(task: Task, now: datetime) -> str:
    if task.has_time and days_late(task, now) == 0:
        return _("Promised for %(time)s today") % {"time": timezone.localtime(task.due_at).strftime("%H:%M")}
    return _("Planned for today")
