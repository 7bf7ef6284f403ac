"""A planned step, read from a form."""

from datetime import datetime

import pytest
from django.utils import timezone

from vedu.foundation.refusal import Invalid
from vedu.web.touches.step_fields import read_due, read_step, require_step

WHOLE = {"step_kind": "meeting", "step_on": "2031-02-03", "step_time": "14:30", "step_title": "Samples"}


def test_kind_day_hour_and_words() -> None:
    step = read_step(WHOLE)
    assert step is not None
    assert (step.kind, step.title, step.has_time) == ("meeting", "Samples", True)
    assert timezone.localtime(step.due_at).replace(tzinfo=None) == datetime(2031, 2, 3, 14, 30)  # noqa: DTZ001


def test_the_hour_is_that_of_the_persons_own_clock() -> None:
    with timezone.override("Asia/Vladivostok"):
        far, _has_time = read_due("2031-02-03", "10:00")
    with timezone.override("Europe/Moscow"):
        near, _has_time = read_due("2031-02-03", "10:00")
    assert (near - far).total_seconds() == 7 * 3600


def test_without_an_hour_only_the_day_counts() -> None:
    due_at, has_time = read_due("2031-02-03", "")
    assert not has_time
    assert timezone.localtime(due_at).hour == 0


def test_no_kind_means_no_step() -> None:
    assert read_step({**WHOLE, "step_kind": ""}) is None
    assert read_step({}) is None


def test_where_a_step_is_the_point_its_absence_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        require_step({})
    assert refused.value.codes == ["step-needed"]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ({"step_kind": "dance"}, "unknown-word"),
        ({"step_on": "3.2."}, "due-needed"),
        ({"step_time": "noon"}, "hour-unclear"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_field(broken: dict[str, str], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_step({**WHOLE, **broken})
    assert refused.value.codes == [code]
    assert refused.value.reasons[0].facts["field"] in broken
