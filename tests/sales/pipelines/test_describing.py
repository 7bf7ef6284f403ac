"""STAGE-2: names, norms, chances and gates change; deals, boards and clients follow in the same moment."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.sales.deals.test_totals import counted, kept
from tests.sales.pipelines.asked import kinds_told, told
from vedu.clients.client import Client
from vedu.foundation.refusal import Invalid, Refused
from vedu.sales.pipelines.describing import describe_pipeline, describe_stage
from vedu.sales.pipelines.stage_deletion import delete_stage


def test_a_pipeline_gets_another_name_kind_and_norm(cast: Cast) -> None:
    was = cast.pipeline.name
    describe_pipeline(cast.pipeline, by=cast.vera, name="Big clients", kind="passive", contact_norm_days=21)
    cast.pipeline.refresh_from_db()
    assert (cast.pipeline.name, cast.pipeline.kind, cast.pipeline.contact_norm_days) == ("Big clients", "passive", 21)
    assert told("pipeline.described").data["before"] == {"name": was, "kind": "active", "contact_norm_days": 14}


def test_the_clients_follow_the_norm_of_contact(cast: Cast) -> None:
    client = cast.deal().client
    before = Client.objects.get(pk=client.pk)
    describe_pipeline(cast.pipeline, by=cast.vera, contact_norm_days=4)
    after = Client.objects.get(pk=client.pk)
    assert (before.contact_norm_days, after.contact_norm_days) == (14, 4)
    assert before.contact_due_at
    assert after.contact_due_at
    assert before.contact_due_at - after.contact_due_at == timedelta(days=10)


def test_what_stays_the_same_is_not_told(cast: Cast) -> None:
    stage = cast.stage(3)
    describe_pipeline(cast.pipeline, by=cast.vera, name=cast.pipeline.name)
    describe_stage(stage, by=cast.vera, name=stage.name, gates=[gate.evidence for gate in stage.gates.all()])
    assert kinds_told() == []


def test_a_stage_says_something_else(cast: Cast) -> None:
    stage = cast.stage(3)
    describe_stage(stage, by=cast.vera, name="The need", purpose=" Why ", guidance="Ask\nand listen", day_norm=3)
    stage.refresh_from_db()
    assert (stage.name, stage.purpose, stage.guidance, stage.day_norm) == ("The need", "Why", "Ask\nand listen", 3)
    event = told("stage.described")
    assert (event.data["stage"], event.data["pipeline"], event.data["name"]) == (stage.pk, cast.pipeline.pk, "The need")
    assert set(event.data["before"]) == {"name", "purpose", "guidance", "day_norm"}


def test_open_deals_follow_the_norm_and_the_chance_of_their_stage(cast: Cast) -> None:
    here, closed, elsewhere = cast.at_stage(3), cast.at_stage(3, owner=cast.igor), cast.deal(owner=cast.olga)
    closed.lose(by=cast.igor, reason=cast.reason())
    describe_stage(cast.stage(3), by=cast.vera, day_norm=2, chance=77)
    for deal in (here, closed, elsewhere):
        deal.refresh_from_db()
    assert (here.chance, here.stage_due_at) == (77, here.stage_since + timedelta(days=2))
    assert closed.chance != 77
    assert elsewhere.chance != 77
    assert kept() == counted()


def test_gates_are_these_and_no_others(cast: Cast) -> None:
    stage = cast.stage(3)
    describe_stage(stage, by=cast.vera, gates=["paid", "contact_established", "paid"])
    assert set(stage.gates.values_list("evidence", flat=True)) == {"contact_established", "paid"}
    assert told("stage.described").data["before"] == {"gates": ["need_confirmed"]}
    describe_stage(stage, by=cast.vera, gates=[])
    assert not stage.gates.exists()


def test_a_gate_that_is_no_more_stops_nobody(cast: Cast) -> None:
    deal = cast.at_stage(3)
    assert [reason.code for reason in deal.missing_for(cast.stage(4))] == ["need_confirmed"]
    describe_stage(cast.stage(3), by=cast.vera, gates=[])
    deal.move_to(cast.stage(4), by=cast.anna)
    assert deal.stage == cast.stage(4)


WRONG: list[tuple[dict[str, Any], list[str]]] = [
    ({"name": " "}, ["name-empty"]),
    ({"name": "x" * 121}, ["name-too-long"]),
    ({"day_norm": 0, "chance": 101}, ["days-wrong", "percent-wrong"]),
    ({"day_norm": 3651}, ["days-wrong"]),
    ({"chance": -1}, ["percent-wrong"]),
    ({"purpose": "x" * 301, "guidance": "x" * 4001}, ["too-long", "too-long"]),
    ({"gates": ["paid", "nonsense"]}, ["unknown-word"]),
]


@pytest.mark.parametrize(("facts", "codes"), WRONG)
def test_what_cannot_be_is_refused_by_its_field(cast: Cast, facts: dict[str, Any], codes: list[str]) -> None:
    stage = cast.stage(3)
    with pytest.raises(Invalid) as refusal:
        describe_stage(stage, by=cast.vera, **facts)
    assert refusal.value.codes == codes
    assert [reason.facts["field"] for reason in refusal.value.reasons] == [*facts]
    assert kinds_told() == []


def test_a_stage_does_not_take_the_name_of_its_neighbour(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        describe_stage(cast.stage(3), by=cast.vera, name=f" {cast.stage(4).name.upper()} ")
    assert refusal.value.codes == ["name-taken"]
    describe_stage(cast.stage(3), by=cast.vera, name=cast.stage(3).name.upper())


def test_a_stage_may_be_called_as_one_of_another_pipeline(cast: Cast) -> None:
    describe_stage(cast.stage(3), by=cast.vera, name=cast.shop.first_stage.name)
    assert cast.stage(3).name == cast.shop.first_stage.name


def test_a_pipeline_does_not_take_the_name_of_another(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        describe_pipeline(cast.pipeline, by=cast.vera, name=cast.shop.name.lower())
    assert refusal.value.codes == ["name-taken"]


def test_a_stage_that_was_deleted_meanwhile_is_left_alone(cast: Cast) -> None:
    stage = cast.stage(2)
    delete_stage(cast.stage(2), by=cast.vera)
    with pytest.raises(Refused) as refusal:
        describe_stage(stage, by=cast.vera, name="Anew")
    assert refusal.value.codes == ["stage-deleted"]
