"""What the form of a pipeline sends, as a browser would."""

from typing import Any

from vedu.sales.deals.pipeline import Pipeline, Stage


def typed(pipeline: Pipeline, **changes: Any) -> dict[str, Any]:
    """The whole form; ``changes`` are fields with ``__`` in place of a hyphen."""
    said: dict[str, Any] = {
        "pipeline-name": pipeline.name,
        "pipeline-kind": pipeline.kind,
        "pipeline-contact_norm_days": pipeline.contact_norm_days,
        "new-name": "",
        "new-after": "",
    }
    for stage in pipeline.stages.all():
        said |= _of(stage)
    return said | {name.replace("__", "-"): value for name, value in changes.items()}


def at(stage: Stage, field: str) -> str:
    """The name of a control of this stage, for ``typed(**{at(stage, "name"): …})``."""
    return f"stage-{stage.pk}-{field}"


def _of(stage: Stage) -> dict[str, Any]:
    said = {at(stage, name): getattr(stage, name) for name in ("name", "day_norm", "chance", "purpose", "guidance")}
    return said | {at(stage, "gates"): [gate.evidence for gate in stage.gates.all()]}
