from datetime import time, timedelta

import pytest

from vedu.foundation.refusal import Invalid
from vedu.sales.contact_policy.rules import USUAL, Hours
from vedu.sales.contact_policy.written_rules import as_json, read


def test_what_is_written_is_read_again() -> None:
    assert read(as_json(USUAL)) == USUAL
    strict = read({"most_a_week": 1, "days_after_refusal": 90, "need_consent": ["call"], "outer_on_days_off": ""})
    assert read(as_json(strict)) == strict


def test_what_is_left_out_is_as_usual() -> None:
    rules = read({"usual": "10:00–17:30", "hours_between": "4"})
    assert rules.usual == Hours(time(10), time(17, 30))
    assert rules.between == timedelta(hours=4)
    assert rules.most_a_week == USUAL.most_a_week


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ({"usual": "nine to six"}, "hours-wrong"),
        ({"usual": "09:00"}, "hours-wrong"),
        ({"usual": ""}, "hours-wrong"),
        ({"outer": "22:00-08:00"}, "hours-turned"),
        ({"most_a_day": -1}, "number-wrong"),
        ({"most_a_day": 51}, "number-wrong"),
        ({"most_a_week": "many"}, "number-wrong"),
        ({"days_after_refusal": 1.5}, "number-wrong"),
        ({"need_consent": ["shop"]}, "unknown-word"),
        ({"weekends": True}, "unknown-word"),
    ],
)
def test_what_cannot_be_right_is_refused_by_its_name(written: dict[str, object], code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read(written)
    assert [(reason.code, reason.facts["field"]) for reason in refusal.value.reasons] == [(code, next(iter(written)))]


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(Invalid) as refusal:
        read({"usual": "?", "most_a_day": "?", "hours_between": "?"})
    assert refusal.value.codes == ["hours-wrong", "number-wrong", "number-wrong"]
