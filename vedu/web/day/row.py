"""An entry of the day in words and marks, ready for day/_entry.html."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from vedu.foundation.values.moments import hour_text, moment_text
from vedu.foundation.values.money_text import money_text
from vedu.insight.day_plan.entry import Entry
from vedu.insight.day_plan.task_row import TaskRow
from vedu.sales.touches.channel import PHONED
from vedu.web.day.kinds import TOUCHES
from vedu.web.day.phones import Phone, Phones
from vedu.web.day.their_clock import their_hour
from vedu.web.day.titles import line_of
from vedu.web.deals.board.card import percent
from vedu.web.deals.step_nouns import noun_of
from vedu.web.shell.address import address_of
from vedu.web.shell.as_format import as_format, mark
from vedu.web.shell.clock import Clock
from vedu.web.shell.icons import icon_markup

NOW = 0
ANCHOR = "#entry-"
QUOTED_ANCHOR = quote(ANCHOR)
MARKS = (
    "pk",
    "at",
    "minutes",
    "line",
    "url",
    "why",
    "amount",
    "chance",
    "phone",
    "number",
    "done_url",
    "due_url",
    "hour",
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What all rows share. ``query`` is added to the addresses that finish and move a task; empty when the day
    is only looked at. ``focus`` is the task that takes focus, NOW for the one to take up this minute."""

    clock: Clock
    phones: Phones
    query: str
    focus: int | None = None


def row_html(entry: Entry, setting: Setting, following: int = NOW, *, is_now: bool = False) -> str:
    """Filled by the template day/_entry.html. ``following`` is the task to go on to when this one is done."""
    task, clock = entry.task, setting.clock
    phone = setting.phones.of(task) if task.kind in PHONED and setting.query else None
    takes_focus = setting.focus == task.pk or (is_now and setting.focus == NOW)
    shape = Shape(entry.is_overdue, is_now, takes_focus, phone is not None, bool(setting.query))
    query = f"{setting.query}{QUOTED_ANCHOR}{following}" if following else setting.query
    words = {
        "pk": task.pk,
        "at": _at(task, clock),
        "minutes": task.minutes,
        "hour": hour_text(task.due_at, clock.zone) if task.has_time else "",
        "line": escape(line_of(task.client_name, task.title)),
        "url": card_url(task.deal_id, task.client_id),
        "why": escape(". ".join(filter(None, (entry.why, their_hour(task, clock))))),
    }
    return _format(shape, task.kind, clock.language) % (
        words | _money(task, clock.language) | _verbs(task, phone, query)
    )


class Shape(NamedTuple):
    """Which of a few rows it is."""

    is_overdue: bool
    is_now: bool
    takes_focus: bool
    has_phone: bool
    can_work: bool


@lru_cache(maxsize=512)
def _format(shape: Shape, kind: str, language: str) -> str:
    """The template for rows of this shape."""
    noun = noun_of(kind)
    entry = {name: mark(name) for name in MARKS} | {"kind": noun.name, "icon": icon_markup(noun.icon)}
    return as_format("day/_entry.html", {"entry": entry, "shape": shape}, language)


def card_url(deal_id: int | None, client_id: int) -> str:
    """The card that the task belongs to."""
    return address_of("deal:card", deal_id) if deal_id else address_of("clients:card", client_id)


def _at(task: TaskRow, clock: Clock) -> str:
    """«10:20» of this day, «сегодня» without an hour, «сб 21» of another day."""
    day = clock.day_of(task.due_at)
    if task.has_time and day >= clock.today:
        return hour_text(task.due_at, clock.zone)
    return moment_text(day, clock.now, clock.zone, language=clock.language)


def _money(task: TaskRow, language: str) -> dict[str, str]:
    """The chance speaks of an open deal only."""
    if not task.amount:
        return {"amount": "", "chance": ""}
    chance = percent(task.chance or 0, language) if task.is_of_open_deal else ""
    return {"amount": money_text(task.amount, task.currency or "", language), "chance": chance}


def _verbs(task: TaskRow, phone: Phone | None, query: str) -> dict[str, str]:
    return {
        "phone": phone.url if phone else "",
        "number": escape(", ".join(filter(None, (phone.text, task.contact_name)))) if phone else "",
        "done_url": f"{address_of('day:touch' if task.kind in TOUCHES else 'touches:completion', task.pk)}{query}",
        "due_url": f"{address_of('touches:due', task.pk)}{query}",
    }
