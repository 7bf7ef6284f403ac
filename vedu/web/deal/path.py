"""The way of a deal through its stages: days and touches behind, the norm now and ahead (deal/_path.html)."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.values.durations import days_text, norm_text
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence import Evidence
from vedu.sales.deals.pipeline import Stage
from vedu.web.deals.clock import Clock

SECONDS_IN_DAY = 24 * 60 * 60


@dataclass(slots=True)
class StageRow:
    """A stage of the pipeline with the evidence asked to leave it forward; ``recorded`` is what of it a person has
    written down already."""

    pk: int
    name: str
    position: int
    day_norm: int
    gates: list[str] = field(default_factory=list)
    recorded: set[str] = field(default_factory=set)


class Passed(NamedTuple):
    """One move of the deal."""

    at: datetime
    from_stage: int | None
    to_stage: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Step:
    """``state``: done, now or "" for what is ahead. ``key`` is the single key that moves the deal there."""

    pk: int
    name: str
    state: str
    small: str
    key: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class Path:
    """``now`` says the whole on a narrow screen: «Потребности, 6 из 7 дн., этап 4 из 8»."""

    steps: list[Step]
    now: str


def stages_of(deal: Deal) -> list[StageRow]:
    """One query for the stages, their gates and the recorded evidence, in order."""
    stages: dict[int, StageRow] = {}
    evidence = Evidence.objects.filter(deal=deal.pk, kind=OuterRef("gates__evidence"))
    rows = Stage.objects.filter(pipeline=deal.pipeline_id).order_by("position", "gates__pk")
    columns = ("pk", "name", "position", "day_norm", "gates__evidence", Exists(evidence))
    for pk, name, position, norm, gate, is_recorded in rows.values_list(*columns):
        stage = stages.setdefault(pk, StageRow(pk, name, position, norm))
        if gate:
            stage.gates.append(gate)
        if is_recorded:
            stage.recorded.add(gate)
    return list(stages.values())


def moves_of(deal: Deal) -> list[Passed]:
    """One query, in the order they happened."""
    rows = deal.moves.order_by("at", "pk").values_list("at", "from_stage_id", "to_stage_id", "seconds")
    return [Passed(*row) for row in rows]


def path_of(
    deal: Deal, stages: Sequence[StageRow], moves: Sequence[Passed], touched: Iterable[datetime], clock: Clock
) -> Path:
    """``touched`` are the moments of the deal's touches."""
    seconds: Counter[int] = Counter()
    for move in moves:
        if move.from_stage is not None:
            seconds[move.from_stage] += move.seconds
    touches = _touches_by_stage(moves, touched)
    place = next(number for number, stage in enumerate(stages) if stage.pk == deal.stage_id)
    days = deal.days_in_stage(clock.now)
    now = norm_text(days, stages[place].day_norm, clock.language)
    steps = []
    for number, stage in enumerate(stages):
        if number == place:
            small = now
        elif number < place:
            small = _spent(seconds.get(stage.pk), touches[stage.pk], clock.language)
        else:
            small = _("norm %(days)d") % {"days": stage.day_norm}
        steps.append(_step(deal, stage, number - place, small, clock))
    where = {"stage": deal.stage.name, "days": now, "place": place + 1, "count": len(stages)}
    return Path(steps, _("%(stage)s, %(days)s, stage %(place)d of %(count)d") % where)


def _step(deal: Deal, stage: StageRow, distance: int, small: str, clock: Clock) -> Step:
    state = "now" if distance == 0 else "done" if distance < 0 else ""
    key = {1: ">", -1: "<"}.get(distance, "")
    return Step(stage.pk, stage.name, state, small, key, distance == 0 and deal.is_over_norm(clock.now))


def _touches_by_stage(moves: Sequence[Passed], touched: Iterable[datetime]) -> Counter[int]:
    """A touch belongs to the stage where the deal stood at that moment."""
    begun = [move.at for move in moves]
    places = (bisect_right(begun, at) - 1 for at in touched)
    return Counter(moves[max(place, 0)].to_stage for place in places) if moves else Counter()


def _spent(seconds: int | None, touches: int, language: str) -> str:
    """«3 дня, 4 касания»; nothing for a stage the deal never stood in."""
    if seconds is None:
        return ""
    days = round(seconds / SECONDS_IN_DAY)
    spent = days_text(days, language) if days else _("less than a day")
    if not touches:
        return spent
    return ngettext("%(spent)s, %(touches)d touch", "%(spent)s, %(touches)d touches", touches) % {
        "spent": spent,
        "touches": touches,
    }
