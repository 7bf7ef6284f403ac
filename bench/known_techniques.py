"""Closed deals of which it is known what works: one question raises the win rate, the others change nothing.

Each deal comes to a stage by chance and ends there, lost, or won past the last one. What is asked in a stage is asked
of those that came to it, so that naive counting finds every late question to work."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from vedu.clients.client import Client
from vedu.foundation.many_rows import insert, reserve_ids
from vedu.foundation.people.user import User
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.playbook import PlaybookVersion
from vedu.sales.talk.argument import DealArgument

DAYS, RAISED = 700, 0.2
# Of the deals that are in a stage, so many come to the next.
GOES_ON = 0.87
ASKED, UNSCRIPTED, PRESENTED, SAID = 0.5, 0.2, 0.5, 0.4
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Outcomes:
    """``furthest`` is the place of a stage; ``asked`` by the key of the question."""

    furthest: Ints
    won: Bools
    asked: dict[str, Bools]


def outcomes(count: int, stages: int, places: dict[str, int], works: str, seed: int) -> Outcomes:
    """``places``: by key, from which stage on a question is asked. Of the deals that come to the stage of ``works``
    and would be lost, so many are won by asking it that the win rate of those who came there is RAISED higher."""
    rng = np.random.default_rng(seed)
    furthest = np.minimum(rng.geometric(1 - GOES_ON, count) - 1, stages)
    asked = {key: rng.random(count) < ASKED for key in places}
    if works:
        usual = GOES_ON ** (stages - places[works])
        saved = asked[works] & (furthest >= places[works]) & (rng.random(count) < RAISED / (1 - usual))
        furthest = np.where(saved, stages, furthest)
    scripted = rng.random(count) >= UNSCRIPTED
    if works:
        scripted |= asked[works] & (furthest >= places[works])
    reached = {key: asked[key] & scripted & (furthest >= place) for key, place in places.items()}
    return Outcomes(np.minimum(furthest, stages - 1), furthest == stages, reached)


def write(
    version: PlaybookVersion,
    pipeline: Pipeline,
    owners: Sequence[User],
    known: Outcomes,
    now: datetime,
    *,
    seed: int,
    benefits: Sequence[Benefit] = (),
) -> None:
    """As the verbs write it: deals, moves, answers, products presented and arguments said, which change nothing."""
    rng, count = np.random.default_rng(seed), len(known.won)
    stages = list(pipeline.stages.order_by("position"))
    with transaction.atomic():
        clients, deals = reserve_ids(Client, count), reserve_ids(Deal, count)
        insert(Client, ["id", "name", "name_folded"], [(pk, f"Client {pk}", f"client {pk}") for pk in clients])
        insert(
            Deal,
            ["id", "client_id", "owner_id", "stage_id", "state", "opened_at", "closed_at"],
            _deals(known, stages, owners, deals, clients, now, rng),
            pipeline_id=pipeline.pk,
            name="A deal",
        )
        insert(Move, ["deal_id", "from_stage_id", "to_stage_id", "at"], _moves(known, stages, deals, now))
        insert(Answer, ["deal_id", "question"], _answers(known, deals), version_id=version.pk, text="Words", at=now)
        _say(known, deals, benefits, now, rng)


def _deals(
    known: Outcomes,
    stages: Sequence[Stage],
    owners: Sequence[User],
    deals: list[int],
    clients: list[int],
    now: datetime,
    rng: np.random.Generator,
) -> Iterator[tuple[Any, ...]]:
    ended = rng.uniform(1, DAYS, len(deals)).tolist()
    rows = zip(deals, clients, known.furthest.tolist(), known.won.tolist(), ended, strict=True)
    for number, (deal, client, place, won, ago) in enumerate(rows):
        closed, owner = now - timedelta(days=ago), owners[number % len(owners)]
        opened = closed - timedelta(days=5 + 4 * place)
        yield deal, client, owner.pk, stages[place].pk, "won" if won else "lost", opened, closed


def _moves(
    known: Outcomes, stages: Sequence[Stage], deals: list[int], now: datetime
) -> Iterator[tuple[int, int | None, int, datetime]]:
    for deal, furthest in zip(deals, known.furthest.tolist(), strict=True):
        for place in range(furthest + 1):
            yield deal, stages[place - 1].pk if place else None, stages[place].pk, now


def _answers(known: Outcomes, deals: list[int]) -> Iterator[tuple[int, str]]:
    for key, asked in known.asked.items():
        for number in np.flatnonzero(asked).tolist():
            yield deals[number], key


def _say(
    known: Outcomes, deals: list[int], benefits: Sequence[Benefit], now: datetime, rng: np.random.Generator
) -> None:
    for product in dict.fromkeys(one.product_id for one in benefits):
        shown = np.flatnonzero((known.furthest >= 4) & (rng.random(len(deals)) < PRESENTED)).tolist()
        rows = [(deals[number],) for number in shown]
        insert(DealProduct, ["deal_id"], rows, product_id=product, noted_at=now, presented_at=now)
        for one in (one for one in benefits if one.product_id == product):
            said = [(deals[number], luck < SAID / 2) for number, luck in _lucky(shown, rng)]
            facts = {"benefit_id": one.pk, "product_id": product, "text": "Words", "result": "convinced"}
            insert(DealArgument, ["deal_id", "is_early_price"], said, used_at=now, chosen_at=now, **facts)


def _lucky(numbers: list[int], rng: np.random.Generator) -> Iterator[tuple[int, float]]:
    luck = rng.random(len(numbers)).tolist()
    return ((number, one) for number, one in zip(numbers, luck, strict=True) if one < SAID)
