"""When colleagues are free: their absences and busy hours, without a word of what keeps them busy (DAY-4)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.foundation.people.absence import Absence
from vedu.foundation.people.colleagues import selling_people
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import hour_text
from vedu.foundation.values.working_calendar import Changes, is_working_day
from vedu.sales.touches.task import Task
from vedu.web.absences.words import kind_text
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup

OPENS, HOURS = 8, 12  # the bar of a day
MOST_PEOPLE, MOST = 40, 4000


@dataclass(frozen=True, slots=True)
class Cell:
    """``busy`` are styles of the parts of a bar, ``words`` the same for who does not see it."""

    busy: list[str]
    words: str
    away: str
    is_off: bool


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    bubble: SafeString
    cells: list[Cell]


def colleagues_of(viewer: User) -> list[User]:
    """Those with whom he works: his team, and all whose work he sees. One query that pages share."""
    ids = viewer.visible_owner_ids()
    near = [one for one in selling_people() if ids is None or one.pk in ids or one.team_id == viewer.team_id]
    return [one for one in near if one.pk != viewer.pk][:MOST_PEOPLE]


def availability(people: Sequence[User], days: Sequence[date], known: Changes, clock: Clock) -> list[Row]:
    """Two queries, however many they are; none for nobody."""
    if not people:
        return []
    ids = [one.pk for one in people]
    since = datetime.combine(days[0], datetime.min.time(), clock.zone)
    till = datetime.combine(days[-1] + timedelta(days=1), datetime.min.time(), clock.zone)
    busy, away = _busy(ids, since, till, clock), _away(ids, since, till)
    off = {day: not is_working_day(day, known) for day in days}
    return [
        Row(
            one.name,
            person_markup(one.name, one.pk, "", True),
            [_cell(one.pk, day, busy, away, off, clock) for day in days],
        )
        for one in people
    ]


Busy = dict[tuple[int, date], list[tuple[datetime, int]]]


def _busy(ids: list[int], since: datetime, till: datetime, clock: Clock) -> Busy:
    open_ones = Task.objects.open().filter(assignee__in=ids, due_at__gte=since, due_at__lt=till, has_time=True)
    found: Busy = defaultdict(list)
    for pk, at, minutes in open_ones.order_by("due_at").values_list("assignee", "due_at", "minutes")[:MOST]:
        found[pk, clock.day_of(at)].append((at, minutes))
    return found


def _away(ids: list[int], since: datetime, till: datetime) -> dict[int, list[Absence]]:
    found = defaultdict[int, list[Absence]](list)
    meeting = Absence.objects.filter(Q(till_at=None) | Q(till_at__gt=since), person__in=ids, from_at__lt=till)
    for absence in meeting:
        found[absence.person_id].append(absence)
    return found


def _cell(pk: int, day: date, busy: Busy, away: dict[int, list[Absence]], off: dict[date, bool], clock: Clock) -> Cell:
    noon = datetime.combine(day, datetime.min.time(), clock.zone) + timedelta(hours=12)
    absent = next((kind_text(one) for one in away.get(pk, ()) if one.is_in_force(noon)), "")
    taken = busy.get((pk, day), [])
    hours = ", ".join(_hours_text(at, minutes, clock) for at, minutes in taken)
    words = absent or (_("busy %(hours)s") % {"hours": hours} if hours else _("free"))
    return Cell([_style(at, minutes, clock) for at, minutes in taken], words, absent, off[day])


def _hours_text(at: datetime, minutes: int, clock: Clock) -> str:
    return f"{hour_text(at, clock.zone)}–{hour_text(at + timedelta(minutes=minutes), clock.zone)}"


def _style(at: datetime, minutes: int, clock: Clock) -> str:
    local = at.astimezone(clock.zone)
    begins = max(0.0, min(100.0, 100 * (local.hour + local.minute / 60 - OPENS) / HOURS))
    width = min(100 - begins, 100 * minutes / 60 / HOURS)
    return f"left:{begins:.1f}%;width:{max(width, 2):.1f}%"
