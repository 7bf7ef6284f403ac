"""Presets are taken into use in the language of the installation."""

import pytest
from django.utils import translation

from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import Gate, Pipeline, PipelineKind, Stage
from vedu.sales.deals.presets.install import (
    BUSINESSES,
    PIPELINES,
    install,
    install_business,
    install_refusal_reasons,
)
from vedu.sales.deals.presets.refusals import REASONS
from vedu.sales.deals.refusal_reason import RefusalReason

pytestmark = pytest.mark.django_db


def stage_names(pipeline: Pipeline) -> list[str]:
    return [stage.name for stage in pipeline.stages.all()]


def test_the_eight_steps_have_the_names_of_the_trade() -> None:
    with translation.override("ru"):
        active, passive = install_business("wholesale")
    assert stage_names(active) == [
        "Подготовка",
        "Выход на ЛПР",
        "Контакт",
        "Потребности",
        "Презентация, КП",
        "Возражения",
        "Договор, оплата",
        "Сопровождение",
    ]
    assert stage_names(passive)[:2] == ["Приветствие", "Уточнение запроса"]
    assert (active.kind, passive.kind) == (PipelineKind.ACTIVE, PipelineKind.PASSIVE)


def test_in_english_the_same_steps_are_english() -> None:
    with translation.override("en"):
        active = install_business("wholesale")[0]
    assert stage_names(active)[:3] == ["Preparation", "Decision maker", "First contact"]


def test_one_word_is_another_stage_in_another_trade() -> None:
    with translation.override("ru"):
        estate, shop = install_business("real_estate")
    assert stage_names(estate)[0] == "Заявка"
    assert "Уточнение запроса" in stage_names(shop)


@pytest.mark.parametrize("business", sorted(BUSINESSES))
def test_every_business_gets_its_pipelines(business: str) -> None:
    pipelines = install_business(business)
    assert [pipeline.preset for pipeline in pipelines] == list(BUSINESSES[business])
    assert [pipeline.position for pipeline in pipelines] == list(range(len(pipelines)))
    assert RefusalReason.objects.count() == len(REASONS)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("code", sorted(PIPELINES))
def test_every_stage_of_a_preset_can_be_worked_with(code: str, language: str) -> None:
    with translation.override(language):
        (pipeline,) = install([PIPELINES[code]])
    stages = list(pipeline.stages.all())
    assert all(stage.purpose and stage.guidance and stage.day_norm for stage in stages)
    chances = [stage.chance for stage in stages]
    assert chances == sorted(chances)
    assert chances[-1] < 100


@pytest.mark.parametrize("code", sorted(PIPELINES))
def test_a_won_deal_of_any_preset_is_a_paid_one(code: str) -> None:
    (pipeline,) = install([PIPELINES[code]])
    assert Gate.objects.filter(stage__pipeline=pipeline, evidence=EvidenceKind.PAID).count() == 1


def test_no_presentation_without_a_confirmed_need() -> None:
    (pipeline,) = install([PIPELINES["wholesale"]])
    presentation = Gate.objects.get(stage__pipeline=pipeline, evidence=EvidenceKind.PRESENTATION).stage
    before = Gate.objects.filter(stage__in=Stage.objects.filter(position__lt=presentation.position))
    assert EvidenceKind.NEED in before.values_list("evidence", flat=True)


def test_pipelines_come_after_those_that_exist() -> None:
    install([PIPELINES["classic"]])
    (second,) = install([PIPELINES["expert"]])
    assert second.position == 1


def test_an_edited_reason_stays_as_it_is() -> None:
    install_refusal_reasons()
    RefusalReason.objects.filter(code="expensive").update(name="Цена", return_days=7)
    install_refusal_reasons()
    assert RefusalReason.objects.get(code="expensive").name == "Цена"
    assert RefusalReason.objects.count() == len(REASONS)


def test_only_a_refusal_without_hope_proposes_not_to_return() -> None:
    install_refusal_reasons()
    assert not RefusalReason.objects.filter(is_recoverable=True, return_days=None).exists()
    assert not RefusalReason.objects.filter(is_recoverable=False, return_days__isnull=False).exists()
