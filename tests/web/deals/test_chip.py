from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.web.deals.board.choice import BoardChoice
from vedu.web.deals.chip import Chip, chosen, count_chips, count_chips_of
from vedu.web.deals.step_chip import StepState, step_state
from vedu.web.shell.clock import Clock

ZONE = ZoneInfo("Europe/Moscow")


@pytest.fixture
def noon() -> Clock:
    today = timezone.localdate(timezone=ZONE)
    with timezone.override(ZONE):
        return Clock.here(datetime.combine(today, datetime.min.time(), ZONE) + timedelta(hours=12))


def deal(cast: Cast, name: str, due_at: datetime | None, *, has_time: bool = True) -> Deal:
    made = Deal.open(
        cast.client(name, owner=cast.anna),
        cast.pipeline,
        name=name,
        by=cast.anna,
        next_step=NextStep(TaskKind.CALL, due_at, has_time=has_time) if due_at else None,
    )
    made.refresh_from_db()
    return made


@pytest.fixture
def deals(cast: Cast, noon: Clock) -> dict[str, Deal]:
    hour, day = timedelta(hours=1), timedelta(days=1)
    return {
        name: deal(cast, name, due_at, has_time=has_time)
        for name, due_at, has_time in (
            ("yesterday", noon.now - day, True),
            ("an hour ago", noon.now - hour, True),
            ("in an hour", noon.now + hour, True),
            ("some time today", noon.day_start, False),
            ("some time yesterday", noon.day_start - day, False),
            ("tomorrow", noon.now + day, True),
            ("never", None, True),
        )
    }


def names(chip: Chip, clock: Clock) -> set[str]:
    return set(chosen(Deal.objects.open(), chip, clock).values_list("name", flat=True))


def test_overdue_is_what_the_chip_shows_red(deals: dict[str, Deal], noon: Clock) -> None:
    assert names(Chip.OVERDUE, noon) == {"yesterday", "an hour ago", "some time yesterday"}


def test_today_is_what_the_chip_shows_green(deals: dict[str, Deal], noon: Clock) -> None:
    assert names(Chip.TODAY, noon) == {"in an hour", "some time today"}


def test_a_deal_without_a_step_stands_behind_its_chip(deals: dict[str, Deal], noon: Clock) -> None:
    assert names(Chip.STEPLESS, noon) == {"never"}


def test_the_filter_agrees_with_the_colour_of_every_deal(deals: dict[str, Deal], noon: Clock) -> None:
    chips = {StepState.OVERDUE: Chip.OVERDUE, StepState.TODAY: Chip.TODAY, StepState.NONE: Chip.STEPLESS}
    for name, each in deals.items():
        step = each.next_step
        state = step_state(step and step.due_at, bool(step and step.has_time), noon.now, ZONE)
        behind = {chip for chip in chips.values() if name in names(chip, noon)}
        assert behind == ({chips[state]} if state in chips else set())


def test_over_the_norm(cast: Cast, noon: Clock) -> None:
    slow, _fresh = deal(cast, "slow", None), deal(cast, "fresh", None)
    Deal.objects.filter(pk=slow.pk).update(stage_due_at=noon.now - timedelta(days=1))
    Deal.objects.exclude(pk=slow.pk).update(stage_due_at=noon.now + timedelta(days=1))
    assert names(Chip.OVER_NORM, noon) == {"slow"}


def test_all_four_are_counted_by_one_query(deals: dict[str, Deal], noon: Clock, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        counts = count_chips(Deal.objects.open(), noon)
    assert (counts[Chip.OVERDUE], counts[Chip.TODAY], counts[Chip.STEPLESS]) == (3, 2, 1)


def test_a_choice_kept_in_mind_is_counted_at_each_moment(
    cast: Cast, deals: dict[str, Deal], noon: Clock, django_assert_num_queries
) -> None:
    board, later = BoardChoice(cast.pipeline.pk), noon._replace(now=noon.now + timedelta(hours=2))
    with django_assert_num_queries(2):
        first, second = (count_chips_of(board, None, clock) for clock in (noon, later))
    assert first == count_chips(Deal.objects.open(), noon)
    assert (second[Chip.OVERDUE], second[Chip.TODAY]) == (4, 1)
    assert not any(count_chips_of(board, frozenset({cast.olga.pk}), noon).values())
