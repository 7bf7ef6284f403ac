"""Names by which people and imports tell pipelines, and the stages of one pipeline, apart."""

from django.utils.translation import gettext as _

from vedu.foundation.values.fold import fold
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.pipelines.facts import wrong


def require_free_pipeline_name(name: str, *, but: Pipeline | None = None) -> None:
    """Raises Invalid when a pipeline in use has this name in any spelling."""
    others = {pk: fold(taken) for pk, taken in Pipeline.objects.in_use().values_list("pk", "name")}
    if _is_taken(name, others, but):
        sentence = _("There is a pipeline “%(name)s” already: give another name.") % {"name": name}
        raise wrong("name", "name-taken", sentence)


def require_free_stage_name(pipeline: Pipeline, name: str, *, but: Stage | None = None) -> None:
    """Raises Invalid when another stage of the pipeline has this name in any spelling."""
    others = {pk: fold(taken) for pk, taken in pipeline.stages.values_list("pk", "name")}
    if _is_taken(name, others, but):
        sentence = _("This pipeline has a stage “%(name)s” already: give another name.") % {"name": name}
        raise wrong("name", "name-taken", sentence)


def _is_taken(name: str, others: dict[int, str], but: Pipeline | Stage | None) -> bool:
    return any(taken == fold(name) for pk, taken in others.items() if but is None or pk != but.pk)
