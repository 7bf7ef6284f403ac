"""What budgets would leave out of the plans of today."""

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from tests.web.day.morning import DAY, HOUR, NOW, entry, morning
from vedu.clients.segments.segment import Segment
from vedu.insight.day_plan.fitted import fitted
from vedu.insight.day_plan.left_out import left_out
from vedu.insight.day_plan.plan import day_plan
from vedu.sales.time_budgets.time_budget import SegmentBudget, TimeBudget
from vedu.sales.touches.task import Task


@pytest.fixture(autouse=True)
def tuesday():
    with morning(), translation.override("en"), timezone.override("Europe/Moscow"):
        yield


@pytest.fixture
def cold(cast: Cast) -> SegmentBudget:
    kirov = Segment.define("Cold", [{"field": "city", "op": "in", "values": ["Kirov"]}], by=cast.vera)
    return SegmentBudget(kirov, 60)


def cold_entry(cast: Cast, **facts) -> Task:
    task = entry(cast, **facts)
    task.client.describe(by=cast.anna, city="Kirov")
    return task


def test_each_seller_s_plan_is_held_against_the_budgets(cast: Cast, cold: SegmentBudget) -> None:
    for _number in range(3):
        cold_entry(cast, minutes=25)
    cold_entry(cast, minutes=40).complete(by=cast.anna)
    entry(cast, owner=cast.igor, minutes=200)
    found = left_out([cast.anna.pk, cast.igor.pk, cast.olga.pk], [cold])
    (use,) = found[cast.anna.pk].uses
    assert (use.spent, use.planned, use.beyond, use.entries_beyond) == (40, 0, 75, 3)
    assert found[cast.igor.pk].uses == []
    assert cast.olga.pk not in found


def test_it_says_what_the_fit_of_the_day_says(cast: Cast, cold: SegmentBudget) -> None:
    for place, minutes in enumerate((25, 30, 20, 15)):
        cold_entry(cast, position=place % 3, minutes=minutes)
    cold_entry(cast, due_at=NOW + HOUR, minutes=10)
    cold_entry(cast, due_at=NOW - DAY, minutes=5)
    TimeBudget.decide([(cold.segment, cold.minutes)], by=cast.sergey)
    told = left_out([cast.anna.pk], [cold])[cast.anna.pk]
    assert fitted(cast.anna, day_plan(cast.anna), NOW.date(), NOW).uses == told.uses


def test_the_number_of_sellers_costs_no_queries(cast: Cast, cold: SegmentBudget, django_assert_num_queries) -> None:
    for seller in (cast.anna, cast.igor, cast.olga):
        entry(cast, owner=seller)
    with django_assert_num_queries(4):
        left_out([cast.anna.pk, cast.igor.pk, cast.olga.pk], [cold])


def test_without_budgets_nothing_is_asked(cast: Cast, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert left_out([cast.anna.pk], []) == {}
