"""The bare columns that norms are learned from, as arrays of numbers: no objects, moments in milliseconds."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np
from django.db import models
from django.db.models import Min
from numpy.typing import NDArray

from vedu.sales.deals.closing import ClosingResult, Reopening
from vedu.sales.deals.deal import Deal, DealState
from vedu.sales.deals.evidence import Evidence
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Gate, Stage
from vedu.sales.touches.channel import Channel
from vedu.sales.touches.touch import Touch

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
# What a person may do for a deal to go on, each with its number.
ACTS: tuple[str, ...] = (*Channel.values, *EvidenceKind.values)
STATES: tuple[str, ...] = tuple(DealState.values)


class Milliseconds(models.Func):
    """A moment as a number, made by the database: a million of them need no objects."""

    output_field = models.BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = "CAST(ROUND((julianday(%(expressions)s) - 2440587.5) * 86400000) AS INTEGER)"
        return super().as_sql(compiler, connection, template=template, **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = "CAST(ROUND(EXTRACT(EPOCH FROM %(expressions)s) * 1000) AS bigint)"
        return super().as_sql(compiler, connection, template=template, **extra)


class Deals(NamedTuple):
    """In the order of their ids. ``state`` is the place in STATES; ``closed_at`` is 0 for an open deal."""

    pk: Ints
    state: Ints
    closed_at: Ints
    bought_before: Bools


class Turns(NamedTuple):
    """What begins a stay: a move, or a reopening, which also ended the one before (``ended_at``, ``ended_won``)."""

    deal: Ints
    at: Ints
    order: Ints
    stage: Ints
    is_reopening: Bools
    ended_at: Ints
    ended_won: Bools


class Acts(NamedTuple):
    """Touches and evidence; ``deal`` is the place among the deals, ``kind`` the place in ACTS."""

    deal: Ints
    at: Ints
    kind: Ints
    two_way: Bools


class Stages(NamedTuple):
    """``place`` and ``first`` (does its pipeline begin with it) by the id of a stage; ``asked`` are the places in ACTS
    of the evidence without which nobody comes out of it."""

    pk: list[int]
    place: Ints
    first: Bools
    asked: Mapping[int, frozenset[int]]


def deals_since(since: datetime) -> Deals:
    rows = Deal.objects.filter(opened_at__gte=since).order_by("pk")
    pk, client, state, opened, closed = _columns(
        rows.values_list("pk", "client_id", "state", Milliseconds("opened_at"), Milliseconds("closed_at")), 5
    )
    bought = dict(
        Deal.objects.filter(state=DealState.WON).order_by().values_list("client_id").annotate(Min("closed_at"))
    )
    first = {client_id: int(at.timestamp() * 1000) for client_id, at in bought.items() if at is not None}
    never = np.iinfo(np.int64).max
    bought_at = _ints(first.get(one, never) for one in client)
    closed_at = _ints(at or 0 for at in closed)
    return Deals(_ints(pk), _numbered(state, STATES), closed_at, bought_at < _ints(opened))


def turns_since(since: datetime, deals: Deals) -> Turns:
    moves = Move.objects.filter(deal__opened_at__gte=since).order_by()
    moved = _columns(moves.values_list("deal_id", Milliseconds("at"), "pk", "to_stage_id"), 4)
    returns = Reopening.objects.filter(closing__deal__opened_at__gte=since).order_by()
    back = _columns(
        returns.values_list(
            "closing__deal_id",
            Milliseconds("at"),
            "pk",
            "closing__stage_id",
            Milliseconds("closing__at"),
            "closing__result",
        ),
        6,
    )
    count, more = len(moved[0]), len(back[0])
    deal, at, order, stage = (_ints([*one, *other]) for one, other in zip(moved, back[:4], strict=True))
    return Turns(
        deal=np.searchsorted(deals.pk, deal),
        at=at,
        order=order,
        stage=stage,
        is_reopening=np.repeat([False, True], [count, more]),
        ended_at=_ints([*[0] * count, *back[4]]),
        ended_won=np.array([*[False] * count, *(result == ClosingResult.WON for result in back[5])], dtype=bool),
    )


def acts_since(since: datetime, deals: Deals) -> Acts:
    touches = Touch.objects.filter(deal__opened_at__gte=since).order_by()
    touched = _columns(touches.values_list("deal_id", Milliseconds("at"), "channel", "two_way"), 4)
    evidence = Evidence.objects.filter(deal__opened_at__gte=since).order_by()
    recorded = _columns(evidence.values_list("deal_id", Milliseconds("at"), "kind"), 3)
    deal, at = (_ints([*touched[place], *recorded[place]]) for place in range(2))
    two_way = np.array([*touched[3], *[False] * len(recorded[0])], dtype=bool)
    return Acts(np.searchsorted(deals.pk, deal), at, _numbered([*touched[2], *recorded[2]], ACTS), two_way)


def stages_now() -> Stages:
    rows = list(Stage.objects.order_by("pipeline_id", "position").values_list("pk", "pipeline_id", "position"))
    size = max((pk for pk, *_rest in rows), default=0) + 1
    place, first = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=bool)
    known, asked, needed = set[int](), dict[int, frozenset[int]](), frozenset[int]()
    gates = list(Gate.objects.order_by().values_list("stage_id", "evidence"))
    for pk, pipeline, position in rows:
        place[pk], first[pk] = position, pipeline not in known
        needed = frozenset() if first[pk] else needed
        needed |= {ACTS.index(kind) for stage, kind in gates if stage == pk}
        asked[pk] = needed
        known.add(pipeline)
    return Stages([pk for pk, *_rest in rows], place, first, asked)


def _columns(rows: "models.QuerySet[Any, tuple[Any, ...]]", count: int) -> list[tuple[Any, ...]]:
    return list(zip(*rows.iterator(chunk_size=10_000), strict=True)) or [()] * count


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _numbered(words: Iterable[str], known: tuple[str, ...]) -> Ints:
    numbers = {word: number for number, word in enumerate(known)}
    return _ints(numbers[word] for word in words)
