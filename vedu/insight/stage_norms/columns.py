"""The bare columns that norms are learned from, as arrays of numbers: no objects, moments in milliseconds.

What happened since a moment is read by its own moment, not by that of its deal: a join would take longer than all the
rest. What belongs to deals opened before is left out afterwards."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np
from django.db import connection, models
from django.db.models import Case, IntegerField, Min, Value, When
from django.db.models.functions import Cast, Coalesce
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
# What a person may do for a deal to go on, each with its number; money comes from the client.
RECORDED: tuple[str, ...] = (EvidenceKind.PRESENTATION, EvidenceKind.DOCUMENTS)
ACTS: tuple[str, ...] = (*Channel.values, *RECORDED)
STATES: tuple[str, ...] = tuple(DealState.values)
CHUNK = 10_000
NEVER = np.iinfo(np.int64).max


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
    closed = Coalesce(Milliseconds("closed_at"), Value(0))
    pk, client, state, opened_at, closed_at = _numbers(
        rows.values_list("pk", "client_id", _place_in(STATES, "state"), Milliseconds("opened_at"), closed), 5
    )
    return Deals(pk, state, closed_at, _first_purchases(client) < opened_at)


def turns_since(since: datetime, deals: Deals) -> Turns:
    moves = Move.objects.filter(at__gte=since).order_by()
    moved = _numbers(moves.values_list("deal_id", Milliseconds("at"), "pk", "to_stage_id"), 4)
    returns = Reopening.objects.filter(at__gte=since).order_by()
    is_won = Case(When(closing__result=ClosingResult.WON, then=1), default=0)
    names = ("closing__deal_id", Milliseconds("at"), "pk", "closing__stage_id", Milliseconds("closing__at"), is_won)
    back = _numbers(returns.values_list(*names), 6)
    is_reopening = np.repeat([False, True], [moved.shape[1], back.shape[1]])
    table = np.vstack([np.hstack([np.pad(moved, ((0, 2), (0, 0))), back]), is_reopening])
    deal, at, order, stage, ended_at, ended_won, is_reopening = _placed(deals, table)
    return Turns(deal, at, order, stage, is_reopening.astype(bool), ended_at, ended_won.astype(bool))


def acts_since(since: datetime, deals: Deals) -> Acts:
    touches = Touch.objects.filter(at__gte=since, deal__isnull=False).order_by()
    two_way = Cast("two_way", IntegerField())
    touched = touches.values_list("deal_id", Milliseconds("at"), _place_in(ACTS, "channel"), two_way)
    evidence = Evidence.objects.filter(at__gte=since, kind__in=RECORDED).order_by()
    recorded = evidence.values_list("deal_id", Milliseconds("at"), _place_in(ACTS, "kind"), Value(0))
    table = np.hstack([_numbers(touched, 4), _numbers(recorded, 4)])
    deal, at, kind, answered = _placed(deals, table)
    return Acts(deal, at, kind, answered.astype(bool))


def stages_now() -> Stages:
    """Read after the moves: then each stage that they name is there."""
    rows = list(Stage.objects.order_by("pipeline_id", "position").values_list("pk", "pipeline_id", "position"))
    size = max((pk for pk, *_rest in rows), default=0) + 1
    place, first = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=bool)
    known, asked, needed = set[int](), dict[int, frozenset[int]](), frozenset[int]()
    gates = list(Gate.objects.filter(evidence__in=RECORDED).order_by().values_list("stage_id", "evidence"))
    for pk, pipeline, position in rows:
        place[pk], first[pk] = position, pipeline not in known
        needed = frozenset() if first[pk] else needed
        needed |= {ACTS.index(kind) for stage, kind in gates if stage == pk}
        asked[pk] = needed
        known.add(pipeline)
    return Stages([pk for pk, *_rest in rows], place, first, asked)


def _first_purchases(clients: Ints) -> Ints:
    """When each of these clients first bought, NEVER for who did not."""
    won = Deal.objects.filter(state=DealState.WON).order_by().values_list("client_id")
    buyers, at = _numbers(won.annotate(first=Coalesce(Min(Milliseconds("closed_at")), Value(0))), 2)
    order = np.argsort(buyers)
    buyers, at = np.append(buyers[order], NEVER), np.append(at[order], NEVER)
    place = np.searchsorted(buyers, clients)
    return np.where(buyers[place] == clients, at[place], NEVER)


def _placed(deals: Deals, table: Ints) -> Ints:
    """The first column becomes the place among the deals; what belongs to other deals is left out: to older ones, and
    to one opened a moment ago."""
    known = np.append(deals.pk, NEVER)
    place = np.searchsorted(known, table[0])
    return np.vstack([place, table[1:]])[:, known[place] == table[0]]


def _place_in(words: tuple[str, ...], name: str) -> Case:
    return Case(*(When(**{name: word}, then=number) for number, word in enumerate(words)), output_field=IntegerField())


def _numbers(rows: "models.QuerySet[Any, tuple[Any, ...]]", count: int) -> Ints:
    """A row of the array for each of ``count`` columns; read past the ORM and piece by piece, so that no million of
    tuples stands in memory at once."""
    sql, params = rows.query.sql_with_params()
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, params)
        pieces = [np.array(piece, dtype=np.int64) for piece in iter(lambda: cursor.fetchmany(CHUNK), [])]
    return np.concatenate(pieces).T if pieces else np.empty((count, 0), dtype=np.int64)
