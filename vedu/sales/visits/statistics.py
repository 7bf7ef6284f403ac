"""What walking brings: doors, talks, who was interested, appointments (CHAN-6)."""

from collections.abc import Collection
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet

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
    """One query for any number of lists."""
    found = _counted(Visit.objects.filter(visit_list__in=list_ids), "visit_list")
    return {pk: found.get(pk, VisitNumbers()) for pk in list_ids}


def of_people(visits: "QuerySet[Visit]") -> dict[int, VisitNumbers]:
    """By who walks."""
    return _counted(visits, "visit_list__owner")


def _counted(visits: "QuerySet[Visit]", by: str) -> dict[int, VisitNumbers]:
    return {row.pop(by): VisitNumbers(**row) for row in visits.order_by().values(by).annotate(**_COUNTS)}
