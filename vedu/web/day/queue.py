"""The queue of the day: what to do now, then the rest from the end of the funnel to its start (day/_queue.html)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.foundation.values.moments import hour_text
from vedu.insight.day_plan.current import Current, current
from vedu.insight.day_plan.entry import DayPlan, Entry, Group
from vedu.web.day.row import Setting, row_html
from vedu.web.deals.clock import Clock


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its rows; ``note`` stands small beside the heading."""

    heading: str
    note: str
    rows: SafeString


def queue_of(plan: DayPlan, setting: Setting, *, has_now: bool, takes_focus: bool) -> list[Part]:
    """``has_now``: the day has begun, so its first part says what to take up this minute."""
    now = current(plan.entries, setting.clock.now) if has_now else None
    parts = [_now(now, setting, takes_focus)] if now else []
    names = Counter(group.name for group in plan.groups)
    for group in plan.groups:
        entries = [entry for entry in group.entries if not (now and entry is now.entry)]
        if entries:
            parts.append(Part(_heading(group, names), str(len(entries)), _rows(entries, setting)))
    return parts


def _now(now: Current, setting: Setting, takes_focus: bool) -> Part:
    row = row_html(now.entry, setting, is_now=True, takes_focus=takes_focus)
    return Part(
        pgettext("day", "Next") if now.waits else pgettext("day", "Now"), _note(now, setting.clock), mark_safe(row)
    )  # noqa: S308 it is escaped


def _note(now: Current, clock: Clock) -> str:
    """Why this one, when it is not simply the first."""
    hour = {"hour": hour_text(now.entry.task.due_at, clock.zone)}
    if now.waits:
        return _("free until %(hour)s") % hour
    return _("ahead of the queue: set for %(hour)s") % hour if now.jumps_queue else ""


def _heading(group: Group, names: Counter[str]) -> str:
    """Stages of two pipelines may share a name."""
    return f"{group.name} · {group.pipeline}" if names[group.name] > 1 else group.name


def _rows(entries: Sequence[Entry], setting: Setting) -> SafeString:
    return mark_safe("".join([row_html(entry, setting) for entry in entries]))  # noqa: S308 each row is escaped
