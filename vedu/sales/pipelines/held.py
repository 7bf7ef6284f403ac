"""A pipeline in the hands of one person: whoever else would change it waits. Call inside a transaction."""

from django.utils.translation import gettext as _

from vedu.foundation.refusal import Reason, Refused
from vedu.sales.deals.pipeline import Pipeline, Stage


def held(pipeline: Pipeline, *, from_deals: bool = False) -> None:
    """The fresh facts of the pipeline. Deals go on meanwhile, unless it is held ``from_deals`` too."""
    rows = Pipeline.objects.select_for_update(no_key=not from_deals)
    pipeline.refresh_from_db(from_queryset=rows)


def held_with_stage(stage: Stage, *, from_deals: bool = False) -> Pipeline:
    """The pipeline of a stage, and the fresh facts of the stage. Refused when it was deleted meanwhile."""
    pipeline = stage.pipeline
    held(pipeline)
    stage.refresh_from_db(from_queryset=Stage.ever.select_for_update(no_key=not from_deals))
    stage.pipeline = pipeline
    if stage.retired_at is not None:
        sentence = _("The stage “%(stage)s” was deleted: choose another one.") % {"stage": stage.name}
        raise Refused(Reason("stage-deleted", sentence, {"stage": stage.pk}))
    return pipeline
