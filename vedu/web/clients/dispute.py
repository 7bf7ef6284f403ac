"""A dispute about a client: the periods of its owners beside touches, month by month, who worked while who led,
what was asked for and what was overridden (OWN-6)."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.utils import timezone

from vedu.clients.client import Client
from vedu.clients.ownership import Ownership
from vedu.foundation.people.user import User
from vedu.sales.touches.touch import Touch

MOST_TOUCHES = 5000


@dataclass(slots=True)
class Stretch:
    """A time of one owner, or a free one (``period`` None); touches are counted by who made them."""

    period: Ownership | None
    from_at: datetime
    till_at: datetime | None
    touches: Counter[int] = field(default_factory=Counter)
    talks: Counter[int] = field(default_factory=Counter)

    @property
    def owner_id(self) -> int | None:
        return self.period.owner_id if self.period else None

    def days(self, now: datetime) -> int:
        """Whole days, one at least."""
        return max(1, ((self.till_at or now) - self.from_at).days)


@dataclass(slots=True)
class Month:
    """``led`` and ``others``: touches by whoever led at that moment and by everybody else."""

    year: int
    month: int
    owners: set[int] = field(default_factory=set)
    led: int = 0
    others: Counter[int] = field(default_factory=Counter)


@dataclass
class Dispute:
    """Facts alone, no words; four queries."""

    client: Client
    now: datetime

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The oldest first, free times between them, touches counted."""
        found = _stretches(self._periods, self.client.created_at)
        starts = [stretch.from_at for stretch in found]
        for by, at, two_way in self._touches:
            stretch = found[max(0, bisect_right(starts, at) - 1)]
            stretch.touches[by] += 1
            stretch.talks[by] += two_way
        return found

    @cached_property
    def months(self) -> list[Month]:
        """Those in which something was, the newest first."""
        found: dict[tuple[int, int], Month] = {}
        starts = [stretch.from_at for stretch in self.stretches]
        for by, at, _two_way in self._touches:
            local = timezone.localtime(at)
            month = found.setdefault((local.year, local.month), Month(local.year, local.month))
            owner = self.stretches[max(0, bisect_right(starts, at) - 1)].owner_id
            if owner is not None:
                month.owners.add(owner)
            if owner == by:
                month.led += 1
            else:
                month.others[by] += 1
        return [found[key] for key in sorted(found, reverse=True)]

    @cached_property
    def people(self) -> list[int]:
        """Everybody who led or touched, the one with the most touches first."""
        touches = self.touches
        ids = {stretch.owner_id for stretch in self.stretches if stretch.owner_id is not None} | set(touches)
        return sorted(ids, key=lambda pk: (-touches[pk], pk))

    @property
    def touches(self) -> Counter[int]:
        return sum((stretch.touches for stretch in self.stretches), Counter[int]())

    @property
    def talks(self) -> Counter[int]:
        return sum((stretch.talks for stretch in self.stretches), Counter[int]())

    @property
    def touches_while_leading(self) -> Counter[int]:
        return Counter[int](
            {pk: sum(one.touches[pk] for one in self.stretches if one.owner_id == pk) for pk in self.people}
        )

    @property
    def days_leading(self) -> Counter[int]:
        found = Counter[int]()
        for stretch in self.stretches:
            if stretch.owner_id is not None:
                found[stretch.owner_id] += stretch.days(self.now)
        return found

    @cached_property
    def names(self) -> Mapping[int, str]:
        known = {period.owner_id: period.owner.name for period in self._periods}
        rest = User.objects.filter(pk__in=[pk for pk in self.people if pk not in known])
        return known | {user.pk: user.name for user in rest}

    @cached_property
    def _periods(self) -> list[Ownership]:
        return list(self.client.ownerships.select_related("owner", "by", "ended_by").order_by("from_at", "pk"))

    @cached_property
    def _touches(self) -> list[tuple[int, datetime, bool]]:
        rows = Touch.objects.filter(client=self.client).order_by("-at", "-pk")
        return list(rows.values_list("by", "at", "two_way")[:MOST_TOUCHES])


def _stretches(periods: Sequence[Ownership], since: datetime) -> list[Stretch]:
    """Free from the day the client came into the base, and wherever one period does not meet the next."""
    found: list[Stretch] = []
    free_from: datetime | None = since
    for period in periods:
        if free_from is not None and free_from < period.from_at:
            found.append(Stretch(None, free_from, period.from_at))
        found.append(Stretch(period, period.from_at, period.till_at))
        free_from = period.till_at
    if free_from is not None:
        found.append(Stretch(None, free_from, None))
    return found
