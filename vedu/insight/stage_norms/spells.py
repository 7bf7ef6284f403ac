"""Spells: each is one stay of a deal in a stage, from the move into it till the next move or the closing."""

from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from vedu.insight.stage_norms.columns import STATES, Acts, Bools, Deals, Ints, Stages, Turns
from vedu.sales.deals.deal import DealState

MS_IN_DAY = 24 * 60 * 60 * 1000
OPEN, WON, LOST = (STATES.index(state) for state in (DealState.OPEN, DealState.WON, DealState.LOST))
# Deal and moment in one sorted number: 42 bits of milliseconds reach till 2109 and leave room for 2 million deals.
BITS = 42


class Spells(NamedTuple):
    """``went_on``: it ended in a step forward, to a later stage or won. ``is_over``: it ended at all. ``won`` and
    ``closed`` (won or lost) say what became of the deal; ``buyer``: the client had bought before it was opened."""

    deal: Ints
    stage: Ints
    start: Ints
    end: Ints
    went_on: Bools
    is_over: Bools
    won: Bools
    closed: Bools
    buyer: Bools

    @property
    def days(self) -> NDArray[np.float64]:
        return (self.end - self.start) / MS_IN_DAY

    def only(self, chosen: Bools) -> Self:
        columns: Any = (column[chosen] for column in self)
        return type(self)(*columns)


def spells_of(deals: Deals, turns: Turns, stages: Stages, now: int) -> Spells:
    """A stay whose beginning nobody saw is left out: a deal that came by an import right into a later stage."""
    order = np.lexsort((turns.order, turns.is_reopening, turns.at, turns.deal))
    columns: Any = (column[order] for column in turns)
    turns = Turns(*columns)
    is_first = np.diff(turns.deal, prepend=-1) != 0
    is_last = np.append(is_first[1:], True)[: len(is_first)]
    state = deals.state[turns.deal]
    end = np.where(is_last, np.where(state == OPEN, now, deals.closed_at[turns.deal]), _ends_by_next(turns))
    went_on = np.where(is_last, state == WON, _goes_on_by_next(turns, stages))
    found = Spells(
        deal=turns.deal,
        stage=turns.stage,
        start=turns.at,
        end=np.maximum(end, turns.at),
        went_on=went_on,
        is_over=~is_last | (state != OPEN),
        won=state == WON,
        closed=(state == WON) | (state == LOST),
        buyer=deals.bought_before[turns.deal],
    )
    return found.only(~is_first | stages.first[turns.stage])


def _ends_by_next(turns: Turns) -> Ints:
    """The next turn of the deal ended the stay; a reopening found it ended already."""
    ends = np.where(turns.is_reopening, turns.ended_at, turns.at)
    return np.append(ends[1:], 0)[: len(ends)]


def _goes_on_by_next(turns: Turns, stages: Stages) -> Bools:
    places = stages.place[turns.stage]
    forward = np.append(places[1:] > places[:-1], False)[: len(places)]
    by_reopening = np.append(turns.is_reopening[1:], False)[: len(places)]
    return np.where(by_reopening, np.append(turns.ended_won[1:], False)[: len(places)], forward)


@dataclass(frozen=True, slots=True)
class Diary:
    """Moments of acts by deal, ready to be counted."""

    keys: Ints

    @classmethod
    def of(cls, acts: Acts, chosen: Bools) -> Self:
        return cls(np.sort((acts.deal[chosen] << BITS) + acts.at[chosen]))

    def count(self, deal: Ints, start: Ints, end: Ints) -> Ints:
        """How many of them each deal had from ``start`` till before ``end``, as the path of a card counts them."""
        first, last = (np.searchsorted(self.keys, (deal << BITS) + at) for at in (start, end))
        return np.asarray(last - first)
