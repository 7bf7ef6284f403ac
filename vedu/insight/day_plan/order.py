"""The order of the day (DAY-1): from the end of the funnel to its start, inside a stage by value and deadline."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from vedu.foundation.prepared import Prepared
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import Gate, Stage


class Rank(NamedTuple):
    """The place of a task; the smaller comes first. ``section`` 0 is a deal before its payment, 1 a paid one that
    is being supported, 2 all the rest: returns and promises without an open deal. ``turn`` is its place by deadline
    among all."""

    section: int
    to_the_end: int
    stage_id: int
    minus_worth: float
    turn: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stage stands; ``is_paid`` when the money comes before it is left."""

    pipeline_id: int
    pipeline: str
    position: int
    name: str
    is_paid: bool


def _places() -> "QuerySet[Stage, Any]":
    paid = Gate.objects.filter(stage=OuterRef("pk"), evidence=EvidenceKind.PAID)
    stages = Stage.objects.order_by().annotate(is_paid=Exists(paid))
    return stages.values_list("pk", "pipeline_id", "pipeline__name", "position", "name", "is_paid")


_PLACES = Prepared(_places, ids=0)


class Funnel:
    """Where each stage stands, in one query of a few dozen rows."""

    def __init__(self) -> None:
        self.places = {pk: Place(*facts) for pk, *facts in _PLACES.rows()}
        last = self._last_before_money()
        self._begins = {pk: _beginning(pk, place, last[place.pipeline_id]) for pk, place in self.places.items()}

    def _last_before_money(self) -> dict[int, int]:
        """By pipeline: the stage of the payment, else the last one."""
        last: dict[int, tuple[bool, int]] = {}
        for place in self.places.values():
            here = (place.is_paid, place.position)
            last[place.pipeline_id] = max(here, last.get(place.pipeline_id, here))
        return {pipeline_id: position for pipeline_id, (_paid, position) in last.items()}

    def rank(self, stage_id: int | None, worth: float | None, turn: int) -> Rank:
        """``stage_id`` None stands for a task without an open deal; ``worth`` is chance times sum."""
        if stage_id is None:
            return Rank(2, 0, 0, 0.0, turn)
        return Rank(*self._begins[stage_id], -(worth or 0.0), turn)


def _beginning(stage_id: int, place: Place, last: int) -> tuple[int, int, int]:
    """What all tasks of a stage begin their rank with."""
    left = last - place.position
    return int(left < 0), abs(left), stage_id
