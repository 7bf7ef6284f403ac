"""The order of the stages: a new one, one that goes up or down."""

import pytest

from tests.cast import Cast
from tests.sales.pipelines.asked import kinds_told, names, places, told
from vedu.foundation.refusal import Invalid, Refused
from vedu.sales.pipelines import stage_order
from vedu.sales.pipelines.describing import describe_stage
from vedu.sales.pipelines.stage_deletion import delete_stage
from vedu.sales.pipelines.stage_order import add_stage, stand_at


def test_a_new_stage_stands_last(cast: Cast) -> None:
    stage = add_stage(cast.pipeline, by=cast.vera, name="Referral", day_norm=20, chance=95, gates=["paid"])
    assert names(cast.pipeline)[-1] == "Referral"
    assert (stage.position, stage.day_norm, stage.chance) == (8, 20, 95)
    assert [gate.evidence for gate in stage.gates.all()] == ["paid"]
    assert told("stage.added").data == {
        "pipeline": cast.pipeline.pk,
        "stage": stage.pk,
        "name": "Referral",
        "place": 8,
    }


@pytest.mark.parametrize(("place", "position"), [(0, 0), (3, 3), (99, 8), (-5, 0)])
def test_or_where_it_is_put(cast: Cast, place: int, position: int) -> None:
    stage = add_stage(cast.pipeline, by=cast.vera, name="Pilot", place=place)
    assert names(cast.pipeline).index("Pilot") == stage.position == position
    assert places(cast.pipeline) == list(range(9))


def test_a_stage_goes_up_and_down(cast: Cast) -> None:
    order = names(cast.pipeline)
    stand_at(cast.stage(3), 2, by=cast.vera)
    assert names(cast.pipeline) == [*order[:2], order[3], order[2], *order[4:]]
    stand_at(cast.stage(2), 3, by=cast.vera)
    assert names(cast.pipeline) == order
    assert places(cast.pipeline) == list(range(8))
    assert kinds_told() == ["stage.moved", "stage.moved"]


def test_the_ends_are_the_ends(cast: Cast) -> None:
    order = names(cast.pipeline)
    stand_at(cast.stage(0), -1, by=cast.vera)
    stand_at(cast.stage(7), 8, by=cast.vera)
    assert names(cast.pipeline) == order
    assert kinds_told() == []


def test_gates_are_asked_in_the_new_order(cast: Cast) -> None:
    deal = cast.deal()
    assert [reason.code for reason in deal.missing_for(cast.stage(2))] == ["decision_maker_known"]
    stand_at(cast.stage(3), 1, by=cast.vera)
    assert [reason.code for reason in deal.missing_for(cast.stage(2))] == ["need_confirmed"]


def test_a_new_deal_begins_in_the_new_first_stage(cast: Cast) -> None:
    add_stage(cast.pipeline, by=cast.vera, name="Inquiry", place=0)
    assert cast.deal().stage.name == "Inquiry"


def test_two_stages_of_one_name_are_refused(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        add_stage(cast.pipeline, by=cast.vera, name=f"  {cast.stage(4).name.upper()} ")
    assert refusal.value.codes == ["name-taken"]
    assert len(names(cast.pipeline)) == 8


def test_the_name_of_a_deleted_stage_is_free(cast: Cast) -> None:
    gone = cast.stage(2)
    delete_stage(gone, by=cast.vera)
    assert add_stage(cast.pipeline, by=cast.vera, name=gone.name).pk != gone.pk


def test_there_is_an_end_to_stages(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage_order, "MOST_STAGES", 8)
    with pytest.raises(Refused) as refusal:
        add_stage(cast.pipeline, by=cast.vera, name="Pilot")
    assert refusal.value.codes == ["too-many"]


def test_a_stage_is_described_where_it_stands(cast: Cast) -> None:
    stage = cast.stage(5)
    stand_at(cast.stage(5), 0, by=cast.vera)
    describe_stage(stage, by=cast.vera, chance=12)
    assert names(cast.pipeline)[0] == stage.name
