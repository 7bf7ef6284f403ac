"""How a deal stands in its stage: the one place that decides whether it drags."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.insight.stage_norms.past import NOW, stay
from vedu.insight.stage_norms.stage_norm import NormSegment, StageNorm
from vedu.insight.stage_norms.standing import (
    Norm,
    NormSource,
    Standing,
    norm_for,
    norm_from,
    standing_of,
    talked_moments,
)
from vedu.insight.win_rate import WinRate
from vedu.sales.deals.deal import Deal

WON_DAYS = [3.0, 4.0, 5.0, 8.6, 12.0, 20.0]


def norm(days: float | None = 9.0, **facts: Any) -> Norm:
    return norm_from({"days": days, "events": 40, "won_days": WON_DAYS, **facts}, preset=7)


def learned(cast: Cast, days: float | None = 9.0, segment: str = "", **facts: Any) -> StageNorm:
    return StageNorm.objects.create(stage=cast.stage(0), segment=segment, days=days, since=NOW, **facts)


def standing(cast: Cast, days: float) -> Deal:
    """A deal that stands in its first stage for so long."""
    return Deal.objects.select_related("stage").get(pk=stay(cast, days, "stands").pk)


@pytest.mark.parametrize(
    ("days", "talks", "usual", "drags"),
    [
        (9, 0, 1, False),  # as long as is usual
        (10, 0, 1, True),
        (10, 1, 1, True),  # no more than usual
        (10, 2, 1, False),  # more than usual: he is being worked with
        (10, 0, 0, True),
        (10, 1, 0, False),
        (90, 2, 1, False),
    ],
)
def test_a_deal_drags_that_stands_longer_and_talks_no_more_than_usual(
    days: int, talks: int, usual: int, *, drags: bool
) -> None:
    assert Standing(norm(usual_talks=usual), days, talks).is_dragging is drags


@given(st.floats(0, 60), st.integers(0, 90), st.integers(0, 9), st.integers(0, 9))
def test_more_talk_never_makes_a_deal_drag(days: float, stood: int, usual: int, talks: int) -> None:
    known = norm(days, usual_talks=usual)
    assert Standing(known, stood, talks + 1).is_dragging <= Standing(known, stood, talks).is_dragging


@given(st.floats(0, 60), st.integers(0, 90))
def test_a_longer_stay_never_stops_dragging(days: float, stood: int) -> None:
    assert Standing(norm(days), stood, 0).is_dragging <= Standing(norm(days), stood + 1, 0).is_dragging


@pytest.mark.parametrize(("days", "limit"), [(0.0, 1), (0.4, 1), (3.05, 3), (3.5, 4), (9.0, 9)])
def test_days_are_counted_whole_and_nothing_drags_in_its_first_day(days: float, limit: int) -> None:
    assert norm(days).limit == limit
    assert [Standing(norm(days), limit + more, 0).is_dragging for more in (0, 1)] == [False, True]


def test_a_closed_deal_does_not_drag() -> None:
    assert not Standing(norm(), 30, 0, is_open=False).is_dragging


def test_where_nothing_is_learned_the_stages_own_norm_holds() -> None:
    known = norm(None)
    assert (known.source, known.days, known.limit) == (NormSource.PRESET, 7.0, 7)
    assert Standing(known, 8, 0).is_dragging
    assert not Standing(known, 8, 1).is_dragging, "one answer is enough"


@pytest.mark.parametrize(("days", "share"), [(3, None), (4, 50), (9, 80), (12, 80), (13, 90), (21, 95), (400, 95)])
def test_which_share_of_won_deals_stood_less(days: int, share: int | None) -> None:
    assert Standing(norm(), days, 0).longer_than == share


def test_without_won_deals_there_is_no_share() -> None:
    assert Standing(norm(won_days=[]), 30, 0).longer_than is None


HELPED = {"act": "visit", "went_on": [20, 30], "stayed": [3, 30]}


def test_what_helped_is_told_of_a_deal_that_drags() -> None:
    known = norm(helped=HELPED)
    found = Standing(known, 10, 0).helped
    assert found == ("visit", WinRate(20, 30), WinRate(3, 30))
    assert Standing(known, 9, 0).helped is None


ROWS = [[9.0, 20, 100], [11.25, 8, 60], [14.06, 1, 40], [17.58, 0, 29]]


@pytest.mark.parametrize(
    ("days", "rate"),
    [
        (10, None),  # 20 of 100: not far below
        (12, None),  # 8 of 60: at most 24 %, not below half of 40 %
        (15, WinRate(1, 40)),
        (18, None),  # 29 are too few
    ],
)
def test_it_is_time_to_stop_when_even_the_best_case_is_far_below_the_usual(days: int, rate: WinRate | None) -> None:
    found = Standing(norm(won=400, closed=1000, outstayed=ROWS), days, 0).hopeless
    assert (found.rate if found else None) == rate
    assert found is None or found.usual == WinRate(400, 1000)


def test_who_talks_is_not_given_up() -> None:
    assert Standing(norm(won=400, closed=1000, outstayed=ROWS), 15, 1).hopeless is None


def test_what_is_usual_must_be_known_too() -> None:
    assert Standing(norm(won=10, closed=20, outstayed=ROWS), 15, 0).hopeless is None


def test_the_norm_of_the_stage_takes_one_query(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    learned(cast, 9.0, spells=50, events=40, won_days=WON_DAYS, helped=HELPED, outstayed=ROWS)
    deal = standing(cast, 12)
    with django_assert_num_queries(1):
        found = standing_of(deal, [], NOW)
    assert (found.days, found.norm.source, found.norm.days, found.is_dragging) == (12, NormSource.LEARNED, 9.0, True)
    assert found.helped is not None


def test_a_client_who_bought_before_has_a_norm_of_his_own(cast: Cast) -> None:
    for segment, days in (("", 9.0), ("new", 12.0), ("buyer", 4.0)):
        learned(cast, days, segment)
    deal = standing(cast, 6)
    assert norm_for(deal).days == 12.0
    stay(cast, 1, ago=100, client=deal.client)
    assert norm_for(deal).days == 4.0
    assert norm_for(deal).segment == NormSegment.BUYER


def test_a_purchase_after_the_opening_changes_nothing(cast: Cast) -> None:
    learned(cast, 9.0)
    learned(cast, 4.0, "buyer")
    deal = standing(cast, 6)
    stay(cast, 1, ago=2, client=deal.client)
    assert norm_for(deal).days == 9.0


def test_before_the_first_night_the_preset_holds(cast: Cast) -> None:
    deal = standing(cast, 6)
    assert (norm_for(deal).source, norm_for(deal).days) == (NormSource.PRESET, deal.stage.day_norm)


def test_only_the_last_days_of_talk_count(cast: Cast) -> None:
    learned(cast, 9.0, usual_talks=1)
    deal = standing(cast, 30)
    talks = [NOW - timedelta(days=ago) for ago in (1, 8, 10, 29)]
    assert standing_of(deal, talks, NOW).talks == 2
    assert not standing_of(deal, talks, NOW).is_dragging
    assert standing_of(deal, talks[1:], NOW).is_dragging


def test_a_talk_of_the_stage_before_does_not_count(cast: Cast) -> None:
    learned(cast, 9.0)
    deal = standing(cast, 3)
    assert standing_of(deal, [NOW - timedelta(days=5)], NOW).talks == 0


def test_the_moments_of_talk_are_those_of_this_stage(cast: Cast) -> None:
    deal = cast.deal()
    deal.log_touch(by=cast.anna, channel="call", at=timezone.now())
    deal.log_touch(by=cast.anna, channel="call", outcome="no_answer", at=timezone.now())
    deal.log_touch(by=cast.anna, channel="call", at=timezone.now() - timedelta(days=3))
    assert len(talked_moments(deal)) == 1


def test_a_closed_deal_stands_where_it_was_closed(cast: Cast) -> None:
    deal = stay(cast, 20, "lost")
    found = standing_of(deal, [])
    assert (found.days, found.is_dragging, found.helped, found.hopeless) == (20, False, None, None)
