"""A new pipeline: after a preset, or with one stage to begin from (STAGE-1)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.deals.pipeline import Pipeline, PipelineKind, Stage
from vedu.sales.deals.presets.install import PIPELINES, install
from vedu.sales.pipelines.authority import require_making
from vedu.sales.pipelines.facts import in_order, wrong
from vedu.sales.pipelines.names import require_free_pipeline_name

MOST_PIPELINES = 50


def make(*, by: User, name: str = "", preset: str = "", **facts: Any) -> Pipeline:
    """``preset`` is a key of PIPELINES, whose name and facts stand where nothing else is said; without one the
    pipeline has one stage. ``facts``: kind, contact_norm_days, response_norm_minutes. Raises Invalid."""
    require_making(by)
    if preset and preset not in PIPELINES:
        raise wrong("preset", "unknown-word", _("There is no such template: choose from the list."))
    said = in_order({"name": name or (str(PIPELINES[preset].name) if preset else ""), **facts})
    with transaction.atomic():
        require_free_pipeline_name(said["name"])
        if Pipeline.objects.in_use().count() >= MOST_PIPELINES:
            sentence = _("There are 50 pipelines already: archive one that is not needed.")
            raise Refused(Reason("too-many", sentence))
        pipeline = _after(preset, said) if preset else _empty(said)
        tell("pipeline.made", by=by, pipeline=pipeline.pk, name=pipeline.name, preset=preset)
    return pipeline


def _after(preset: str, said: dict[str, Any]) -> Pipeline:
    (pipeline,) = install([PIPELINES[preset]])
    for field, value in said.items():
        setattr(pipeline, field, value)
    pipeline.save(update_fields=[*said])
    return pipeline


def _empty(said: dict[str, Any]) -> Pipeline:
    said = {"kind": PipelineKind.ACTIVE.value, **said}
    pipeline = Pipeline.objects.create(**said, position=Pipeline.objects.count())
    Stage.objects.create(pipeline=pipeline, name=pgettext("stage", "First contact"), position=0)
    return pipeline
