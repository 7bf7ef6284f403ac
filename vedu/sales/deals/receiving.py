"""Which stages take deals: those that were not deleted, of pipelines that are not archived (STAGE-1)."""

from django.db import connection
from django.utils.translation import gettext as _

from vedu.foundation.refusal import Reason, Refused
from vedu.sales.deals.pipeline import Stage

_HELD = "SELECT 1 FROM sales_stage WHERE id = %s FOR SHARE"
_STANDING = (
    "SELECT stage.retired_at, pipeline.is_archived FROM sales_stage stage "
    "JOIN sales_pipeline pipeline ON pipeline.id = stage.pipeline_id WHERE stage.id = %s"
)


def require_receiving(stage: Stage) -> None:
    """Raises Refused. Call first of all in a transaction: until its end nobody edits the pipeline, and who edits it
    holds its stages before its deals (pipelines/held.py)."""
    reason = why_not_receiving(stage)
    if reason is not None:
        raise Refused(reason)


def why_not_receiving(stage: Stage) -> Reason | None:
    """None when deals may enter."""
    retired_at, is_archived = _fresh(stage)
    if retired_at is not None:
        sentence = _("The stage “%(stage)s” was deleted: choose another one.") % {"stage": stage.name}
        return Reason("stage-deleted", sentence, {"stage": stage.pk})
    if is_archived:
        sentence = _("The pipeline “%(pipeline)s” is archived and takes no deals: choose another one.")
        return Reason(
            "pipeline-archived", sentence % {"pipeline": stage.pipeline.name}, {"pipeline": stage.pipeline_id}
        )
    return None


def _fresh(stage: Stage) -> tuple[object, bool]:
    """Those who move deals share the stage and do not wait for each other. SQLite lets in one at a time. Read only
    after the wait: what was seen before it may be old."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_HELD, [stage.pk])
        cursor.execute(_STANDING, [stage.pk])
        retired_at, is_archived = cursor.fetchone()
    return retired_at, bool(is_archived)
