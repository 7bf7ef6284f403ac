"""What walking brings: doors, talks, who was interested, appointments (CHAN-6)."""

from collections.abc import Collection
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet

from vedu.foundation.many_rows import chunked
from vedu.foundation.prepared import Prepared
from vedu.sales.visits.outcome import TALKS, VisitOutcome
from vedu.sales.visits.visit import Visit


class VisitNumbers(NamedTuple):
    """``done`` of the ``stops``; the rest are parts of ``done``."""

    stops: int = 0
    done: int = 0
    talks: int = 0
    interested: int = 0
    appointments: int = 0
    refused: int = 0
    absent: int = 0
    new_clients: int = 0


_COUNTS: dict[str, Any] = {
    "stops": Count("pk"),
    "done": Count("pk", filter=~Q(outcome="")),
    "talks": Count("pk", filter=Q(outcome__in=TALKS)),
    "interested": Count("pk", filter=Q(outcome=VisitOutcome.INTERESTED)),
    "appointments": Count("pk", filter=Q(has_appointment=True)),
    "refused": Count("pk", filter=Q(outcome=VisitOutcome.REFUSED)),
    "absent": Count("pk", filter=Q(outcome=VisitOutcome.ABSENT)),
    "new_clients": Count("pk", filter=Q(is_door=True, client__isnull=False)),
}


def of_lists(list_ids: Collection[int]) -> dict[int, VisitNumbers]:
    """One query for fifty lists."""
    rows = (row for ids in chunked(list_ids, AT_ONCE) for row in _OF_LISTS.rows_in(ids))
    found = {pk: VisitNumbers(*numbers) for pk, *numbers in rows}
    return {pk: found.get(pk, VisitNumbers()) for pk in list_ids}


def of_people(visits: "QuerySet[Visit]") -> dict[int, VisitNumbers]:
    """By who walks."""
    return {pk: VisitNumbers(*numbers) for pk, *numbers in _counted(visits, "visit_list__owner")}


def _counted(visits: "QuerySet[Visit]", by: str) -> "QuerySet[Visit, Any]":
    """The numbers in the order of VisitNumbers."""
    return visits.order_by().values_list(by).annotate(**_COUNTS)


AT_ONCE = 50
_OF_LISTS = Prepared(
    lambda *ids: _counted(Visit.objects.filter(visit_list__id__in=ids), "visit_list"),
    ids=AT_ONCE,
)
