"""Counts of kinds and stages, of those who came and left; each is the size of a list."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine

from tests.cast import Cast
from tests.clients.kinds.night import DAY, NOON
from vedu.clients.client import Client
from vedu.clients.kinds.base_night import BaseMonth
from vedu.clients.kinds.counts import Whose, counts_of, left_since, months_of, rfm_counts, turned, turns_of

SPANS = {30: NOON - timedelta(days=30), 90: NOON - timedelta(days=90)}


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def clients(cast: Cast) -> None:
    """Anna's: one bought 40 days ago, one was new yesterday; Olga's and a free one are old and cold."""
    bought, _new = cast.client("Bought", owner=cast.anna), cast.client("New", owner=cast.anna)
    cast.client("Olga's", owner=cast.olga)
    cast.client("Free")
    Client.objects.exclude(name="New").update(created_at=NOON - 300 * DAY)
    cast.buy(bought, NOON - 40 * DAY)


def some(numbers: dict[str, int]) -> dict[str, int]:
    return {word: number for word, number in numbers.items() if number}


@pytest.mark.every_case
@pytest.mark.parametrize(
    ("whose", "cold"), [("anna", 1), ("igor", 1), ("olga", 1), ("vera", 2), ("boris", 2), ("adam", 2)]
)
def test_each_counts_what_he_sees(cast: Cast, clients: None, whose: str, cold: int) -> None:
    assert counts_of(Whose.led(getattr(cast, whose)))["cold"] == cold


def test_kinds_and_stages_come_together(cast: Cast, clients: None) -> None:
    assert counts_of(Whose.mine(cast.anna)) == {"cold": 1, "current": 1, "lead": 1, "first": 1}
    assert counts_of(Whose.free()) == {"cold": 1, "lead": 1}


def test_who_came_and_who_left(cast: Cast, clients: None) -> None:
    turns = turns_of(Whose.led(cast.vera), SPANS)
    assert some(dict(turns[30].came)) == {"cold": 1, "lead": 1}
    assert some(dict(turns[30].left)) == {}
    assert some(dict(turns[90].came)) == {"cold": 1, "lead": 1, "current": 1, "first": 1}
    assert some(dict(turns[90].left)) == {"cold": 1, "lead": 1}


def test_the_lists_hold_those_who_were_counted(cast: Cast, clients: None) -> None:
    whose = Whose.led(cast.vera)
    for days, turn in turns_of(whose, SPANS).items():
        for word in ("cold", "warm", "current", "lead", "first", "repeat"):
            assert turned(whose.clients, word, SPANS[days]).count() == turn.came.get(word, 0), word
            assert left_since(whose.clients, word, SPANS[days]).count() == turn.left.get(word, 0), word


def test_scores_are_counted_by_cell_and_group(cast: Cast, clients: None) -> None:
    Client.objects.filter(name="Bought").update(rfm="544", rfm_group="champions")
    assert rfm_counts(Whose.mine(cast.anna)) == ({(5, 4): 1}, {"champions": 1})
    assert rfm_counts(Whose.mine(cast.olga)) == ({}, {})


def test_months_add_up(cast: Cast) -> None:
    for month, came, left in ((1, 5, 0), (2, 2, 3), (4, 0, 1)):
        BaseMonth.objects.create(month=date(2026, month, 1), owner=cast.anna, kind="cold", came=came, left=left)
    BaseMonth.objects.create(month=date(2026, 2, 1), owner=cast.olga, kind="cold", came=9, left=0)
    assert months_of(Whose.mine(cast.anna)) == [
        (date(2026, 1, 1), {"cold": 5}),
        (date(2026, 2, 1), {"cold": 4}),
        (date(2026, 4, 1), {"cold": 3}),
    ]
