"""How many clients are of each base kind and at each stage of the lifecycle, who came to be and who ceased to be
(BASE-2, BASE-3). Every number is that of a list."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple, Self

from django.db.models import Count, Exists, OuterRef, Q

from vedu.clients.client import Client, Clients
from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.base_night import BaseMonth
from vedu.clients.kinds.change import BaseKindChange, LifecycleChange
from vedu.clients.kinds.lifecycle import Lifecycle
from vedu.clients.kinds.rfm_group import value_of
from vedu.foundation.people.user import User

Cell = tuple[int, int]


class Whose(NamedTuple):
    """Whose clients are counted, as one condition on their owner."""

    lookup: str
    value: Any

    @classmethod
    def mine(cls, user: User) -> Self:
        return cls("owner", user.pk)

    @classmethod
    def free(cls) -> Self:
        return cls("owner__isnull", True)

    @classmethod
    def led(cls, user: User) -> Self:
        """Those whom this person sees and somebody leads."""
        ids = user.visible_owner_ids()
        return cls("owner__isnull", False) if ids is None else cls("owner__in", sorted(ids))

    @property
    def clients(self) -> Clients:
        return Client.objects.filter(self.of())

    def of(self, prefix: str = "") -> Q:
        return Q(**{prefix + self.lookup: self.value})


class Turns(NamedTuple):
    """By the words of kinds and stages: who became so since the moment and still is, who ceased to be since then."""

    came: Mapping[str, int]
    left: Mapping[str, int]


def counts_of(whose: Whose) -> Mapping[str, int]:
    """By the words of both, kinds and stages; one query."""
    found = Counter[str]()
    rows = whose.clients.order_by().values_list("base_kind", "lifecycle").annotate(Count("pk"))
    for kind, stage, number in rows:
        found[kind] += number
        found[stage] += number
    return found


def turns_of(whose: Whose, moments: Mapping[int, datetime]) -> Mapping[int, Turns]:
    """For each of the spans, named by their days; five queries for all of them."""
    came, left = defaultdict[int, Counter[str]](Counter), defaultdict[int, Counter[str]](Counter)
    for word in ("base_kind", "lifecycle"):
        _count(came, whose.clients, word, f"{word}_since", "pk", moments)
    _count(left, BaseKindChange.objects.filter(whose.of("client__")), "before", "at", "client", moments)
    _count(left, LifecycleChange.objects.filter(whose.of("client__")), "before", "at", "client", moments)
    _count_added(came, whose, moments)
    return {days: Turns(came[days], left[days]) for days in moments}


def turned(clients: Clients, word: str, since: datetime) -> Clients:
    """Of this kind or stage since then; a cold one, or a lead, since it came into the base."""
    column = "base_kind" if word in BaseKind.values else "lifecycle"
    became = Q(**{f"{column}_since__gte": since}) | Q(**{f"{column}_since": None, "created_at__gte": since})
    return clients.filter(became, **{column: word})


def left_since(clients: Clients, word: str, since: datetime) -> Clients:
    """Those who ceased to be of this kind or at this stage, whatever they are now."""
    model = BaseKindChange if word in BaseKind.values else LifecycleChange
    return clients.filter(Exists(model.objects.filter(client=OuterRef("pk"), before=word, at__gte=since)))


def rfm_counts(whose: Whose) -> tuple[Mapping[Cell, int], Mapping[str, int]]:
    """By the cell of the grid, recency and value, and by the group; one query."""
    cells, groups = Counter[Cell](), Counter[str]()
    rows = whose.clients.filter(rfm__isnull=False).order_by().values_list("rfm", "rfm_group").annotate(Count("pk"))
    for rfm, group, number in rows:
        assert rfm is not None
        cells[int(rfm[0]), value_of(rfm)] += number
        groups[group] += number
    return cells, groups


def months_of(whose: Whose) -> list[tuple[Any, Mapping[str, int]]]:
    """At the end of each month, as the night reckoned: how many were of each kind. The first day of the month first."""
    standing, found = Counter[str](), list[tuple[Any, Mapping[str, int]]]()
    rows = BaseMonth.objects.filter(whose.of()).order_by("month")
    by_month = defaultdict[Any, list[BaseMonth]](list)
    for row in rows:
        by_month[row.month].append(row)
    for month, changes in by_month.items():
        for row in changes:
            standing[row.kind] += row.came - row.left
        found.append((month, dict(standing)))
    return found


def _count(
    into: Mapping[int, Counter[str]], rows: Any, word: str, at: str, what: str, moments: Mapping[int, datetime]
) -> None:
    """Distinct ones of ``what`` by ``word``, for each moment; one query."""
    asked = {
        f"since_{days}": Count(what, distinct=True, filter=Q(**{f"{at}__gte": since}))
        for days, since in moments.items()
    }
    found = rows.filter(**{f"{at}__gte": min(moments.values())}).order_by().values_list(word).annotate(**asked)
    for name, *numbers in found:
        for days, number in zip(moments, numbers, strict=True):
            into[days][name] += number


def _count_added(into: Mapping[int, Counter[str]], whose: Whose, moments: Mapping[int, datetime]) -> None:
    """Those who have been cold, or leads, ever since they came."""
    new: Iterable[tuple[str, Q]] = (
        (BaseKind.COLD, Q(base_kind_since=None, base_kind=BaseKind.COLD)),
        (Lifecycle.LEAD, Q(lifecycle_since=None, lifecycle=Lifecycle.LEAD)),
    )
    asked = {
        f"{word}_{days}": Count("pk", filter=Q(still, created_at__gte=since))
        for word, still in new
        for days, since in moments.items()
    }
    found = whose.clients.filter(created_at__gte=min(moments.values())).aggregate(**asked)
    for word, _still in new:
        for days in moments:
            into[days][word] += found[f"{word}_{days}"]
