"""Pins by the API."""

from tests.api.caller import Caller
from tests.cast import Cast


def test_a_deal_is_pinned_listed_and_taken_off(cast: Cast, anna: Caller, igor: Caller) -> None:
    deal = cast.deal()
    put = anna.post(f"/deals/{deal.pk}/pins", {})
    assert (put.status, put.body["deal"], put.body["name"]) == (201, deal.pk, deal.name)
    assert anna.post(f"/deals/{deal.pk}/pins", {}).body == put.body
    assert [one["deal"] for one in anna.get("/pins").body["items"]] == [deal.pk]
    assert igor.get("/pins").body["items"] == []
    assert anna.delete(f"/deals/{deal.pk}/pins").status == 204
    assert anna.get("/pins").body["items"] == []


def test_only_what_one_sees(cast: Cast, olga: Caller) -> None:
    deal = cast.deal()
    assert olga.post(f"/deals/{deal.pk}/pins", {}).status == 404
    assert olga.delete(f"/deals/{deal.pk}/pins").status == 404


def test_seven_at_most(cast: Cast, anna: Caller) -> None:
    for _number in range(7):
        anna.post(f"/deals/{cast.deal().pk}/pins", {})
    assert anna.post(f"/deals/{cast.deal().pk}/pins", {}).codes == ["too-many-pins"]
