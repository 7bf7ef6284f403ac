"""A pipeline in the hands of one person: whoever else would change it, or bring a deal into one of its stages, waits
(deals/receiving.py). Call inside a transaction, before any deal is locked."""

from django.utils.translation import gettext as _

from vedu.foundation.refusal import Reason, Refused
from vedu.sales.deals.pipeline import Pipeline, Stage


def held(pipeline: Pipeline) -> None:
    """The fresh facts of the pipeline. No key of it changes, so the foreign keys of deals need not wait."""
    pipeline.refresh_from_db(from_queryset=Pipeline.objects.select_for_update(no_key=True))
    list(Stage.objects.select_for_update(no_key=True).filter(pipeline=pipeline).order_by("pk").values_list("pk"))


def held_with_stage(stage: Stage) -> Pipeline:
    """The pipeline of a stage, and the fresh facts of the stage. Refused when it was deleted meanwhile."""
    pipeline = stage.pipeline
    held(pipeline)
    stage.refresh_from_db(from_queryset=Stage.ever.all())
    stage.pipeline = pipeline
    if stage.retired_at is not None:
        sentence = _("The stage “%(stage)s” was deleted: choose another one.") % {"stage": stage.name}
        raise Refused(Reason("stage-deleted", sentence, {"stage": stage.pk}))
    return pipeline
