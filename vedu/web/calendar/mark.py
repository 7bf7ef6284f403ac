"""One task or business event as the calendar shows it, ready for a format string (calendar/_mark.html)."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import NamedTuple

from vedu.foundation.values.moments import hour_text
from vedu.web.calendar.happenings import Fair, Happening
from vedu.web.calendar.lanes import Lane
from vedu.web.day.row import card_url
from vedu.web.deals.step_nouns import noun_of
from vedu.web.shell.address import address_of
from vedu.web.shell.as_format import as_format, mark
from vedu.web.shell.clock import Clock
from vedu.web.shell.icons import icon_markup

WHOLE, LONG = Lane(0, 1), 45  # minutes
MARKS = ("pk", "hour", "client", "title", "url", "due_url", "style", "on", "who", "minutes")


class Shape(NamedTuple):
    """Which of a few marks it is. ``can_move``: by the person who looks; ``is_placed``: at its height among the hours;
    ``is_long``: there is room for a second line."""

    has_time: bool
    is_done: bool
    is_overdue: bool
    can_move: bool
    has_who: bool
    is_placed: bool = False
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What all marks of a page share: who may be worked for, whose names are shown (when there are several people)."""

    clock: Clock
    may_move: frozenset[int]
    names: dict[int, str]

    def task_html(self, task: Happening, lane: Lane = WHOLE, top: float = 0, height: float = 0) -> str:
        """``top`` and ``height`` in per cent of the day's hours; without a height it stands in a list."""
        clock = self.clock
        who = self.names.get(task.assignee, "")
        is_overdue = not task.is_done and task.due_at < (clock.now if task.has_time else clock.day_start)
        can_move = task.assignee in self.may_move and not task.is_done
        shape = Shape(task.has_time, task.is_done, is_overdue, can_move, bool(who), height > 0, task.minutes >= LONG)
        left, width = 100 * lane.place / lane.of, 100 / lane.of
        return _format(shape, task.kind, clock.language) % {
            "pk": task.pk,
            "hour": hour_text(task.due_at, clock.zone),
            "client": escape(task.client_name),
            "title": escape(task.title),
            "url": card_url(task.deal_id, task.client_id),
            "due_url": address_of("touches:due", task.pk),
            "style": f"top:{top:.2f}%;height:{height:.2f}%;left:{left:.2f}%;width:{width:.2f}%",
            "on": clock.day_of(task.due_at).isoformat(),
            "who": escape(who),
            "minutes": task.minutes,
        }


@lru_cache(maxsize=512)
def _format(shape: Shape, kind: str, language: str) -> str:
    noun = noun_of(kind)
    one = {name: mark(name) for name in MARKS} | {"kind": noun.name, "icon": icon_markup(noun.icon)}
    return as_format("calendar/_mark.html", {"one": one, "shape": shape}, language)


def fair_html(fair: Fair) -> str:
    url = address_of("business_events:event", fair.pk)
    icon = icon_markup("calendar-event")
    return f'<li class="v-ev fair"><a class="what" href="{url}">{icon}<b>{escape(fair.name)}</b></a></li>'
