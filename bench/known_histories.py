"""Histories of deals whose norms are known: stays are drawn from known hazards, and who leaves does so by chance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log
from typing import Any

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from vedu.clients.client import Client
from vedu.foundation.many_rows import insert, reserve_ids
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.touches.touch import Touch

Floats = NDArray[np.float64]
DAYS = 700
CHANNELS = ("call", "email", "meeting")


@dataclass(frozen=True)
class Hazard:
    """Weibull: S(t) = exp(-(t / scale) ** shape); of shape 1 it is exponential. Others leave for good at a constant
    rate, on average after ``patience`` days."""

    shape: float
    scale: float
    patience: float

    def quantile(self, share: float = 0.8) -> float:
        return float(self.scale * (-log(1 - share)) ** (1 / self.shape))


# Steep and flat, slow and fast; the least even one stands where most deals pass.
HAZARDS = (
    Hazard(0.8, 4, 40),
    Hazard(1, 5, 50),
    Hazard(1.5, 8, 80),
    Hazard(1, 9, 90),
    Hazard(2, 10, 100),
)


@dataclass(frozen=True)
class Stays:
    """Of one stage: ``deal`` by number, when it began and ended in days before now (negative), how it ended."""

    deal: NDArray[np.int64]
    start: Floats
    end: Floats
    went_on: NDArray[np.bool_]
    is_lost: NDArray[np.bool_]


def histories(count: int, seed: int) -> list[Stays]:
    """The stays of so many deals in each stage, one after another; the same for the same seed."""
    rng = np.random.default_rng(seed)
    deal, start = np.arange(count), -rng.uniform(0, DAYS, count)
    found = []
    for hazard in HAZARDS:
        stay = hazard.scale * rng.weibull(hazard.shape, len(deal))
        left = rng.exponential(hazard.patience, len(deal))
        end = np.minimum(start + np.minimum(stay, left), 0)
        went_on, is_lost = (stay <= left) & (end < 0), (left < stay) & (end < 0)
        found.append(Stays(deal, start, end, went_on, is_lost))
        deal, start = deal[went_on], end[went_on]
    return found


def pipeline_of(name: str, day_norm: int = 7) -> tuple[Pipeline, list[Stage]]:
    pipeline = Pipeline.objects.create(name=name)
    stages = [
        Stage.objects.create(pipeline=pipeline, name=f"{name} {place + 1}", position=place, day_norm=day_norm)
        for place in range(len(HAZARDS))
    ]
    return pipeline, stages


def write(
    pipeline: Pipeline, stages: list[Stage], stays: list[Stays], now: datetime, owner: User, *, seed: int
) -> None:
    """As the verbs write it: deals, moves, and about one touch in a stay. Every second client is met twice."""
    count = len(stays[0].deal)
    with transaction.atomic():
        clients, deals = reserve_ids(Client, count // 2 + 1), reserve_ids(Deal, count)
        insert(Client, ["id", "name", "name_folded"], [(pk, f"Client {pk}", f"client {pk}") for pk in clients])
        rows = _deals(stages, stays, deals, clients, now)
        columns = ["id", "client_id", "stage_id", "state", "opened_at", "closed_at", "stage_since"]
        insert(Deal, columns, rows, pipeline_id=pipeline.pk, owner_id=owner.pk, name="A deal")
        moves = _moves(stages, stays, deals, now)
        insert(Move, ["deal_id", "from_stage_id", "to_stage_id", "at", "seconds"], moves)
        touches = _touches(stays, deals, clients, now, np.random.default_rng(seed))
        insert(Touch, ["client_id", "deal_id", "channel", "two_way", "at"], touches, by_id=owner.pk)


def _deals(
    stages: list[Stage], stays: list[Stays], deals: list[int], clients: list[int], now: datetime
) -> Iterator[tuple[Any, ...]]:
    opened = [now + timedelta(days=start) for start in stays[0].start.tolist()]
    for stage, here in zip(stages, stays, strict=True):
        for number, start, end, went_on, is_lost in _each(here):
            if went_on and stage is not stages[-1]:
                continue
            closed = now + timedelta(days=end) if went_on or is_lost else None
            state = "won" if went_on else "lost" if is_lost else "open"
            since = now + timedelta(days=start)
            yield deals[number], clients[number // 2], stage.pk, state, opened[number], closed, since


def _moves(stages: list[Stage], stays: list[Stays], deals: list[int], now: datetime) -> Iterator[tuple[Any, ...]]:
    before: Stage | None = None
    for stage, here in zip(stages, stays, strict=True):
        for number, start, *_rest in _each(here):
            yield deals[number], before.pk if before else None, stage.pk, now + timedelta(days=start), 0
        before = stage


def _touches(
    stays: list[Stays], deals: list[int], clients: list[int], now: datetime, rng: np.random.Generator
) -> Iterator[tuple[Any, ...]]:
    for here in stays:
        share, kind = rng.random(len(here.deal)).tolist(), rng.integers(0, len(CHANNELS), len(here.deal)).tolist()
        for place, (number, start, end, *_rest) in enumerate(_each(here)):
            at = now + timedelta(days=start + (end - start) * share[place])
            yield clients[number // 2], deals[number], CHANNELS[kind[place]], share[place] < 0.6, at


def _each(stays: Stays) -> Iterator[tuple[int, float, float, bool, bool]]:
    columns = (stays.deal, stays.start, stays.end, stays.went_on, stays.is_lost)
    return zip(*(column.tolist() for column in columns), strict=True)
