"""The norm out of stays, held to the published example, to numpy and to scipy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from vedu.insight.stage_norms.survival import FEWEST, norm_of, survival

# Weeks in remission under 6-MP (Freireich and others 1963), the example of every textbook; True: the end was seen.
SEEN = (6, 6, 6, 7, 10, 13, 16, 22, 23)
CENSORED = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)

lengths = st.floats(0, 500, allow_nan=False).map(lambda days: round(days, 3))
any_stays = st.lists(st.tuples(lengths, st.booleans()), min_size=1, max_size=120)


def columns(stays: list[tuple[float, bool]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([days for days, _on in stays], dtype=float), np.array([on for _days, on in stays], dtype=bool)


def test_the_curve_is_that_of_the_published_example() -> None:
    days, seen = columns([*((week, True) for week in SEEN), *((week, False) for week in CENSORED)])
    steps, surviving = survival(days, seen)
    assert steps.tolist() == [6, 7, 10, 13, 16, 22, 23]
    assert surviving.round(3).tolist() == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]


@given(st.lists(lengths, min_size=FEWEST, max_size=200))
def test_where_all_went_on_it_is_the_quantile_of_numpy(days: list[float]) -> None:
    found = norm_of(np.array(days), np.ones(len(days), dtype=bool))
    assert found == np.quantile(days, 0.8, method="inverted_cdf")


@given(any_stays.filter(lambda stays: any(on for _days, on in stays)))
def test_the_curve_is_that_of_scipy(stays: list[tuple[float, bool]]) -> None:
    days, on = columns(stays)
    known = ecdf(CensoredData(uncensored=days[on], right=days[~on])).sf
    steps, surviving = survival(days, on)
    assert surviving == pytest.approx(known.evaluate(steps), abs=1e-9)


@given(any_stays)
def test_a_norm_is_one_of_the_stays_of_those_who_went_on(stays: list[tuple[float, bool]]) -> None:
    days, on = columns(stays)
    norm = norm_of(days, on)
    assert norm is None or norm in days[on]


@given(st.lists(lengths, min_size=FEWEST, max_size=80), st.lists(lengths, max_size=20))
def test_who_still_stands_only_makes_it_longer(days: list[float], waiting: list[float]) -> None:
    alone = norm_of(np.array(days), np.ones(len(days), dtype=bool))
    on = np.repeat([True, False], [len(days), len(waiting)])
    together = norm_of(np.array([*days, *waiting]), on)
    assert alone is not None
    assert together is None or together >= alone


@pytest.mark.parametrize(("events", "known"), [(FEWEST - 1, False), (FEWEST, True)])
def test_of_fewer_than_thirty_nothing_is_known(events: int, *, known: bool) -> None:
    found = norm_of(np.arange(events, dtype=float), np.ones(events, dtype=bool))
    assert (found is not None) is known


def test_a_curve_that_does_not_come_down_says_nothing() -> None:
    days = np.array([*range(30), *[100.0] * 30], dtype=float)
    assert norm_of(days, np.repeat([True, False], 30)) is None


def test_of_nothing_nothing_is_known() -> None:
    assert norm_of(np.array([]), np.array([], dtype=bool)) is None
