"""An archived pipeline takes no new deals; its history stays (STAGE-1)."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.pipelines.authority import require_arranging
from vedu.sales.pipelines.held import held
from vedu.sales.pipelines.names import require_free_pipeline_name


def archive(pipeline: Pipeline, *, by: User) -> None:
    """Refused while open deals stand in it, and for the last pipeline in use. Twice is once."""
    require_arranging(pipeline, by)
    with transaction.atomic():
        held(pipeline)
        if pipeline.is_archived:
            return
        _require_no_open_deals(pipeline)
        _require_another(pipeline)
        _put(pipeline, archived=True)
        tell("pipeline.archived", by=by, pipeline=pipeline.pk, name=pipeline.name)


def restore(pipeline: Pipeline, *, by: User) -> None:
    """In use again. Raises Invalid when its name has been given to another meanwhile. Twice is once."""
    require_arranging(pipeline, by)
    with transaction.atomic():
        held(pipeline)
        if not pipeline.is_archived:
            return
        require_free_pipeline_name(pipeline.name, but=pipeline)
        _put(pipeline, archived=False)
        tell("pipeline.restored", by=by, pipeline=pipeline.pk, name=pipeline.name)


def _require_no_open_deals(pipeline: Pipeline) -> None:
    number = Deal.objects.open().filter(pipeline=pipeline).count()
    if number:
        sentence = ngettext(
            "%(number)d open deal stands in “%(pipeline)s”: close it first, then archive the pipeline.",
            "%(number)d open deals stand in “%(pipeline)s”: close them first, then archive the pipeline.",
            number,
        )
        words = {"number": number, "pipeline": pipeline.name}
        raise Refused(Reason("pipeline-in-work", sentence % words, {"pipeline": pipeline.pk, "open_deals": number}))


def _require_another(pipeline: Pipeline) -> None:
    if not Pipeline.objects.in_use().exclude(pk=pipeline.pk).exists():
        sentence = _("This is the only pipeline in use: make another one first, for deals need one.")
        raise Refused(Reason("last-pipeline", sentence))


def _put(pipeline: Pipeline, *, archived: bool) -> None:
    pipeline.is_archived = archived
    pipeline.save(update_fields=["is_archived"])
