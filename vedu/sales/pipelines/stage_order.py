"""The order of the stages in a pipeline: a new one, one that goes up or down."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.deals.pipeline import Gate, Pipeline, Stage
from vedu.sales.pipelines.authority import require_arranging
from vedu.sales.pipelines.facts import in_order
from vedu.sales.pipelines.held import held, held_with_stage
from vedu.sales.pipelines.names import require_free_stage_name

MOST_STAGES = 30
ASIDE = 1000


def add_stage(pipeline: Pipeline, *, by: User, name: str, place: int | None = None, **facts: Any) -> Stage:
    """At this place counted from 0, last when none is said. ``facts`` as of describe_stage. Raises Invalid."""
    require_arranging(pipeline, by)
    said = in_order({"name": name, **facts})
    asked = said.pop("gates", [])
    with transaction.atomic():
        held(pipeline)
        require_free_stage_name(pipeline, said["name"])
        stages = list(pipeline.stages.all())
        if len(stages) >= MOST_STAGES:
            raise Refused(Reason("too-many", _("A pipeline has at most 30 stages: delete one that is not needed.")))
        stage = Stage.objects.create(pipeline=pipeline, position=ASIDE - 1, **said)
        Gate.objects.bulk_create(Gate(stage=stage, evidence=kind) for kind in asked)
        _stand(stage, stages, len(stages) if place is None else place)
        tell("stage.added", by=by, pipeline=pipeline.pk, stage=stage.pk, name=stage.name, place=stage.position)
    return stage


def stand_at(stage: Stage, place: int, *, by: User) -> None:
    """At this place counted from 0; the others make room. Deals stay in their stages, gates in theirs."""
    require_arranging(stage.pipeline, by)
    with transaction.atomic():
        pipeline = held_with_stage(stage)
        stages = list(pipeline.stages.all())
        before = stages.index(stage)
        stages.remove(stage)
        _stand(stage, stages, place)
        if stage.position != before:
            tell("stage.moved", by=by, pipeline=pipeline.pk, stage=stage.pk, name=stage.name, place=stage.position)


def close_ranks(pipeline: Pipeline) -> None:
    """Places without a gap, after a stage has gone."""
    _number(list(pipeline.stages.all()))


def _stand(stage: Stage, others: Sequence[Stage], place: int) -> None:
    order = list(others)
    order.insert(max(0, place), stage)
    _number(order)
    stage.position = order.index(stage)


def _number(stages: Sequence[Stage]) -> None:
    """No two stages stand in one place even for a moment: all step aside first."""
    Stage.objects.filter(pk__in=[stage.pk for stage in stages]).update(position=F("position") + ASIDE)
    for position, stage in enumerate(stages):
        Stage.objects.filter(pk=stage.pk).update(position=position)
