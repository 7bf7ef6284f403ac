"""How fast each seller answers those who come by themselves, drawn for the head (DAY-5)."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.sales.inquiries.speed import Speed, speed_by_seller
from vedu.web.head.sums import share
from vedu.web.inquiry.timer import duration
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup

PERIODS = (7, 30, 90)
# Below this percent within the norm the bar is red.
LOW = 80


class SpeedRow(NamedTuple):
    """Bars in percent: of the slowest for the median, of all for the share within the norm."""

    name: str
    bubble: SafeString
    answered: int
    waiting: int
    median: str
    median_percent: int
    share: str
    share_percent: int
    is_low: bool


@dataclass
class SpeedPage:
    """Two queries, whatever the period."""

    viewer: User
    days: int

    @property
    def periods(self) -> list[tuple[int, str, bool]]:
        return [(days, _("%(days)d days") % {"days": days}, days == self.days) for days in PERIODS]

    @cached_property
    def rows(self) -> list[SpeedRow]:
        now = Clock.here().now
        found = speed_by_seller(self.viewer, now - timedelta(days=self.days), now)
        people = User.objects.in_bulk(list(found))
        slowest = max((speed.median or 0 for speed in found.values()), default=0)
        order = sorted(found, key=lambda pk: (found[pk].share is None, -(found[pk].share or 0), people[pk].name))
        return [_row(people[pk], found[pk], slowest) for pk in order]


def _row(person: User, speed: Speed, slowest: int) -> SpeedRow:
    return SpeedRow(
        name=person.name,
        bubble=person_markup(person.name, person.pk, "m", decorative=True),
        answered=len(speed.seconds),
        waiting=speed.waiting,
        median="" if speed.median is None else duration(speed.median),
        median_percent=share(speed.median or 0, slowest),
        share="" if speed.share is None else f"{speed.share}\u00a0%",
        share_percent=speed.share or 0,
        is_low=speed.share is not None and speed.share < LOW,
    )
