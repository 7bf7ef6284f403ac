"""What is overdue for some working days is told to the head."""

from datetime import date, timedelta

import pytest

from tests.cast import Cast
from tests.sales.reminders.clock import NOON, moscow, task
from vedu.foundation.people.notice import Notice
from vedu.foundation.people.substitution import plan_absence
from vedu.foundation.refusal import Invalid, NotAllowed
from vedu.sales.reminders.escalation import escalate
from vedu.sales.reminders.overdue_rule import OverdueRule


def test_after_three_working_days(cast: Cast) -> None:
    call = task(cast, moscow(19, 11))  # Thursday: Friday, Monday, Tuesday
    task(cast, moscow(20, 11))
    assert escalate(moscow(23, 12)) == 0
    assert escalate(NOON) == 1
    (notice,) = Notice.objects.all()
    assert (notice.person_id, notice.data["task"], notice.data["days"]) == (cast.sergey.pk, call.pk, 3)
    assert notice.data["owner"] == "Anna Kotova"


def test_once_a_week_for_each_task(cast: Cast) -> None:
    task(cast, moscow(18, 11))
    assert [escalate(NOON), escalate(NOON), escalate(moscow(27, 12))] == [1, 0, 0]
    assert escalate(moscow(30, 12)) == 1
    assert Notice.objects.count() == 2


def test_who_decides_and_what(cast: Cast) -> None:
    task(cast, moscow(23, 11))
    for person in (cast.anna, cast.sergey, cast.boris):
        with pytest.raises(NotAllowed):
            OverdueRule.decide(1, by=person)
    with pytest.raises(Invalid):
        OverdueRule.decide(0, by=cast.vera)
    assert OverdueRule.days() == 3
    OverdueRule.decide(1, by=cast.vera)
    assert escalate(NOON) == 1
    OverdueRule.decide(None, by=cast.adam)
    task(cast, moscow(18, 11))
    assert OverdueRule.days() is None
    assert escalate(NOON) == 0


def test_at_night_heads_are_told_nothing(cast: Cast) -> None:
    task(cast, moscow(18, 11))
    assert escalate(moscow(24, 22)) == 0


def test_who_stands_in_for_the_head_is_told(cast: Cast) -> None:
    task(cast, moscow(18, 11))
    plan_absence(cast.sergey, by=cast.sergey, from_on=date(2026, 11, 24), substitute=cast.olga, at=NOON - timedelta(1))
    escalate(NOON)
    assert Notice.objects.get().person_id == cast.olga.pk


def test_a_finished_task_is_not_told_of(cast: Cast) -> None:
    task(cast, moscow(18, 11)).complete(by=cast.anna)
    assert escalate(NOON) == 0
