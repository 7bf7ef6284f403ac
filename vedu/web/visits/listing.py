"""/visits/: the lists that a person sees, and what walking brought his people."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple

from vedu.foundation.people.user import User
from vedu.foundation.values.moments import day_heading
from vedu.sales.visits.statistics import VisitNumbers, of_lists, of_people
from vedu.sales.visits.visit import Visit
from vedu.sales.visits.visit_list import VisitList
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.visits.words import percent_of, progress_text, stops_text

PAGE = 40
SPAN_DAYS = 30


class Row(NamedTuple):
    url: str
    day: str
    title: str
    owner: User
    progress: str
    percent: int
    told: str
    is_today: bool
    is_past: bool


class Walker(NamedTuple):
    """``percent`` of the doors of whoever walked most."""

    person: User
    numbers: VisitNumbers
    percent: int
    talks: int
    interested: int
    appointments: int


@dataclass
class Listing:
    """The newest lists; at most five queries."""

    user: User

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @cached_property
    def rows(self) -> list[Row]:
        lists = list(VisitList.objects.visible_to(self.user).select_related("owner")[:PAGE])
        numbers = of_lists([one.pk for one in lists])
        return [self._row(one, numbers[one.pk]) for one in lists]

    @property
    def ahead(self) -> list[Row]:
        """Today's first, then by day."""
        return [row for row in self.rows if not row.is_past][::-1]

    @property
    def past(self) -> list[Row]:
        return [row for row in self.rows if row.is_past]

    @cached_property
    def walkers(self) -> list[Walker]:
        """Of the last thirty days; whoever is seen and has walked."""
        since = self.clock.today - timedelta(days=SPAN_DAYS)
        found = of_people(Visit.objects.visible_to(self.user).done().filter(visit_list__on__gte=since))
        people = {one.pk: one for one in User.objects.filter(pk__in=found)} if found else {}
        most = max((numbers.done for numbers in found.values()), default=0)
        walked = [_walker(people[pk], numbers, most) for pk, numbers in found.items()]
        return sorted(walked, key=lambda one: -one.numbers.done)

    def _row(self, one: VisitList, numbers: VisitNumbers) -> Row:
        return Row(
            url=address_of("visits:list", one.pk),
            day=day_heading(one.on, self.clock.today),
            title=one.title,
            owner=one.owner,
            progress=progress_text(numbers),
            percent=percent_of(numbers.done, numbers.stops),
            told=stops_text(numbers.stops),
            is_today=one.on == self.clock.today,
            is_past=one.on < self.clock.today,
        )


def _walker(person: User, numbers: VisitNumbers, most: int) -> Walker:
    parts = (numbers.done, numbers.talks, numbers.interested, numbers.appointments)
    return Walker(person, numbers, *(percent_of(part, most) for part in parts))
