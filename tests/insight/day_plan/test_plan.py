"""DAY-1: from the end of the funnel to its start, inside a stage by value and deadline."""

from datetime import timedelta

from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, step
from vedu.insight.day_plan import plan as planning
from vedu.insight.day_plan import weighing
from vedu.insight.day_plan.plan import DayPlan, day_plan
from vedu.insight.day_plan.task_row import results_of
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import Channel
from vedu.sales.touches.task import Task


def due_today(deal: Deal) -> Task:
    """Make the deal's step due now."""
    task = deal.tasks.get()
    task.move_due(timezone.now() + timedelta(minutes=1), by=deal.owner)
    return task


def ids(plan: DayPlan) -> list[int]:
    return [entry.task.pk for entry in plan.entries]


def test_the_day_runs_from_the_end_of_the_funnel_to_its_start(cast: Cast) -> None:
    for position in (0, 3, 6, 7):
        due_today(cast.at_stage(position))
    names = [group.name for group in day_plan(cast.anna).groups]
    assert names == [cast.stage(position).name for position in (6, 3, 0, 7)]


def test_a_group_knows_its_pipeline(cast: Cast) -> None:
    due_today(cast.deal())
    assert day_plan(cast.anna).groups[0].pipeline == cast.pipeline.name


def test_inside_a_stage_the_largest_comes_first(cast: Cast) -> None:
    small, large = cast.deal(amount=10_000), cast.deal(amount=900_000)
    tasks = [due_today(large), due_today(small)]
    assert ids(day_plan(cast.anna)) == [task.pk for task in tasks]


def test_of_equal_deals_the_earlier_deadline_comes_first(cast: Cast) -> None:
    later, earlier = due_today(cast.deal()), due_today(cast.deal())
    earlier.move_due(later.due_at - timedelta(days=2), by=cast.anna)
    assert ids(day_plan(cast.anna)) == [earlier.pk, later.pk]


def test_overdue_keeps_its_place_in_the_order(cast: Cast) -> None:
    late, near_money = due_today(cast.deal()), due_today(cast.at_stage(6))
    late.move_due(timezone.now() - timedelta(days=40), by=cast.anna)
    assert ids(day_plan(cast.anna)) == [near_money.pk, late.pk]


def test_overdue_never_disappears(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().move_due(timezone.now() - timedelta(days=40), by=cast.anna)
    with translation.override("en"):
        plan = day_plan(cast.anna)
    assert plan.overdue == 1
    assert plan.entries[0].is_overdue
    assert plan.entries[0].overdue_days == 40
    assert plan.entries[0].why.startswith("Due 40\u00a0days ago")


def test_tomorrow_is_not_today(cast: Cast) -> None:
    cast.deal()
    assert not day_plan(cast.anna).entries
    assert day_plan(cast.anna, timezone.localdate() + timedelta(days=1)).entries


def test_a_day_ahead_has_only_what_is_due_on_it(cast: Cast) -> None:
    due_today(cast.deal())
    planned = cast.deal().tasks.get()
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert ids(day_plan(cast.anna, tomorrow)) == [planned.pk]


def test_done_entries_stay_visible_as_progress(cast: Cast) -> None:
    task = due_today(cast.deal())
    task.complete(by=cast.anna, result="Agreed")
    plan = day_plan(cast.anna)
    assert [(done.pk, done.client_name) for done in plan.done] == [(task.pk, task.client.name)]
    assert results_of(plan.done) == {task.pk: "Agreed"}
    assert not plan.entries


def test_what_came_of_tasks_is_asked_for_where_they_do_not_say(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    due_today(cast.deal()).complete(by=cast.anna, result="Agreed")
    done = day_plan(cast.anna).done
    with django_assert_num_queries(0):
        results_of(done)
    due_today(cast.deal()).complete(by=cast.anna)
    done = day_plan(cast.anna).done
    with django_assert_num_queries(1):
        assert sorted(results_of(done).values()) == ["", "Agreed"]


def test_a_task_done_by_a_touch_says_its_words(cast: Cast) -> None:
    deal = cast.deal()
    Task.plan(deal.client, step(0), by=cast.anna).complete(by=cast.anna)
    deal.log_touch(by=cast.anna, channel=Channel.CALL, text="They wait for a letter")
    assert list(results_of(day_plan(cast.anna).done).values()) == ["They wait for a letter"]


def test_a_touch_of_another_hour_is_not_taken_for_its_words(cast: Cast) -> None:
    deal, now = cast.deal(), timezone.now()
    deal.log_touch(by=cast.anna, channel=Channel.CALL, text="Earlier", at=now - timedelta(minutes=1))
    due_today(deal).complete(by=cast.anna, at=now)
    assert list(results_of(day_plan(cast.anna).done).values()) == [""]


def test_a_promise_without_a_deal_comes_after_the_funnel(cast: Cast) -> None:
    promise = Task.plan(cast.client(), step(days=0), by=cast.anna)
    due_today(cast.deal())
    plan = day_plan(cast.anna)
    assert ids(plan)[-1] == promise.pk
    assert plan.groups[-1].pipeline == ""


def test_a_colleagues_day_is_not_mine(cast: Cast) -> None:
    due_today(cast.deal(owner=cast.igor))
    assert not day_plan(cast.anna).entries


def test_what_does_not_fit_is_counted(cast: Cast, monkeypatch) -> None:
    for _number in range(3):
        due_today(cast.deal())
    monkeypatch.setattr(planning, "MOST_ENTRIES", 2)
    plan = day_plan(cast.anna)
    assert (len(plan.entries), plan.hidden) == (2, 1)


def test_what_was_too_much_to_weigh_is_counted_too(cast: Cast, monkeypatch) -> None:
    for _number in range(4):
        due_today(cast.deal())
    monkeypatch.setattr(weighing, "MOST_WEIGHED", 3)
    monkeypatch.setattr(planning, "MOST_ENTRIES", 2)
    assert day_plan(cast.anna).hidden == 2


def test_queries_do_not_grow_with_the_day(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for _number in range(5):
        due_today(cast.deal())
    with django_assert_max_num_queries(4):
        assert len(day_plan(cast.anna).entries) == 5
