"""POST and PATCH /pipelines, stages added, described, moved and deleted: by those who run the business."""

import pytest

from tests.api.caller import Answer, Caller
from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Pipeline, Stage

PILOT = {
    "name": "Pilot",
    "position": 2,
    "day_norm": 9,
    "chance": 44,
    "gates": ["paid"],
    "purpose": "Try",
    "guidance": "A",
}


@pytest.fixture
def vera(cast: Cast) -> Caller:
    """The owner of the business."""
    return Caller(cast.vera)


def stages(cast: Cast) -> str:
    return f"/pipelines/{cast.pipeline.pk}/stages"


def test_a_pipeline_is_made_after_a_preset(cast: Cast, vera: Caller) -> None:
    made = vera.post("/pipelines", {"preset": "agency", "name": "Clients of the agency", "contact_norm_days": 9})
    assert made.status == 201
    assert (made.body["name"], made.body["contact_norm_days"], len(made.body["stages"])) == (
        "Clients of the agency",
        9,
        6,
    )
    assert made.body["id"] in vera.get("/pipelines").ids


def test_or_with_one_stage(vera: Caller) -> None:
    made = vera.post("/pipelines", {"name": "Tenders", "kind": "passive"}).body
    assert (made["kind"], [stage["name"] for stage in made["stages"]]) == ("passive", ["First contact"])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "name-empty"),
        ({"name": "Shop and requests"}, "name-taken"),
        ({"name": "Tenders", "preset": "nonsense"}, "unknown-word"),
        ({"name": "Tenders", "kind": "aggressive"}, "unknown-word"),
        ({"name": "Tenders", "contact_norm_days": 0}, "too-small"),
        ({"name": "x" * 121}, "too-long"),
    ],
)
def test_a_pipeline_that_cannot_be(vera: Caller, cast: Cast, body: dict[str, object], code: str) -> None:
    answer = vera.post("/pipelines", body)
    assert (answer.status, answer.codes) == (422, [code])
    assert Pipeline.objects.count() == 2


def test_a_pipeline_is_described(cast: Cast, vera: Caller) -> None:
    changed = vera.patch(f"/pipelines/{cast.pipeline.pk}", {"name": "Big clients", "contact_norm_days": 21}).body
    assert (changed["name"], changed["kind"], changed["contact_norm_days"]) == ("Big clients", "active", 21)
    assert vera.patch(f"/pipelines/{cast.pipeline.pk}", {"name": None}).status == 422


def test_a_pipeline_is_archived_and_comes_back(cast: Cast, vera: Caller) -> None:
    address = f"/pipelines/{cast.shop.pk}"
    assert vera.patch(address, {"is_archived": True}).body["is_archived"] is True
    assert vera.get("/pipelines").ids == [cast.pipeline.pk]
    assert vera.patch(address, {"is_archived": False, "name": "The shop"}).body["name"] == "The shop"


def test_open_deals_keep_it_in_use_and_then_nothing_is_changed(cast: Cast, vera: Caller) -> None:
    cast.deal()
    answer = vera.patch(f"/pipelines/{cast.pipeline.pk}", {"is_archived": True, "name": "Old"})
    assert (answer.status, answer.codes) == (409, ["pipeline-in-work"])
    assert answer.body["reasons"][0]["open_deals"] == 1
    assert Pipeline.objects.get(pk=cast.pipeline.pk).name == cast.pipeline.name


def test_an_archived_pipeline_takes_no_deal(cast: Cast, vera: Caller, anna: Caller) -> None:
    vera.patch(f"/pipelines/{cast.shop.pk}", {"is_archived": True})
    client = cast.client(owner=cast.anna)
    answer = anna.post("/deals", {"name": "Boxes", "company": client.pk, "pipeline": cast.shop.pk})
    assert answer.status == 422
    assert not Deal.objects.exists()


def test_a_stage_is_added_described_and_moved(cast: Cast, vera: Caller) -> None:
    added = vera.post(stages(cast), PILOT)
    assert added.status == 201
    assert added.body == {"id": added.body["id"], **PILOT}
    address = f"/stages/{added.body['id']}"
    changed = vera.patch(address, {"chance": 50, "gates": ["need_confirmed", "paid"], "position": 0}).body
    assert (changed["chance"], changed["position"], changed["day_norm"]) == (50, 0, 9)
    assert set(changed["gates"]) == {"need_confirmed", "paid"}
    assert [stage.name for stage in cast.pipeline.stages.all()][0] == "Pilot"
    assert vera.patch(address, {"gates": []}).body["gates"] == []


def test_a_stage_with_a_name_alone_stands_last(cast: Cast, vera: Caller) -> None:
    added = vera.post(stages(cast), {"name": "Referral"}).body
    assert (added["position"], added["day_norm"], added["chance"], added["gates"]) == (8, 7, 10, [])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"name": "Needs"}, "name-taken"),
        ({"name": " "}, "name-empty"),
        ({"name": "Pilot", "chance": 101}, "too-large"),
        ({"name": "Pilot", "day_norm": 0}, "too-small"),
        ({"name": "Pilot", "gates": ["nonsense"]}, "unknown-word"),
        ({"name": "Pilot", "position": -1}, "too-small"),
        ({"name": "Pilot", "purpose": "x" * 301}, "too-long"),
        ({}, "needed"),
    ],
)
def test_a_stage_that_cannot_be(cast: Cast, vera: Caller, body: dict[str, object], code: str) -> None:
    answer = vera.post(stages(cast), body)
    assert (answer.status, answer.codes) == (422, [code])
    assert cast.pipeline.stages.count() == 8


def test_a_stage_without_deals_is_deleted(cast: Cast, vera: Caller) -> None:
    gone = cast.stage(2)
    assert vera.delete(f"/stages/{gone.pk}").status == 204
    assert gone.pk not in [stage["id"] for stage in vera.get(f"/pipelines/{cast.pipeline.pk}").body["stages"]]
    assert vera.delete(f"/stages/{gone.pk}").status == 404


def test_with_deals_it_asks_where_they_go(cast: Cast, vera: Caller, anna: Caller) -> None:
    deal, into = cast.at_stage(3), cast.stage(1)
    address = f"/stages/{deal.stage_id}"
    refused = vera.delete(address)
    assert (refused.status, refused.codes) == (422, ["stage-has-deals"])
    assert (refused.body["missing"][0]["deals"], refused.body["missing"][0]["open_deals"]) == (1, 1)
    assert vera.delete(address, into=cast.shop.first_stage.pk).codes == ["stage-elsewhere"]
    assert vera.delete(address, into=deal.stage_id).codes == ["same-stage"]
    assert vera.delete(address, into=987_654).codes == ["unknown-id"]
    assert vera.delete(address, into=into.pk).status == 204
    moved, led, _opened = anna.get(f"/deals/{deal.pk}/moves").body["items"]
    assert (moved["cause"], moved["from_stage_name"], moved["to_stage"]) == ("stage_deleted", "Needs", into.pk)
    assert led["cause"] == ""
    assert anna.get(f"/deals/{deal.pk}").body["stage"] == into.pk


def test_a_deal_does_not_move_to_a_stage_that_is_gone(cast: Cast, vera: Caller, anna: Caller) -> None:
    deal, gone = cast.at_stage(3), cast.stage(4)
    vera.delete(f"/stages/{gone.pk}")
    assert anna.post(f"/deals/{deal.pk}/moves", {"stage": gone.pk}).codes == ["unknown-id"]


def test_the_last_stage_stays(vera: Caller) -> None:
    made = vera.post("/pipelines", {"name": "Tenders"}).body
    answer = vera.delete(f"/stages/{made['stages'][0]['id']}")
    assert (answer.status, answer.codes) == (409, ["last-stage"])


def test_an_administrator_may_too(cast: Cast) -> None:
    assert Caller(cast.adam).post(stages(cast), PILOT).status == 201


def every_change(cast: Cast, caller: Caller) -> list[Answer]:
    stage = cast.stage(3).pk
    return [
        caller.post("/pipelines", {"name": "Tenders"}),
        caller.patch(f"/pipelines/{cast.shop.pk}", {"name": "Tenders", "is_archived": True}),
        caller.post(stages(cast), PILOT),
        caller.patch(f"/stages/{stage}", {"name": "Anew", "position": 0}),
        caller.delete(f"/stages/{stage}"),
    ]


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_the_others_change_nothing(cast: Cast, who: str) -> None:
    """A seller, a teammate, an outsider, the accountant."""
    answers = every_change(cast, Caller(getattr(cast, who)))
    assert {answer.status for answer in answers} == {403}
    assert {code for answer in answers for code in answer.codes} == {"pipelines-not-yours"}
    assert (Pipeline.objects.count(), Stage.objects.count(), Move.objects.count()) == (2, 14, 0)
    assert cast.stage(3).name == "Needs"


def test_a_stranger_changes_nothing(cast: Cast, stranger: Caller) -> None:
    assert {answer.status for answer in every_change(cast, stranger)} == {401}


def test_a_pipeline_is_made_once_for_one_key(vera: Caller, cast: Cast) -> None:
    first, again = (vera.post("/pipelines", {"name": "Tenders"}, key="k-1") for _ in range(2))
    assert first.body["id"] == again.body["id"]
    assert Pipeline.objects.count() == 3
