"""In which order a list is walked: by hand, or by city, street and house."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

if TYPE_CHECKING:
    from vedu.sales.visits.visit import Visit
    from vedu.sales.visits.visit_list import VisitList


def put_in_order(visit_list: "VisitList", visit_ids: Sequence[int]) -> None:
    """Ids of other lists are not looked at."""
    places = {pk: place for place, pk in enumerate(dict.fromkeys(visit_ids))}
    with transaction.atomic():
        visits = _locked(visit_list)
        visits.sort(key=lambda visit: places.get(visit.pk, len(places)))
        _number(visit_list, visits)


def move(visit: "Visit", steps: int) -> None:
    with transaction.atomic():
        visits = _locked(visit.visit_list)
        place = next(number for number, one in enumerate(visits) if one.pk == visit.pk)
        visits.insert(max(0, min(place + steps, len(visits) - 1)), visits.pop(place))
        _number(visit.visit_list, visits)


def arrange(visit_list: "VisitList") -> None:
    """What has no street comes last in its city."""
    with transaction.atomic():
        visits = _locked(visit_list)
        visits.sort(key=lambda visit: (visit.line.order[0], not visit.street, *visit.line.order[1:]))
        _number(visit_list, visits)


def _locked(visit_list: "VisitList") -> "list[Visit]":
    """Two who put it in order at once do so one after another."""
    type(visit_list).objects.select_for_update().get(pk=visit_list.pk)
    return list(visit_list.visits.select_related("client"))


def _number(visit_list: "VisitList", visits: "list[Visit]") -> None:
    changed = []
    for place, visit in enumerate(visits, 1):
        if visit.position != place:
            visit.position = place
            changed.append(visit)
    visit_list.visits.bulk_update(changed, ["position"], batch_size=100)
