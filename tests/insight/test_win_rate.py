import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedu.insight.win_rate import Interval, WinRate, difference


def rounded(interval: Interval) -> tuple[float, float]:
    return round(interval.low, 4), round(interval.high, 4)


@pytest.mark.parametrize(
    ("won", "total", "expected"),
    [
        (81, 263, (0.2553, 0.3662)),  # Newcombe 1998, table I, method 3
        (15, 148, (0.0624, 0.1605)),
        (0, 20, (0.0, 0.1611)),
        (1, 29, (0.0061, 0.1718)),
    ],
)
def test_the_interval_is_that_of_the_published_examples(won: int, total: int, expected: tuple[float, float]) -> None:
    assert rounded(WinRate(won, total).interval) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (WinRate(56, 70), WinRate(48, 80), (0.0524, 0.3339)),  # Newcombe 1998, table II, method 10
        (WinRate(9, 10), WinRate(3, 10), (0.1705, 0.8090)),
        (WinRate(10, 10), WinRate(0, 10), (0.6075, 1.0)),
    ],
)
def test_the_difference_is_that_of_the_published_examples(
    one: WinRate, other: WinRate, expected: tuple[float, float]
) -> None:
    assert rounded(difference(one, other)) == expected


def test_of_nothing_nothing_is_known() -> None:
    assert WinRate(0, 0).interval == (0.0, 1.0)
    assert WinRate(0, 0).share == 0.0


counts = st.integers(1, 5000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


@given(counts, counts)
def test_what_was_seen_lies_within(one: tuple[int, int], other: tuple[int, int]) -> None:
    a, b = WinRate(*one), WinRate(*other)
    assert a.interval.low - 1e-9 <= a.share <= a.interval.high + 1e-9
    low, high = difference(a, b)
    assert low - 1e-9 <= a.share - b.share <= high + 1e-9
    assert -1 <= low <= high <= 1
