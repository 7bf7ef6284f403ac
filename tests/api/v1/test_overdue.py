"""When heads are told of overdue tasks."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.sales.reminders.overdue_rule import OverdueRule

RULE = "/rules/overdue"


@pytest.fixture
def vera(cast: Cast) -> Caller:
    return Caller(cast.vera)


def test_heads_read_and_owners_decide(anna: Caller, sergey: Caller, boris: Caller, vera: Caller) -> None:
    assert sergey.get(RULE).body == {"head_days": 3}
    assert [one.get(RULE).status for one in (anna, boris)] == [403, 403]
    assert [one.call("PUT", RULE, {"head_days": 1}).status for one in (anna, sergey, boris)] == [403, 403, 403]
    assert vera.call("PUT", RULE, {"head_days": 5}).body == {"head_days": 5}
    assert vera.call("PUT", RULE, {"head_days": None}).body == {"head_days": None}
    assert OverdueRule.days() is None


def test_days_that_cannot_be(vera: Caller, stranger: Caller) -> None:
    assert vera.call("PUT", RULE, {"head_days": 0}).status == 422
    assert vera.call("PUT", RULE, {}).status == 422
    assert stranger.get(RULE).status == stranger.call("PUT", RULE, {"head_days": 1}).status == 401
