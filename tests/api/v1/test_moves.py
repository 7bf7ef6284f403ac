"""POST and GET /deals/{id}/moves."""

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.sales.deals.move import Move


def test_the_owner_moves_a_deal(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    moved = anna.post(f"/deals/{deal.pk}/moves", {"stage": cast.stage(1).pk})
    assert moved.status == 201
    assert (moved.body["deal"], moved.body["to_stage"]) == (deal.pk, cast.stage(1).pk)
    assert moved.body["by_name"] == "Anna Kotova"
    deal.refresh_from_db()
    assert deal.stage == cast.stage(1)


def test_a_move_without_evidence_lists_what_is_missing(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    refused = anna.post(f"/deals/{deal.pk}/moves", {"stage": cast.stage(4).pk})
    assert refused.status == 422
    assert refused.codes == [reason.code for reason in deal.missing_for(cast.stage(4))]
    assert "need_confirmed" in refused.codes
    assert refused.body["type"] == "/problems/missing"
    assert all(reason["sentence"] for reason in refused.body["missing"])
    assert Move.objects.filter(deal=deal).count() == 1


def test_what_is_missing_is_said_in_the_language_of_the_request(cast: Cast) -> None:
    refused = Caller(cast.anna, "ru").post(f"/deals/{cast.deal().pk}/moves", {"stage": cast.stage(4).pk})
    assert refused.headers["Content-Language"] == "ru"


def test_a_head_passes_the_gates_with_a_reason_that_is_kept(cast: Cast, sergey: Caller) -> None:
    deal = cast.deal()
    moved = sergey.post(f"/deals/{deal.pk}/moves", {"stage": cast.stage(4).pk, "override_reason": "Urgent tender"})
    assert moved.status == 201
    assert moved.body["override_reason"] == "Urgent tender"
    assert "need_confirmed" in moved.body["missing"]


def test_a_seller_cannot_override(cast: Cast, anna: Caller) -> None:
    body = {"stage": cast.stage(4).pk, "override_reason": "I want to"}
    refused = anna.post(f"/deals/{cast.deal().pk}/moves", body)
    assert refused.status == 403
    assert refused.codes[0] == "head-only"


def test_a_teammate_sees_the_deal_but_cannot_move_it(cast: Cast, igor: Caller) -> None:
    refused = igor.post(f"/deals/{cast.deal().pk}/moves", {"stage": cast.stage(1).pk})
    assert refused.status == 403
    assert refused.codes == ["not-your-deal"]
    assert "Anna Kotova" in refused.body["detail"]


def test_an_outsider_finds_no_deal(cast: Cast, olga: Caller) -> None:
    assert olga.post(f"/deals/{cast.deal().pk}/moves", {"stage": cast.stage(1).pk}).status == 404


def test_a_stranger_is_asked_to_sign_in(cast: Cast, stranger: Caller) -> None:
    asked = stranger.post(f"/deals/{cast.deal().pk}/moves", {"stage": cast.stage(1).pk})
    assert asked.status == 401
    assert asked.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_stage_of_another_pipeline_is_wrong(cast: Cast, anna: Caller) -> None:
    refused = anna.post(f"/deals/{cast.deal().pk}/moves", {"stage": cast.shop.first_stage.pk})
    assert refused.status == 422
    assert refused.body["errors"][0]["field"] == "stage"


def test_a_stage_that_does_not_exist_is_named(cast: Cast, anna: Caller) -> None:
    refused = anna.post(f"/deals/{cast.deal().pk}/moves", {"stage": 987_654})
    assert (refused.status, refused.codes) == (422, ["unknown-id"])


def test_the_same_stage_is_refused(cast: Cast, anna: Caller) -> None:
    refused = anna.post(f"/deals/{cast.deal().pk}/moves", {"stage": cast.stage(0).pk})
    assert (refused.status, refused.codes) == (409, ["same-stage"])


def test_the_history_runs_from_the_last_move(cast: Cast, anna: Caller, igor: Caller, olga: Caller) -> None:
    deal = cast.at_stage(1)
    listed = anna.get(f"/deals/{deal.pk}/moves")
    assert [move["to_stage"] for move in listed.body["items"]] == [cast.stage(1).pk, cast.stage(0).pk]
    assert listed.body["items"][1]["from_stage"] is None
    assert igor.get(f"/deals/{deal.pk}/moves").body == listed.body
    assert olga.get(f"/deals/{deal.pk}/moves").status == 404
