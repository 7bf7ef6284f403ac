"""A person is reminded of his tasks in time, each once."""

from datetime import date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, step
from tests.sales.reminders.clock import NOON, moscow, task
from vedu.foundation.notices.notice_choice import NoticeChoice
from vedu.foundation.people.absence import Absence
from vedu.foundation.people.notice import Notice
from vedu.foundation.people.substitution import plan_absence
from vedu.foundation.people.user import User
from vedu.sales.reminders.reminder import Reminder
from vedu.sales.reminders.reminding import remind


def told(person: User) -> list[int]:
    return sorted(Notice.objects.of(person).filter(kind="task.due").values_list("data__task", flat=True))


def away(cast: Cast, person: User, substitute: User | None) -> Absence:
    return plan_absence(person, by=person, from_on=date(2026, 11, 24), substitute=substitute, at=moscow(23, 9))


def test_a_quarter_of_an_hour_before_it_is_due(cast: Cast) -> None:
    call = task(cast, NOON + timedelta(minutes=15))
    assert remind(NOON - timedelta(minutes=1)) == 0
    assert remind(NOON) == 1
    (notice,) = Notice.objects.of(cast.anna)
    assert (notice.data["name"], notice.data["title"], notice.at) == ("Northern Bakery", "Call back", NOON)
    assert told(cast.anna) == [call.pk]
    assert not Notice.objects.exclude(person=cast.anna).exists()


def test_it_is_told_once_however_often_the_job_runs(cast: Cast) -> None:
    task(cast, NOON)
    assert [remind(NOON), remind(NOON), remind(NOON + timedelta(minutes=1))] == [1, 0, 0]
    Notice.read(None, by=cast.anna)
    assert remind(NOON + timedelta(hours=1)) == 0
    assert not Notice.objects.unread().exists()


def test_as_the_person_chose(cast: Cast) -> None:
    task(cast, NOON + timedelta(minutes=60))
    NoticeChoice.choose(cast.anna, ahead_minutes=60)
    assert remind(NOON) == 1
    task(cast, NOON + timedelta(minutes=1))
    NoticeChoice.choose(cast.anna, remind="off")
    assert remind(NOON) == 0


def test_in_the_morning_each_task_of_the_day(cast: Cast) -> None:
    NoticeChoice.choose(cast.anna, remind="morning")
    timed, whole = task(cast, moscow(24, 17)), task(cast, moscow(24, 0), has_time=False)
    task(cast, moscow(25, 9))
    assert remind(moscow(24, 8, 59)) == 0
    assert remind(moscow(24, 9)) == 2
    assert told(cast.anna) == sorted([timed.pk, whole.pk])


def test_a_task_of_a_day_has_no_hour_to_be_reminded_of(cast: Cast) -> None:
    task(cast, moscow(24, 0), has_time=False)
    assert remind(NOON) == 0


@pytest.mark.parametrize("moment", [moscow(23, 20), moscow(24, 8)], ids=["in the evening", "before work"])
def test_at_night_nobody_is_disturbed_and_told_in_the_morning(cast: Cast, moment: datetime) -> None:
    call = task(cast, moment)
    assert remind(moment) == 0
    assert remind(moscow(24, 9)) == 1
    assert told(cast.anna) == [call.pk]


def test_what_came_over_a_weekend_is_told_on_monday(cast: Cast) -> None:
    task(cast, moscow(21, 11))
    assert remind(moscow(21, 11)) == 0
    assert remind(moscow(23, 9)) == 1


def test_old_neglect_is_not_told_all_at_once(cast: Cast) -> None:
    task(cast, moscow(20, 11))
    assert remind(NOON) == 0


def test_hours_are_those_of_the_person(cast: Cast) -> None:
    User.objects.filter(pk=cast.anna.pk).update(time_zone="Asia/Vladivostok")  # 19:00 there
    task(cast, NOON)
    assert remind(NOON) == 0
    assert remind(moscow(25, 2)) == 1


def test_a_moved_task_is_told_of_at_its_new_moment(cast: Cast) -> None:
    call = task(cast, NOON)
    remind(NOON)
    call.move_due(moscow(25, 12), by=cast.anna, at=NOON)
    assert not Notice.objects.unread().exists()
    assert remind(NOON) == 0
    assert remind(moscow(25, 12)) == 1
    assert Notice.objects.unread().count() == 1


def test_a_finished_task_is_not_told_of(cast: Cast) -> None:
    early, late = task(cast, NOON), task(cast, NOON + timedelta(minutes=10))
    early.complete(by=cast.anna, at=NOON)
    assert remind(NOON) == 1
    late.complete(by=cast.anna, at=NOON)
    assert not Notice.objects.unread().exists()


def test_who_stands_in_is_told_instead_of_the_absent(cast: Cast) -> None:
    task(cast, NOON)
    away(cast, cast.anna, cast.igor)
    assert remind(NOON) == 1
    assert (told(cast.anna), len(told(cast.igor))) == ([], 1)
    assert Notice.objects.get().data["owner"] == cast.anna.pk


def test_with_nobody_in_his_place_nobody_is_told(cast: Cast) -> None:
    task(cast, NOON)
    away(cast, cast.anna, None)
    assert remind(NOON) == 0


def test_who_left_is_told_nothing(cast: Cast) -> None:
    task(cast, NOON)
    User.objects.filter(pk=cast.anna.pk).update(is_active=False)
    assert remind(NOON) == 0


def test_another_run_at_the_same_work_tells_nothing_twice(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have read the same batch; the rows of the first are there when the second writes."""
    from vedu.sales.reminders import reminding

    call = task(cast, NOON)
    seen = reminding._due
    taken: list[bool] = []

    def meanwhile(*args: object) -> object:
        batch = seen(*args)  # type: ignore[arg-type]
        if not taken:
            taken.append(True)
            assert remind(NOON) == 1
        return batch

    monkeypatch.setattr(reminding, "_due", meanwhile)
    assert remind(NOON) == 0
    assert told(cast.anna) == [call.pk]
    assert Reminder.objects.count() == 1


def test_when_all_is_told_a_run_costs_five_queries(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for minute in range(4):
        task(cast, NOON + timedelta(minutes=minute))
    remind(NOON)
    with django_assert_num_queries(5):
        remind(NOON)
    with django_assert_num_queries(4):
        remind(moscow(24, 3))


def test_a_step_far_ahead_costs_nothing_when_it_is_done(cast: Cast) -> None:
    deal = cast.deal()
    planned = deal.plan(step(9), by=cast.anna)
    planned.complete(by=cast.anna)
    assert not Notice.objects.exists()
