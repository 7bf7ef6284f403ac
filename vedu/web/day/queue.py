"""The queue of the day: what to do now, then the rest from the end of the funnel to its start (day/_queue.html)."""

from collections import Counter
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.foundation.values.moments import hour_text
from vedu.insight.day_plan.current import Current
from vedu.insight.day_plan.entry import DayPlan, Group
from vedu.web.day.row import Setting, row_html
from vedu.web.shell.clock import Clock


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its rows; ``note`` stands small beside the heading."""

    heading: str
    note: str
    rows: SafeString


def queue_of(plan: DayPlan, setting: Setting, now: Current | None) -> list[Part]:
    """``now``: the day has begun, and its first part says what to take up this minute."""
    rest = [entry for entry in plan.entries if not (now and entry is now.entry)]
    following = dict(zip([entry.task.pk for entry in rest], [entry.task.pk for entry in rest[1:]], strict=False))
    rows = {entry.task.pk: row_html(entry, setting, following.get(entry.task.pk, 0)) for entry in rest}
    parts = [_now(now, setting)] if now else []
    names = Counter(group.name for group in plan.groups)
    for group in plan.groups:
        shown = [rows[entry.task.pk] for entry in group.entries if entry.task.pk in rows]
        if shown:
            parts.append(Part(_heading(group, names), str(len(shown)), _safe(shown)))
    return parts


def _now(now: Current, setting: Setting) -> Part:
    heading = pgettext("day", "Next") if now.waits else pgettext("day", "Now")
    return Part(heading, _note(now, setting.clock), _safe([row_html(now.entry, setting, is_now=True)]))


def _note(now: Current, clock: Clock) -> str:
    """Why this one, when it is not simply the first."""
    hour = {"hour": hour_text(now.entry.task.due_at, clock.zone)}
    if now.waits:
        return _("free until %(hour)s") % hour
    if now.passes_shut:
        return _("the clients before it may not be disturbed at this hour")
    return _("ahead of the queue: set for %(hour)s") % hour if now.jumps_queue else ""


def _heading(group: Group, names: Counter[str]) -> str:
    """Stages of two pipelines may share a name."""
    return f"{group.name} · {group.pipeline}" if names[group.name] > 1 else group.name


def _safe(rows: list[str]) -> SafeString:
    return mark_safe("".join(rows))  # noqa: S308 what people typed is escaped in each row
