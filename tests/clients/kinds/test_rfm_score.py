"""Fifths of those who bought; who is equal is treated alike."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedu.clients.kinds.rfm_score import cuts, score


def scores(values: list[int]) -> list[int]:
    by = cuts(values)
    return [score(value, by) for value in values]


def test_ten_different_values_are_two_of_each_score() -> None:
    assert scores([*range(10)]) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_the_smallest_and_the_largest() -> None:
    assert scores([7, 900, 8, 9, 10]) == [1, 5, 2, 3, 4]


def test_all_equal_stand_in_the_middle() -> None:
    assert scores([1] * 30) == [3] * 30


def test_a_large_run_of_equal_values_takes_one_score() -> None:
    """Seven of ten bought once."""
    assert scores([1] * 7 + [2, 3, 9]) == [2] * 7 + [4, 5, 5]


@pytest.mark.parametrize("values", [[], [5]])
def test_few_values(values: list[int]) -> None:
    assert scores(values) == [3] * len(values)


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=200))
def test_more_never_scores_less_and_equal_scores_equal(values: list[int]) -> None:
    found = sorted(zip(values, scores(values), strict=True))
    assert [one for _value, one in found] == sorted(one for _value, one in found)
    assert len(set(found)) == len(set(values))
    assert all(1 <= one <= 5 for _value, one in found)


@given(st.sets(st.integers(), min_size=5, max_size=200))
def test_without_ties_the_fifths_are_even(values: set[int]) -> None:
    sizes = Counter(scores([*values])).values()
    assert max(sizes) - min(sizes) <= 1
    assert len(sizes) == 5
