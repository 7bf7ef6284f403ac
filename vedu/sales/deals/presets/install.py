"""Takes presets into use: pipelines with stages and gates, the refusal reasons, and what helps in a talk."""

from collections.abc import Sequence

from django.db import transaction

from vedu.sales.checklists import presets as checklists
from vedu.sales.deals.pipeline import Gate, Pipeline, Stage
from vedu.sales.deals.presets.active import CLASSIC, EXPERT, WHOLESALE
from vedu.sales.deals.presets.industries import AGENCY, INSURANCE, REAL_ESTATE
from vedu.sales.deals.presets.passive import SHOP
from vedu.sales.deals.presets.refusals import REASONS
from vedu.sales.deals.presets.shape import PipelinePreset
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.message_templates.presets import install as message_templates
from vedu.sales.objections.presets import install as rebuttals
from vedu.sales.playbooks.presets import install as playbooks
from vedu.sales.signals import presets as signals

PIPELINES = {preset.code: preset for preset in (WHOLESALE, CLASSIC, EXPERT, SHOP, AGENCY, INSURANCE, REAL_ESTATE)}

# What kind of business takes which pipelines; the first is the one its sellers open on.
BUSINESSES: dict[str, tuple[str, ...]] = {
    "wholesale": ("wholesale", "passive"),
    "agency": ("agency", "passive"),
    "insurance": ("insurance", "passive"),
    "retail": ("passive", "classic"),
    "real_estate": ("real_estate", "passive"),
    "own": ("classic",),
}


def install_business(code: str) -> list[Pipeline]:
    """The pipelines of a kind of business and the refusal reasons, in the active language."""
    install_refusal_reasons()
    return install([PIPELINES[name] for name in BUSINESSES[code]])


def install(presets: Sequence[PipelinePreset]) -> list[Pipeline]:
    """New pipelines after those that exist."""
    with transaction.atomic():
        place = Pipeline.objects.count()
        pipelines = [_install(preset, place + number) for number, preset in enumerate(presets)]
        playbooks.install(pipelines)
        rebuttals.install()
        signals.install()
        checklists.install()
        message_templates.install()
        return pipelines


def install_refusal_reasons() -> None:
    """Those of the list that are not there yet; edited ones stay as they are."""
    RefusalReason.objects.bulk_create(
        [
            RefusalReason(code=code, group=group, name=str(name), is_recoverable=back, return_days=days, position=place)
            for place, (group, code, name, back, days) in enumerate(REASONS)
        ],
        ignore_conflicts=True,
    )


def _install(preset: PipelinePreset, place: int) -> Pipeline:
    pipeline = Pipeline.objects.create(
        name=str(preset.name),
        kind=preset.kind,
        contact_norm_days=preset.contact_norm,
        response_norm_minutes=preset.response_norm,
        preset=preset.code,
        position=place,
    )
    for position, stage in enumerate(preset.stages):
        row = Stage.objects.create(
            pipeline=pipeline,
            name=str(stage.name),
            position=position,
            purpose=str(stage.purpose),
            guidance=str(stage.guidance),
            day_norm=stage.norm,
            chance=stage.chance,
        )
        Gate.objects.bulk_create(Gate(stage=row, evidence=kind) for kind in stage.gates)
    return pipeline
