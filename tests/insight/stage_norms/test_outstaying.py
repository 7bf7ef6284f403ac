"""What became of deals that stood so long."""

import numpy as np
import pytest

from tests.cast import Cast
from tests.insight.stage_norms.past import learned, stays
from vedu.insight.stage_norms.outstaying import GROWTH, MOST_STEPS, longest_stays, outstayed
from vedu.insight.stage_norms.spells import MS_IN_DAY, Spells


def spells(*told: tuple[int, float, str]) -> Spells:
    """(deal, days, what became of it)."""
    deal, days, end = (np.array(column) for column in zip(*told, strict=True))
    zero, no = np.zeros(len(deal), dtype=np.int64), np.zeros(len(deal), dtype=bool)
    won, closed = end == "won", (end == "won") | (end == "lost")
    stay = (days * MS_IN_DAY).astype(np.int64)
    return Spells(deal, zero, zero, stay, no, no, won, closed, no)


def test_a_deal_counts_once_by_its_longest_stay() -> None:
    longest = longest_stays(spells((0, 3, "won"), (0, 9, "won"), (1, 5, "lost"), (0, 4, "won")))
    assert longest.days.tolist() == [9, 5]


def test_only_won_and_lost_deals_have_an_end_to_count() -> None:
    longest = longest_stays(spells((0, 3, "open"), (1, 5, "postponed"), (2, 4, "lost")))
    assert longest.deal.tolist() == [2]


def test_the_longer_they_stood_the_fewer_they_are() -> None:
    told = [(number, float(number), "won" if number < 50 else "lost") for number in range(100)]
    rows = outstayed(longest_stays(spells(*told)), 10)
    assert rows[0] == [10.0, 40, 90]
    assert rows[1] == [12.5, 37, 87]
    assert [row[2] for row in rows] == sorted((row[2] for row in rows), reverse=True)
    assert rows[-1][2] >= 20 > 100 - rows[-1][0] * GROWTH


def test_a_norm_of_nothing_counts_from_the_first_day() -> None:
    told = [(number, 1.0, "lost") for number in range(30)]
    assert outstayed(longest_stays(spells(*told)), 0.0) == [[1.0, 0, 30]]


def test_there_is_an_end_to_it() -> None:
    told = [(number, 1e9, "lost") for number in range(30)]
    assert len(outstayed(longest_stays(spells(*told)), 1)) == MOST_STEPS


@pytest.mark.parametrize("few", [0, 19])
def test_of_too_few_nothing_is_counted(few: int) -> None:
    told = [(number, 1.0, "lost") for number in range(30)] + [(100 + number, 50.0, "lost") for number in range(few)]
    assert outstayed(longest_stays(spells(*told)), 10) == []


def test_it_is_learned_with_what_is_usual(cast: Cast) -> None:
    stays(cast, *[2.0] * 160, *[20.0] * 5)
    stays(cast, *[20.0] * 35, end="lost")
    norm = learned(cast)
    assert (norm.won, norm.closed) == (165, 200)
    assert norm.outstayed[0] == [2.0, 165, 200]
    assert norm.outstayed[-1][1:] == [5, 40]
