"""Another name, norm, chance or gates for a pipeline or a stage; the deals that stand there follow (STAGE-2)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.sales.deals.pipeline import Gate, Pipeline, Stage
from vedu.sales.pipelines.authority import require_arranging
from vedu.sales.pipelines.facts import changes, in_order
from vedu.sales.pipelines.held import held, held_with_stage
from vedu.sales.pipelines.names import require_free_pipeline_name, require_free_stage_name
from vedu.sales.pipelines.standing_deals import follow_contact_norm, follow_stage


def describe_pipeline(pipeline: Pipeline, *, by: User, **facts: Any) -> None:
    """Change name, kind, contact_norm_days or response_norm_minutes; the log keeps what they were. Raises Invalid."""
    require_arranging(pipeline, by)
    said = in_order(facts)
    with transaction.atomic():
        held(pipeline)
        before = changes(pipeline, said)
        if "name" in before and not pipeline.is_archived:
            require_free_pipeline_name(said["name"], but=pipeline)
        _keep(pipeline, before, said)
        if "contact_norm_days" in before:
            follow_contact_norm(pipeline)
        if before:
            tell("pipeline.described", by=by, pipeline=pipeline.pk, name=pipeline.name, before=before)


def describe_stage(stage: Stage, *, by: User, **facts: Any) -> None:
    """Change name, purpose, guidance, day_norm, chance or gates (kinds of evidence). Raises Invalid, and Refused for
    a stage that was deleted meanwhile."""
    require_arranging(stage.pipeline, by)
    said = in_order(facts)
    asked = said.pop("gates", None)
    with transaction.atomic():
        pipeline = held_with_stage(stage)
        before = changes(stage, said)
        if "name" in before:
            require_free_stage_name(pipeline, said["name"], but=stage)
        _keep(stage, before, said)
        if {"day_norm", "chance"} & before.keys():
            follow_stage(stage)
        before |= {} if asked is None else _ask_for(stage, asked)
        if before:
            tell("stage.described", by=by, pipeline=pipeline.pk, stage=stage.pk, name=stage.name, before=before)


def _keep(record: Pipeline | Stage, before: Mapping[str, Any], said: Mapping[str, Any]) -> None:
    for field in before:
        setattr(record, field, said[field])
    if before:
        record.save(update_fields=[*before])


def _ask_for(stage: Stage, asked: Sequence[str]) -> dict[str, list[str]]:
    """These gates and no others; what they were, if they were other ones."""
    before = list(stage.gates.values_list("evidence", flat=True))
    if set(before) == set(asked):
        return {}
    stage.gates.exclude(evidence__in=asked).delete()
    Gate.objects.bulk_create(Gate(stage=stage, evidence=kind) for kind in asked if kind not in before)
    return {"gates": before}
