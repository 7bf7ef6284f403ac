"""Stays out of what the verbs have written."""

from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pytest

from tests.cast import Cast
from tests.insight.stage_norms.past import NOW, stay, touched
from vedu.insight.stage_norms.learning import WINDOW, history_since
from vedu.insight.stage_norms.spells import Diary
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move


def day(number: float) -> datetime:
    """So many days after the beginning of the story, which was forty days ago."""
    return NOW - timedelta(days=40 - number)


def opened(cast: Cast, **facts: Any) -> Deal:
    return Deal.open(cast.client(owner=cast.anna), cast.pipeline, name="Boxes", by=cast.anna, at=day(0), **facts)


def told(cast: Cast) -> list[tuple[int, float, bool, bool]]:
    """(position, days, went on, is over) of every stay, in the order they began."""
    spells = history_since(NOW - WINDOW, NOW).spells
    order = np.argsort(spells.start, kind="stable")
    positions = {stage.pk: stage.position for stage in cast.pipeline.stages.all()}
    columns = (spells.stage, spells.days.round(3), spells.went_on, spells.is_over)
    return [
        (positions[stage], *rest) for stage, *rest in zip(*(column[order].tolist() for column in columns), strict=True)
    ]


def test_a_deal_that_goes_on_and_is_won(cast: Cast) -> None:
    deal = opened(cast)
    deal.move_to(cast.stage(1), by=cast.anna, at=day(3))
    deal.win(by=cast.vera, override_reason="Paid", at=day(7))
    assert told(cast) == [(0, 3.0, True, True), (1, 4.0, True, True)]


def test_a_deal_that_stands_is_censored_today(cast: Cast) -> None:
    opened(cast).move_to(cast.stage(1), by=cast.anna, at=day(3))
    assert told(cast) == [(0, 3.0, True, True), (1, 37.0, False, False)]


def test_a_step_back_is_no_step_forward_and_the_stage_is_stood_in_twice(cast: Cast) -> None:
    deal = opened(cast)
    deal.move_to(cast.stage(1), by=cast.anna, at=day(2))
    deal.move_to(cast.stage(0), by=cast.anna, at=day(5))
    deal.move_to(cast.stage(1), by=cast.anna, at=day(9))
    assert told(cast)[:3] == [(0, 2.0, True, True), (1, 3.0, False, True), (0, 4.0, True, True)]


@pytest.mark.parametrize("end", ["lost", "postponed"])
def test_who_left_otherwise_did_not_go_on(cast: Cast, end: str) -> None:
    deal = opened(cast)
    if end == "lost":
        deal.lose(by=cast.anna, reason=cast.reason(), at=day(6))
    else:
        deal.postpone(by=cast.anna, until=(NOW + timedelta(days=30)).date(), at=day(6))
    assert told(cast) == [(0, 6.0, False, True)]


@pytest.mark.parametrize("won", [False, True])
def test_a_reopened_deal_stands_there_anew(cast: Cast, *, won: bool) -> None:
    deal = opened(cast)
    if won:
        deal.win(by=cast.vera, override_reason="Paid", at=day(4))
    else:
        deal.lose(by=cast.anna, reason=cast.reason(), at=day(4))
    deal.reopen(by=cast.anna, at=day(20))
    deal.move_to(cast.stage(1), by=cast.anna, at=day(22))
    assert told(cast)[:2] == [(0, 4.0, won, True), (0, 2.0, True, True)]


def test_a_beginning_that_nobody_saw_is_left_out(cast: Cast) -> None:
    """As an import writes it: right into a later stage."""
    deal = stay(cast, 5, "lost")
    later = cast.stage(3)
    Move.objects.filter(deal=deal).update(to_stage=later)
    Deal.objects.filter(pk=deal.pk).update(stage=later)
    assert told(cast) == []


def test_what_came_after_the_import_is_known(cast: Cast) -> None:
    deal = stay(cast, 5, "stands")
    Move.objects.filter(deal=deal).update(to_stage=cast.stage(3))
    Deal.objects.filter(pk=deal.pk).update(stage=cast.stage(3))
    deal.refresh_from_db()
    deal.move_to(cast.stage(2), by=cast.anna, at=NOW - timedelta(days=2))
    assert told(cast) == [(2, 2.0, False, False)]


def test_moves_of_one_moment_keep_their_order(cast: Cast) -> None:
    deal = opened(cast)
    deal.move_to(cast.stage(1), by=cast.anna, at=day(0))
    deal.move_to(cast.stage(0), by=cast.anna, at=day(0))
    assert [row[:3] for row in told(cast)] == [(0, 0.0, True), (1, 0.0, False), (0, 40.0, False)]


def test_a_clock_that_went_backwards_makes_no_negative_stay(cast: Cast) -> None:
    deal = opened(cast)
    Deal.objects.filter(pk=deal.pk).update(state="lost", closed_at=day(-3))
    assert told(cast) == [(0, 0.0, False, True)]


def test_deals_of_another_age_are_not_counted(cast: Cast) -> None:
    stay(cast, 10, ago=WINDOW.days + 1)
    stay(cast, 10, ago=WINDOW.days - 5)  # opened before, ended within
    assert told(cast) == []


def test_whether_the_client_had_bought_is_asked_of_the_time_before(cast: Cast) -> None:
    client = cast.client("A loyal one")
    for ago in (200, 100):
        stay(cast, 5, ago=ago, client=client)
    stay(cast, 5, ago=50)
    spells = history_since(NOW - WINDOW, NOW).spells
    first = spells.stage == cast.stage(0).pk
    order = np.argsort(spells.start[first])
    assert spells.buyer[first][order].tolist() == [False, True, False]


def test_without_deals_there_are_no_stays(cast: Cast) -> None:
    assert told(cast) == []


def test_touches_count_from_the_entrance_till_the_exit(cast: Cast) -> None:
    deal = stay(cast, 10)
    begun, ended = deal.opened_at, deal.closed_at
    assert ended is not None
    for at in (begun, begun + timedelta(days=5), ended, ended + timedelta(days=1)):
        touched(deal, at)
    touched(deal, begun + timedelta(days=6), two_way=False)
    history = history_since(NOW - WINDOW, NOW)
    at_first = history.spells.stage == cast.stage(0).pk
    assert history.talked[at_first].tolist() == [2]


def test_a_diary_keeps_deals_apart() -> None:
    diary = Diary(np.sort(np.array([(1 << 42) + 10, (1 << 42) + 20, (2 << 42) + 10])))
    deals, starts, ends = (np.array(column) for column in ((0, 1, 2), (0, 10, 11), (99, 21, 99)))
    assert diary.count(deals, starts, ends).tolist() == [0, 2, 0]
