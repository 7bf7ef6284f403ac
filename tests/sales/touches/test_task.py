"""STAGE-4: tasks, done with the next one, never gone by time."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast, step
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task


def test_completing_plans_the_next_one(cast: Cast) -> None:
    deal = cast.deal()
    planned = deal.tasks.get().complete(by=cast.anna, result="Agreed", next_step=step(title="Meeting"))
    deal.refresh_from_db()
    assert deal.next_step == planned
    assert Task.objects.get(title="Confirm the need").result == "Agreed"


def test_a_task_is_done_once(cast: Cast) -> None:
    task = cast.deal().tasks.get()
    task.complete(by=cast.anna)
    with pytest.raises(Refused) as refusal:
        task.complete(by=cast.anna)
    assert refusal.value.codes == ["already-done"]


def test_a_refused_next_step_leaves_the_task_undone(cast: Cast) -> None:
    task = cast.deal().tasks.get()
    naive = NextStep(kind=TaskKind.CALL, due_at=datetime(2026, 12, 1, 10))  # noqa: DTZ001
    with pytest.raises(Invalid):
        task.complete(by=cast.anna, next_step=naive)
    task.refresh_from_db()
    assert not task.is_done


def test_overdue_stays_until_done(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().move_due(timezone.now() - timedelta(days=90), by=cast.anna)
    assert Task.objects.due_before(timezone.now()).count() == 1


def test_another_day_moves_the_step_of_the_deal(cast: Cast) -> None:
    deal = cast.deal()
    later = timezone.now() + timedelta(days=9)
    deal.tasks.get().move_due(later, by=cast.anna)
    deal.refresh_from_db()
    assert deal.next_step_at == later == deal.attend_at


def test_a_step_is_late_from_its_hour_or_when_its_day_is_over(cast: Cast) -> None:
    deal = cast.deal()
    day = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=3)
    for due_at, has_time, late in (
        (day + timedelta(hours=15), True, day + timedelta(hours=15)),
        (day, False, day + timedelta(days=1)),
    ):
        deal.tasks.get().move_due(due_at, by=cast.anna, has_time=has_time)
        moment = timedelta(seconds=1)
        assert Deal.objects.overdue(late + moment).filter(pk=deal.pk).exists()
        assert not Deal.objects.overdue(late - moment).filter(pk=deal.pk).exists()


def test_a_teammate_does_not_do_my_tasks(cast: Cast) -> None:
    task = cast.deal().tasks.get()
    with pytest.raises(NotAllowed):
        task.complete(by=cast.igor)


def test_a_seller_does_not_plan_for_a_colleague(cast: Cast) -> None:
    foreign = NextStep(kind=TaskKind.CALL, due_at=timezone.now(), assignee=cast.igor)
    with pytest.raises(NotAllowed):
        Task.plan(cast.client(), foreign, by=cast.anna)


def test_a_task_without_words_is_named_by_its_kind(cast: Cast) -> None:
    task = Task.plan(cast.client(), NextStep(kind=TaskKind.MEETING, due_at=timezone.now()), by=cast.anna)
    assert task.title == str(TaskKind.MEETING.label)
