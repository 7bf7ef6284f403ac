"""STAGE-1: a new pipeline after a preset, or with one stage to begin from."""

import pytest

from tests.cast import Cast
from tests.sales.pipelines.asked import names, told
from vedu.foundation.refusal import Invalid, Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.deals.presets.install import PIPELINES
from vedu.sales.pipelines import making
from vedu.sales.pipelines.archiving import archive
from vedu.sales.pipelines.making import make


def test_an_empty_pipeline_has_one_stage_and_takes_deals(cast: Cast) -> None:
    made = make(by=cast.vera, name="  Tenders  of  the state ", kind="passive", contact_norm_days=30)
    assert (made.name, made.kind, made.contact_norm_days) == ("Tenders of the state", "passive", 30)
    assert len(names(made)) == 1
    assert list(Pipeline.objects.in_use()) == [cast.pipeline, cast.shop, made]
    assert Deal.open(cast.client(owner=cast.anna), made, name="Boxes", by=cast.anna).stage == made.first_stage
    event = told("pipeline.made")
    assert (event.actor, event.data) == (cast.vera, {"pipeline": made.pk, "name": made.name, "preset": ""})


@pytest.mark.parametrize("preset", ["classic", "agency", "insurance", "real_estate", "expert"])
def test_a_preset_brings_its_stages_and_gates(cast: Cast, preset: str) -> None:
    made = make(by=cast.adam, preset=preset)
    shape = PIPELINES[preset]
    assert (made.name, made.kind, made.contact_norm_days) == (str(shape.name), shape.kind, shape.contact_norm)
    assert names(made) == [str(stage.name) for stage in shape.stages]
    asked = [[gate.evidence for gate in stage.gates.all()] for stage in made.stages.all()]
    assert asked == [list(stage.gates) for stage in shape.stages]


def test_what_is_said_stands_before_the_preset(cast: Cast) -> None:
    made = make(by=cast.vera, name="Small shops", preset="wholesale", kind="passive", contact_norm_days=5)
    made.refresh_from_db()
    assert (made.name, made.kind, made.contact_norm_days, made.preset) == ("Small shops", "passive", 5, "wholesale")


def test_a_name_is_needed_and_is_not_taken(cast: Cast) -> None:
    for name, code in (("  ", "name-empty"), ("x" * 121, "name-too-long"), (cast.shop.name.upper(), "name-taken")):
        with pytest.raises(Invalid) as refusal:
            make(by=cast.vera, name=name)
        assert refusal.value.codes == [code]
        assert refusal.value.reasons[0].facts["field"] == "name"
    assert Pipeline.objects.count() == 2


def test_the_name_of_an_archived_pipeline_is_free(cast: Cast) -> None:
    archive(cast.shop, by=cast.vera)
    assert make(by=cast.vera, name=cast.shop.name).pk


def test_every_fault_is_said_at_once(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        make(by=cast.vera, name="", kind="aggressive", contact_norm_days=0)
    assert refusal.value.codes == ["name-empty", "unknown-word", "days-wrong"]


def test_a_preset_that_is_not_there_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        make(by=cast.vera, name="Tenders", preset="nonsense")
    assert refusal.value.reasons[0].facts["field"] == "preset"


def test_there_is_an_end_to_pipelines(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "MOST_PIPELINES", 2)
    with pytest.raises(Refused) as refusal:
        make(by=cast.vera, name="Tenders")
    assert refusal.value.codes == ["too-many"]
