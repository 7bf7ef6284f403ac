"""Claim, release, the head's decision, history: /companies/{id}/ownership and /assignment."""

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.ownership import Ownership


def test_a_free_company_is_claimed(cast: Cast, anna: Caller) -> None:
    client = cast.client()
    claimed = anna.post(f"/companies/{client.pk}/ownership")
    assert claimed.status == 201
    assert (claimed.body["owner"], claimed.body["cause"]) == (cast.anna.pk, "claim")
    assert (claimed.body["company"], claimed.body["till_at"]) == (client.pk, None)


def test_who_comes_second_is_told_who_was_first(cast: Cast, igor: Caller, olga: Caller) -> None:
    client = cast.client(owner=cast.anna)
    for late in (igor, olga):
        refused = late.post(f"/companies/{client.pk}/ownership", {})
        assert (refused.status, refused.codes) == (409, ["client-led"])
        assert "Anna Kotova" in refused.body["detail"]
        assert refused.body["reasons"][0]["owner"] == cast.anna.pk


def test_an_accountant_and_a_stranger_claim_nothing(cast: Cast, boris: Caller, stranger: Caller) -> None:
    path = f"/companies/{cast.client().pk}/ownership"
    assert boris.post(path).status == 403
    assert stranger.post(path).status == 401
    assert not Ownership.objects.exists()


def test_the_history_says_who_led_from_when_till_when_and_why(cast: Cast, anna: Caller, olga: Caller) -> None:
    client = cast.client(owner=cast.igor)
    client.assign(cast.anna, by=cast.sergey, why="Igor is on leave")
    periods = anna.get(f"/companies/{client.pk}/ownership").body["items"]
    assert [(period["owner_name"], period["cause"]) for period in periods] == [
        ("Anna Kotova", "decision"),
        ("Igor Belov", "claim"),
    ]
    assert periods[1]["till_at"] is not None
    assert periods[1]["ended_why"] == "Igor is on leave"
    assert olga.get(f"/companies/{client.pk}/ownership").status == 403


def test_a_held_company_goes_back_to_the_pool(cast: Cast, anna: Caller) -> None:
    client = cast.client(owner=cast.anna)
    released = anna.delete(f"/companies/{client.pk}/ownership", why="Not our profile")
    assert (released.status, released.body) == (204, {})
    client.refresh_from_db()
    assert client.owner is None
    assert Ownership.objects.get(client=client).ended_why == "Not our profile"


def test_a_company_with_an_open_deal_is_not_released(cast: Cast, anna: Caller) -> None:
    refused = anna.delete(f"/companies/{cast.deal().client_id}/ownership")
    assert (refused.status, refused.codes) == (409, ["deal-open"])


def test_nobody_releases_the_company_of_another(cast: Cast, igor: Caller, olga: Caller, sergey: Caller) -> None:
    path = f"/companies/{cast.client(owner=cast.anna).pk}/ownership"
    assert igor.delete(path).codes == ["not-yours"]
    assert olga.delete(path).codes == ["not-yours"]
    assert sergey.delete(path).status == 204


def test_the_heads_decision_moves_a_company_with_its_deals(cast: Cast, sergey: Caller) -> None:
    deal = cast.deal()
    body = {"owner": cast.igor.pk, "why": "Anna is on leave"}
    assigned = sergey.post(f"/companies/{deal.client_id}/assignment", body)
    assert (assigned.status, assigned.body["owner_name"]) == (201, "Igor Belov")
    deal.refresh_from_db()
    assert deal.owner == cast.igor


def test_the_heads_decision_needs_a_reason(cast: Cast, sergey: Caller) -> None:
    refused = sergey.post(f"/companies/{cast.deal().client_id}/assignment", {"owner": cast.igor.pk})
    assert (refused.status, refused.codes) == (422, ["reason-needed"])


def test_a_seller_decides_nothing(cast: Cast, anna: Caller, olga: Caller) -> None:
    path, body = f"/companies/{cast.deal().client_id}/assignment", {"owner": cast.igor.pk, "why": "I want"}
    assert anna.post(path, body).codes == ["head-only"]
    assert olga.post(path, body).codes == ["head-only"]


def test_a_company_is_given_to_somebody_who_exists(cast: Cast, sergey: Caller) -> None:
    refused = sergey.post(f"/companies/{cast.client().pk}/assignment", {"owner": 987_654})
    assert (refused.status, refused.codes) == (422, ["unknown-id"])
