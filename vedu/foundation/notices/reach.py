"""Whom news may disturb at a moment: in his working hours by his own clock, and not while he is away (DAY-4).

The absent are told through whom they left in their place (OWN-7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vedu.foundation.notices.notice_choice import NoticeChoice
from vedu.foundation.people.absence import Absence
from vedu.foundation.people.calendar_day import changes
from vedu.foundation.people.installation import zone_of
from vedu.foundation.people.user import User
from vedu.foundation.values.working_calendar import Changes, add_working_days, working_hours

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody who is at work. ``since``: when his previous working day began, so what came after he had left it is
    told now. ``day_ends``: his next midnight."""

    person: User
    choice: NoticeChoice
    day: date
    since: datetime
    day_ends: datetime

    @property
    def day_begins(self) -> datetime:
        return datetime.combine(self.day, datetime.min.time(), self.day_ends.tzinfo)


@dataclass(frozen=True, slots=True)
class Reach:
    """``listens``: by the id of each colleague, who is told of his work now: himself, else his substitute."""

    listens: Mapping[int, Listener]

    @classmethod
    def at(cls, moment: datetime) -> "Reach":
        """Four queries, whatever the base."""
        people = {one.pk: one for one in User.objects.filter(is_active=True)}
        away = dict(Absence.objects.in_force(moment).order_by("pk").values_list("person", "substitute"))
        known, choices = changes(), NoticeChoice.of_all(people.values())
        present: dict[int, Listener] = {}
        for pk, person in people.items():
            if pk not in away and (found := _listener(person, choices[pk], moment, known)):
                present[pk] = found
        told = {pk: present[pk] for pk in present}
        told |= {pk: present[other] for pk, other in away.items() if other in present and pk in people}
        return cls(told)

    @property
    def listeners(self) -> dict[int, Listener]:
        """Those who are at work themselves, by their ids."""
        return {one.person.pk: one for one in self.listens.values()}


def _listener(person: User, choice: NoticeChoice, at: datetime, known: Changes) -> Listener | None:
    """None outside of his working hours."""
    zone = zone_of(person)
    local = at.astimezone(zone)
    day = local.date()
    hours = working_hours(day, known)
    if hours is None or not hours[0] <= local.time() < hours[1]:
        return None
    before = add_working_days(day, -1, known)
    opened = working_hours(before, known)
    assert opened is not None, "a working day has hours"
    since = datetime.combine(before, opened[0], zone)
    return Listener(person, choice, day, since, datetime.combine(day + ONE_DAY, datetime.min.time(), zone))
