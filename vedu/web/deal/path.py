"""The way of a deal through its stages: days and touches behind, the norm now and ahead (deal/_path.html)."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.prepared import Prepared
from vedu.foundation.values.durations import days_text, norm_text
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Stage
from vedu.web.shell.clock import Clock

SECONDS_IN_DAY = 24 * 60 * 60


def _stages(pipeline_id: int) -> "QuerySet[Stage, tuple[Any, ...]]":
    rows = Stage.objects.filter(pipeline=pipeline_id).order_by("position", "gates__pk")
    return rows.values_list("pk", "name", "position", "day_norm", "gates__evidence")


def _moves(deal_id: int) -> "QuerySet[Move, tuple[Any, ...]]":
    rows = Move.objects.filter(deal=deal_id).order_by("at", "pk")
    return rows.values_list("at", "from_stage_id", "to_stage_id", "seconds")


_STAGES, _MOVES = Prepared(_stages), Prepared(_moves)


@dataclass(slots=True)
class StageRow:
    """A stage of the pipeline with the evidence asked to leave it forward."""

    pk: int
    name: str
    position: int
    day_norm: int
    gates: list[str] = field(default_factory=list)


class Passed(NamedTuple):
    """One move of the deal."""

    at: datetime
    from_stage: int | None
    to_stage: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Step:
    """``state``: done, now, "now over" (the norm) or "" for what is ahead. ``key`` is the single key that moves the
    deal there."""

    pk: int
    name: str
    state: str
    small: str
    key: str = ""

    @property
    def is_now(self) -> bool:
        return self.state.startswith("now")


@dataclass(frozen=True, slots=True)
class Path:
    """``now`` says the whole on a narrow screen: «Потребности, 6 из 7 дн., этап 4 из 8»."""

    steps: list[Step]
    now: str
    back: Step | None
    ahead: Step | None


def stages_of(deal: Deal) -> list[StageRow]:
    """One query for the stages and their gates, in order."""
    stages: dict[int, StageRow] = {}
    for pk, name, position, norm, gate in _STAGES.rows(deal.pipeline_id):
        stage = stages.setdefault(pk, StageRow(pk, name, position, norm))
        if gate:
            stage.gates.append(gate)
    return list(stages.values())


def moves_of(deal: Deal) -> list[Passed]:
    """One query, in the order they happened."""
    return [Passed(*row) for row in _MOVES.rows(deal.pk)]


def path_of(
    deal: Deal,
    stages: Sequence[StageRow],
    moves: Sequence[Passed],
    touched: Iterable[datetime],
    clock: Clock,
    *,
    drags: bool = False,
) -> Path:
    """``touched`` are the moments of the deal's touches. Where it ``drags`` by what was learned the line under the path
    names the norm, and the path does not name another."""
    place = next(number for number, stage in enumerate(stages) if stage.pk == deal.stage_id)
    spent = Spent(moves, touched)
    steps = [_step(deal, stage, number - place, spent, clock, drags=drags) for number, stage in enumerate(stages)]
    where = {"stage": deal.stage.name, "days": steps[place].small, "place": place + 1, "count": len(stages)}
    return Path(
        steps=steps,
        now=_("%(stage)s, %(days)s, stage %(place)d of %(count)d") % where,
        back=steps[place - 1] if place else None,
        ahead=steps[place + 1] if place + 1 < len(steps) else None,
    )


class Spent:
    """Days and touches of each stage the deal has stood in. A touch belongs to the stage of its moment."""

    def __init__(self, moves: Sequence[Passed], touched: Iterable[datetime]) -> None:
        self.seconds: Counter[int] = Counter()
        for move in moves:
            if move.from_stage is not None:
                self.seconds[move.from_stage] += move.seconds
        begun = [move.at for move in moves]
        places = (max(bisect_right(begun, at) - 1, 0) for at in touched) if moves else ()
        self.touches = Counter(moves[place].to_stage for place in places)

    def words(self, stage_id: int, language: str) -> str:
        """«3 дня, 4 касания»; nothing for a stage the deal never stood in."""
        if stage_id not in self.seconds:
            return ""
        days, touches = round(self.seconds[stage_id] / SECONDS_IN_DAY), self.touches[stage_id]
        spent = days_text(days, language) if days else _("less than a day")
        if not touches:
            return spent
        words = ngettext("%(spent)s, %(touches)d touch", "%(spent)s, %(touches)d touches", touches)
        return words % {"spent": spent, "touches": touches}


def _step(deal: Deal, stage: StageRow, distance: int, spent: Spent, clock: Clock, *, drags: bool) -> Step:
    if distance == 0:
        state = "now over" if drags or deal.is_over_norm(clock.now) else "now"
        # A closed deal stands where it was closed; its days do not run on.
        days = deal.days_in_stage(deal.closed_at or clock.now)
        language = clock.language
        said = days_text(days, language) if drags else norm_text(days, stage.day_norm, language)
        return Step(stage.pk, stage.name, state, said)
    key = {1: ">", -1: "<"}.get(distance, "")
    if distance < 0:
        return Step(stage.pk, stage.name, "done", spent.words(stage.pk, clock.language), key)
    return Step(stage.pk, stage.name, "", _("norm %(days)d") % {"days": stage.day_norm}, key)
