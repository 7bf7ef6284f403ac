"""What helped those who outstayed the norm."""

from datetime import timedelta

import pytest

from tests.cast import Cast
from tests.insight.stage_norms.past import learned, left_at, stays, touched
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence import Evidence
from vedu.sales.deals.pipeline import Gate

QUICK, SLOW = [2.0] * 260, [20.0] * 30


@pytest.fixture
def slow(cast: Cast) -> tuple[list[Deal], list[Deal]]:
    """Thirty of 290 deals outstayed the norm of two days and still went on; thirty more did not."""
    stays(cast, *QUICK)
    return stays(cast, *SLOW), stays(cast, *SLOW, end="lost")


def visit(deals: list[Deal], channel: str = "visit", *, days: float = 2) -> None:
    for deal in deals:
        touched(deal, left_at(deal) - timedelta(days=days), channel)


def test_what_came_more_often_before_the_step_forward_is_told_with_its_counts(
    cast: Cast, slow: tuple[list[Deal], list[Deal]]
) -> None:
    on, off = slow
    visit(on[:20])
    visit(off[:3])
    visit(on, "call")
    visit(off, "call")
    assert learned(cast).helped == {"act": "visit", "went_on": [20, 30], "stayed": [3, 30]}


def test_only_the_week_before_counts(cast: Cast, slow: tuple[list[Deal], list[Deal]]) -> None:
    visit(slow[0], days=8)
    assert learned(cast).helped == {}


def test_what_comes_with_the_next_stage_helped_nobody_out_of_this_one(
    cast: Cast, slow: tuple[list[Deal], list[Deal]]
) -> None:
    visit(slow[0], days=0)
    assert learned(cast).helped == {}


def test_where_both_had_it_alike_nothing_is_said(cast: Cast, slow: tuple[list[Deal], list[Deal]]) -> None:
    visit(slow[0][:20])
    visit(slow[1][:18])
    assert learned(cast).helped == {}


def test_what_came_less_often_did_not_help(cast: Cast, slow: tuple[list[Deal], list[Deal]]) -> None:
    visit(slow[1])
    assert learned(cast).helped == {}


def test_evidence_counts_unless_a_gate_asks_for_it(cast: Cast, slow: tuple[list[Deal], list[Deal]]) -> None:
    for deal in slow[0]:
        at = left_at(deal) - timedelta(days=1)
        Evidence.objects.create(deal=deal, kind="presentation_made", at=at, by=cast.anna)
    assert learned(cast).helped == {"act": "presentation_made", "went_on": [30, 30], "stayed": [0, 30]}
    Gate.objects.create(stage=cast.stage(0), evidence="presentation_made")
    assert learned(cast).helped == {}


def test_too_few_say_nothing(cast: Cast) -> None:
    stays(cast, *QUICK)
    visit(stays(cast, *[20.0] * 30))
    stays(cast, *[20.0] * 19, end="lost")
    assert learned(cast).helped == {}


def test_who_still_stands_has_not_decided(cast: Cast) -> None:
    stays(cast, *QUICK)
    visit(stays(cast, *SLOW))
    stays(cast, *SLOW, end="stands")
    assert learned(cast).helped == {}
