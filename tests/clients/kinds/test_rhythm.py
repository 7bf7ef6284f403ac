"""BASE-3: the median of the gaps, its spread, the next purchase, the end of the rhythm."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from vedu.clients.kinds.lifecycle import Lifecycle, lifecycle_of
from vedu.clients.kinds.rhythm import Rhythm, Usual, rhythm_of

FIRST = datetime(2026, 1, 1, 9, tzinfo=UTC)
USUAL = Usual()


def bought(*days: float) -> Rhythm:
    return rhythm_of([FIRST + timedelta(days=day) for day in days], USUAL)


def test_who_has_not_bought_has_no_rhythm() -> None:
    assert bought() == Rhythm(None, None, None, None, None)


def test_one_purchase_takes_the_usual_interval() -> None:
    rhythm = bought(0)
    assert (rhythm.interval_days, rhythm.interval_spread, rhythm.rhythm_days) == (None, None, 90)
    assert rhythm.next_purchase_on == date(2026, 4, 1)
    assert rhythm.rhythm_ends_at == FIRST + timedelta(days=135)


def test_the_usual_is_data() -> None:
    rhythm = rhythm_of([FIRST], Usual(20, Decimal(2)))
    assert (rhythm.rhythm_days, rhythm.rhythm_ends_at) == (20, FIRST + timedelta(days=40))


def test_two_purchases_show_an_interval_but_no_spread() -> None:
    rhythm = bought(0, 34)
    assert (rhythm.interval_days, rhythm.interval_spread, rhythm.rhythm_days) == (34, None, 34)
    assert rhythm.next_purchase_on == date(2026, 3, 10)


def test_the_median_forgives_one_long_gap() -> None:
    rhythm = bought(0, 30, 62, 200, 229)
    assert (rhythm.interval_days, rhythm.interval_spread) == (31, 2)


def test_the_order_of_purchases_does_not_matter() -> None:
    assert bought(62, 0, 30) == bought(0, 30, 62)


def test_several_deals_of_one_day_are_one_purchase() -> None:
    assert bought(0, 0.1, 0.2) == rhythm_of([FIRST + timedelta(days=0.2)], USUAL)


def test_the_day_is_that_of_the_installation() -> None:
    """Half past eleven in the evening in London is tomorrow in Moscow."""
    late = datetime(2026, 1, 1, 23, 30, tzinfo=UTC)
    assert rhythm_of([late], Usual(10)).next_purchase_on == date(2026, 1, 12)


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        ((), Lifecycle.LEAD),
        ((0,), Lifecycle.FIRST),
        ((0, 0.1), Lifecycle.FIRST),
        ((0, 30), Lifecycle.REPEAT),
        ((0, 30, 60), Lifecycle.REGULAR),
        ((0, 20, 80), Lifecycle.REGULAR),
        ((0, 20, 82), Lifecycle.REPEAT),
        ((0, 10, 12, 100, 102), Lifecycle.REPEAT),
        ((0, 30, 61, 90, 300), Lifecycle.REGULAR),
    ],
)
def test_regular_is_three_purchases_with_a_steady_rhythm(days: tuple[float, ...], stage: Lifecycle) -> None:
    rhythm = bought(*days)
    assert lifecycle_of(len(days), rhythm.interval_days, rhythm.interval_spread) == stage
