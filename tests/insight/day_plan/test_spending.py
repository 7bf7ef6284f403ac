"""What of a day goes beyond the budgets of its segments (DAY-3)."""

from hypothesis import given
from hypothesis import strategies as some

from vedu.clients.segments.segment import Segment
from vedu.insight.day_plan.spending import Spending, Use, Work, spending_of
from vedu.sales.time_budgets.time_budget import SegmentBudget

COLD, SMALL = (SegmentBudget(Segment(pk=pk, name=name), 60) for pk, name in ((1, "Cold"), (2, "Small")))
OF = {7: COLD, 8: SMALL}
WORKS = some.lists(some.builds(Work, some.integers(6, 8), some.integers(1, 90), some.booleans()), max_size=12)


def spent(*works: Work, done: tuple[Work, ...] = ()) -> Spending:
    return spending_of(works, done, [COLD, SMALL], OF)


def test_within_the_budget_nothing_is_put_off() -> None:
    found = spent(Work(7, 30), Work(7, 30), Work(9, 500))
    assert found.beyond == {}
    assert found.uses == [Use(COLD, planned=60)]


def test_what_is_done_today_counts() -> None:
    found = spent(Work(7, 30), Work(8, 30), done=(Work(7, 45), Work(9, 90)))
    assert found.beyond == {0: COLD}
    assert found.uses == [Use(COLD, spent=45, beyond=30, entries_beyond=1), Use(SMALL, planned=30)]


def test_the_nearest_to_money_stay_within_it() -> None:
    assert spent(Work(7, 40), Work(7, 30), Work(7, 20)).beyond == {1: COLD}


def test_a_promised_hour_is_kept_and_takes_its_minutes_first() -> None:
    found = spent(Work(7, 30), Work(7, 50, is_promised=True), Work(7, 80, is_promised=True))
    assert found.beyond == {0: COLD}
    assert found.uses[0].planned == 130


@given(WORKS, WORKS)
def test_every_minute_is_counted_once_and_nobody_passes_the_budget_unpromised(
    works: list[Work], done: list[Work]
) -> None:
    found = spent(*works, done=tuple(done))
    for use in found.uses:
        theirs = [place for place, work in enumerate(works) if OF.get(work.client_id) == use.budget]
        assert use.planned + use.beyond == sum(works[place].minutes for place in theirs)
        assert use.entries_beyond == sum(place in found.beyond for place in theirs)
        bound = sum(works[place].minutes for place in theirs if works[place].is_promised)
        assert use.taken <= max(use.budget.minutes, use.spent + bound)
        left = use.budget.minutes - use.taken
        assert all(works[place].minutes > left for place in theirs if place in found.beyond)
    assert not any(works[place].is_promised for place in found.beyond)
