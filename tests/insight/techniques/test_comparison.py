import numpy as np
import pytest

from vedu.insight.techniques.comparison import FEWEST, Effect, Pair, Verdict, effect, verdicts
from vedu.insight.win_rate import Interval, WinRate


def pair(won: int, total: int, rest_won: int, rest: int) -> Pair:
    return Pair(WinRate(won, total), WinRate(rest_won, rest))


def chance(of: float) -> Effect:
    return Effect(0.1, Interval(0, 0.2), of)


def test_one_stratum_is_the_plain_difference() -> None:
    found = effect([pair(60, 100, 40, 100)])
    assert found is not None
    assert found.apart == pytest.approx(0.2)
    # Sato's variance were there no difference: (60·60 + 40·40) / (2·200) / 50² = 0.0052, so z = 0.2 / √0.0052 = 2.77.
    assert found.chance == pytest.approx(0.0055, abs=0.0001)
    assert found.interval.low == pytest.approx(0.061, abs=0.005)
    assert found.interval.high == pytest.approx(0.333, abs=0.005)


def test_alike_is_compared_with_alike() -> None:
    """Who bought before wins three times as often and is asked seldom: together the question seems to hinder."""
    new, buyers = pair(60, 300, 10, 50), pair(30, 50, 180, 300)
    crude = effect([pair(90, 350, 190, 350)])
    found = effect([new, buyers])
    assert crude is not None
    assert crude.interval.high < 0
    assert found is not None
    assert found.apart == pytest.approx(0)


def test_a_stratum_without_one_of_the_sides_tells_nothing() -> None:
    alone = pair(90, 100, 0, 0)
    assert effect([alone, pair(20, 40, 20, 40)]) == effect([pair(20, 40, 20, 40)])
    assert effect([alone, pair(0, 0, 10, 100)]) is None


@pytest.mark.parametrize(
    ("few", "enough"),
    [
        (pair(10, FEWEST - 1, 50, 100), pair(10, FEWEST, 50, 100)),
        (pair(9, 20, 45, 200), pair(10, 22, 45, 200)),  # of 20 fewer than 5 wins would be expected
        (pair(20, 20, 100, 100), pair(15, 20, 75, 100)),  # everything was won
    ],
)
def test_too_few_says_nothing(few: Pair, enough: Pair) -> None:
    assert effect([few]) is None
    assert effect([enough]) is not None


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    rng, held, rounds = np.random.default_rng(3), 0, 2_000
    for _round in range(rounds):
        pairs = [
            pair(*(int(number) for number in (rng.binomial(n, p + 0.15), n, rng.binomial(m, p), m)))
            for n, m, p in ((12, 20, 0.2), (25, 8, 0.4), (9, 30, 0.6))
        ]
        found = effect(pairs)
        held += found is not None and found.interval.low <= 0.15 <= found.interval.high
    assert held / rounds == pytest.approx(0.95, abs=0.015)


def test_what_differs_by_chance_among_many_is_not_said_to_differ() -> None:
    alone = verdicts([chance(0.03)])
    among_many = verdicts([chance(0.03), *[chance(0.2 + 0.03 * number) for number in range(19)]])
    assert alone == [Verdict.MORE]
    assert set(among_many) == {Verdict.SAME}


def test_the_bar_of_benjamini_and_hochberg() -> None:
    """Of four, at 10 %: 0.025, 0.05, 0.075, 0.1."""
    assert verdicts([chance(one) for one in (0.06, 0.02, 0.049, 0.5)]) == ["same", "more", "more", "same"]
    assert verdicts([chance(0.03), chance(0.06), None]) == ["more", "same", "too_few"]


def test_words_never_speak_against_the_interval() -> None:
    """One row alone would pass at 10 %, while its interval at 95 % reaches zero."""
    assert verdicts([chance(0.08)]) == [Verdict.SAME]


def test_less_often_is_said_as_well() -> None:
    found = effect([pair(20, 100, 40, 100)])
    assert verdicts([found]) == [Verdict.LESS]
    assert verdicts([]) == []
