"""Rules of ownership: heads read them, those who run the business decide."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.hold_rule import HoldRule
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.calendar_day import CalendarDay
from vedu.sales.deals.pipeline import Pipeline

BIRTHDAY = {"day": "2026-05-14", "kind": "off", "why": "Our birthday"}


@pytest.fixture
def vera(cast: Cast) -> Caller:
    """The owner of the business."""
    return Caller(cast.vera)


@pytest.fixture
def kirov(cast: Cast) -> Segment:
    return Segment.define("In Kirov", [{"field": "city", "op": "in", "values": ["Kirov"]}], by=cast.sergey)


def neglect(cast: Cast) -> str:
    return f"/pipelines/{cast.pipeline.pk}/neglect"


def test_holds_are_decided_in_their_order(kirov: Segment, vera: Caller, sergey: Caller) -> None:
    said = {"holds": [{"segment": kirov.pk, "days": None}, {"days": 60}]}
    decided = vera.call("PUT", "/rules/holds", said)
    assert decided.status == 200
    assert decided.body["holds"] == [
        {"segment": kirov.pk, "segment_name": "In Kirov", "days": None},
        {"segment": None, "segment_name": None, "days": 60},
    ]
    assert sergey.get("/rules/holds").body == decided.body
    assert vera.call("PUT", "/rules/holds", {"holds": []}).body == {"holds": []}


def test_a_hold_that_cannot_be_changes_nothing(vera: Caller) -> None:
    vera.call("PUT", "/rules/holds", {"holds": [{"days": 60}]})
    assert vera.call("PUT", "/rules/holds", {"holds": [{"days": 0}]}).codes == ["too-small"]
    assert vera.call("PUT", "/rules/holds", {"holds": [{"segment": 987_654}]}).codes == ["unknown-id"]
    assert HoldRule.objects.get().days == 60


def test_neglect_is_decided_and_switched_off(cast: Cast, vera: Caller, sergey: Caller) -> None:
    decided = vera.call("PUT", neglect(cast), {"head_days": 3, "pool_days": 10})
    assert (decided.body["head_days"], decided.body["pool_days"]) == (3, 10)
    assert sergey.get(neglect(cast)).body == decided.body
    assert vera.call("PUT", neglect(cast), {}).body["pool_days"] is None
    assert vera.call("PUT", neglect(cast), {"head_days": 9, "pool_days": 3}).codes == ["pool-before-head"]


def test_days_of_the_company_are_decided_and_taken_back(vera: Caller, sergey: Caller) -> None:
    assert vera.call("PUT", "/calendar-days", BIRTHDAY).body == BIRTHDAY
    (item,) = sergey.get("/calendar-days").body["items"]
    assert {name: item[name] for name in BIRTHDAY} == BIRTHDAY
    assert vera.call("PUT", "/calendar-days", BIRTHDAY | {"kind": None}).body["kind"] is None
    assert not CalendarDay.objects.exists()


def test_a_head_decides_nothing(cast: Cast, sergey: Caller) -> None:
    assert sergey.call("PUT", "/rules/holds", {"holds": []}).codes == ["holds-not-yours"]
    assert sergey.call("PUT", neglect(cast), {"head_days": 3}).codes == ["neglect-not-yours"]
    assert sergey.call("PUT", "/calendar-days", BIRTHDAY).codes == ["calendar-not-yours"]


def test_the_others_do_not_even_look(cast: Cast, anna: Caller, olga: Caller, boris: Caller, stranger: Caller) -> None:
    for path in ("/rules/holds", neglect(cast), "/calendar-days"):
        assert {caller.get(path).status for caller in (anna, olga, boris)} == {403}
        assert stranger.get(path).status == 401
    for caller in (anna, olga, boris):
        assert caller.call("PUT", neglect(cast), {"head_days": 3}).status == 403
    assert Pipeline.objects.get(pk=cast.pipeline.pk).neglect_head_days is None
