"""Why an entry stands in the day, in words: facts, no blame (DAY-1)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.values.moments import moment_text
from vedu.insight.day_plan.moment import Moment
from vedu.insight.day_plan.task_row import TaskRow
from vedu.sales.touches.channel import TaskKind

MOST_FACTS = 2


def why(task: TaskRow, moment: Moment, *, is_largest: bool = False, refusal: str | None = None) -> str:
    """One or two facts that put the entry here, the most pressing first.

    ``refusal`` is why the deal of a return was lost: "" when it was put off, None when it was never closed."""
    facts = [_late(task, moment), _back(task, refusal), *_of_deal(task, moment, is_largest)]
    return ". ".join([fact for fact in facts if fact][:MOST_FACTS]) or _planned(task, moment)


def _late(task: TaskRow, moment: Moment) -> str:
    days = moment.days_since(task.due_at)
    if days > 1:
        return ngettext("Due %(days)d day ago", "Due %(days)d days ago", days) % {"days": days}
    if days == 1:
        return _("Due yesterday")
    if moment.is_past(task.due_at, task.has_time):
        return _("Was due at %(time)s") % {"time": moment.hour(task.due_at)}
    return ""


def _back(task: TaskRow, refusal: str | None) -> str:
    if task.kind != TaskKind.RETURN or refusal is None:
        return ""
    return _("Refused then: %(reason)s") % {"reason": _lowered(refusal)} if refusal else _("Put off till now")


def _lowered(words: str) -> str:
    """As it stands inside a sentence; «ЛПР» further on keeps its capitals."""
    return words[:1].lower() + words[1:]


def _of_deal(task: TaskRow, moment: Moment, is_largest: bool) -> list[str]:
    if not task.is_of_open_deal:
        return []
    return [_over_norm(task, moment), _("The largest in this stage") if is_largest else "", _silent(task, moment)]


def _over_norm(task: TaskRow, moment: Moment) -> str:
    if task.stage_since is None or task.stage_due_at is None or task.stage_due_at >= moment.now:
        return ""
    days = (moment.now - task.stage_since).days
    words = ngettext("%(days)d day in the stage, norm %(norm)d", "%(days)d days in the stage, norm %(norm)d", days)
    return words % {"days": days, "norm": task.day_norm}


def _silent(task: TaskRow, moment: Moment) -> str:
    if task.last_two_way_at is None:
        return _("No conversation yet")
    days = moment.days_since(task.last_two_way_at)
    if days <= 1:
        return _("You talked yesterday") if days == 1 else _("You talked today")
    return ngettext("Last talk %(days)d day ago", "Last talk %(days)d days ago", days) % {"days": days}


def _planned(task: TaskRow, moment: Moment) -> str:
    if moment.days_since(task.due_at) < 0:
        day = task.due_at.astimezone(moment.zone).date()
        return _("Planned for %(day)s") % {"day": moment_text(day, moment.now, moment.zone)}
    if task.has_time:
        return _("Set for %(time)s") % {"time": moment.hour(task.due_at)}
    return _("Planned for today")
