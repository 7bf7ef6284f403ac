"""DAY-1: from the end of the funnel to its start, each entry with its reason."""

from datetime import timedelta

from django.utils import timezone, translation

from tests.cast import Cast, step
from vedu.insight.day_plan.plan import day_plan
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task


def due_today(deal: Deal) -> Task:
    """Make the deal's step due now."""
    task = deal.tasks.get()
    task.move_due(timezone.now() + timedelta(minutes=1), by=deal.owner)
    return task


def test_the_day_runs_from_the_end_of_the_funnel_to_its_start(cast: Cast) -> None:
    for position in (0, 3, 6, 7):
        due_today(cast.at_stage(position))
    names = [group.name for group in day_plan(cast.anna).groups]
    assert names == [cast.stage(position).name for position in (6, 3, 0, 7)]


def test_inside_a_stage_the_largest_comes_first(cast: Cast) -> None:
    small, large = cast.deal(amount=10_000), cast.deal(amount=900_000)
    tasks = [due_today(large), due_today(small)]
    assert [entry.task for entry in day_plan(cast.anna).entries] == tasks


def test_overdue_never_disappears(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().move_due(timezone.now() - timedelta(days=40), by=cast.anna)
    with translation.override("en"):
        entry = day_plan(cast.anna).entries[0]
    assert entry.is_overdue
    assert entry.overdue_days == 40
    assert entry.why.startswith("Promised 40 days ago")


def test_every_entry_says_why(cast: Cast) -> None:
    due_today(cast.at_stage(3))
    assert all(entry.why for entry in day_plan(cast.anna).entries)


def test_tomorrow_is_not_today(cast: Cast) -> None:
    cast.deal()
    assert not day_plan(cast.anna).entries
    assert day_plan(cast.anna, timezone.localdate() + timedelta(days=1)).entries


def test_done_entries_stay_visible_as_progress(cast: Cast) -> None:
    task = due_today(cast.deal())
    task.complete(by=cast.anna)
    plan = day_plan(cast.anna)
    assert plan.done == [task]
    assert not plan.entries


def test_a_promise_without_a_deal_comes_after_the_funnel(cast: Cast) -> None:
    promise = Task.plan(cast.client(), step(days=0), by=cast.anna)
    due_today(cast.deal())
    assert day_plan(cast.anna).entries[-1].task == promise


def test_a_colleagues_day_is_not_mine(cast: Cast) -> None:
    due_today(cast.deal(owner=cast.igor))
    assert not day_plan(cast.anna).entries


def test_queries_do_not_grow_with_the_day(cast: Cast, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    for _number in range(5):
        due_today(cast.deal())
    with django_assert_max_num_queries(6):
        [(entry.task.client.name, entry.task.deal) for entry in day_plan(cast.anna).entries]
