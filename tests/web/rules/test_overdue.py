"""POST /rules/overdue: when heads are told of overdue tasks."""

import pytest

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.sales.reminders.overdue_rule import OverdueRule


def test_it_is_decided_and_switched_off(cast: Cast) -> None:
    browser = visitor(cast.vera)
    browser.post("/rules/overdue", {"head_days": "5"})
    assert OverdueRule.days() == 5
    browser.post("/rules/overdue", {"head_days": ""})
    assert OverdueRule.days() is None


def test_what_was_typed_stays(cast: Cast) -> None:
    response = visitor(cast.adam).post("/rules/overdue", {"head_days": "77"})
    assert response.status_code == 422
    assert 'value="77"' in text_of(response)
    assert OverdueRule.days() == 3


@pytest.mark.parametrize("who", ["sergey", "anna", "olga", "boris"])
def test_the_others_decide_nothing(cast: Cast, who: str) -> None:
    assert visitor(getattr(cast, who)).post("/rules/overdue", {"head_days": "1"}).status_code == 403
    assert OverdueRule.days() == 3


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().post("/rules/overdue"))
