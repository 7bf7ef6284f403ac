"""Passive sales of the demo world: people who come to the shop by themselves."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from django.db import transaction

from vedu.clients.client import Client
from vedu.demo.wholesale import words
from vedu.foundation.people.user import User
from vedu.foundation.values.money import Money
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.talk.need import Need
from vedu.sales.touches.channel import Channel, Direction
from vedu.sales.touches.next_step import NextStep

OPEN = 18


def counter_sales(rng: Random, now: datetime, clients: Sequence[Client], consultant: User, shop: Pipeline) -> None:
    """One inquiry of each client: bought, gone, or still choosing."""
    lost = RefusalReason.objects.get(code="out_of_stock")
    for number, client in enumerate(clients):
        with transaction.atomic():
            still_open = number < OPEN
            at = now - timedelta(days=rng.uniform(0.1, 2) if still_open else rng.uniform(3, 200))
            deal = _ask(rng, client, consultant, shop, at)
            if still_open:
                step = NextStep(
                    kind="call", title="Позвонить, когда отложат", due_at=now + timedelta(hours=rng.randint(1, 30))
                )
                deal.plan(step, by=consultant, at=at)
            elif rng.random() < 0.6:
                _buy(deal, consultant, shop, at)
            else:
                deal.lose(by=consultant, reason=lost, do_not_return=True, at=at + timedelta(minutes=20))


def _ask(rng: Random, client: Client, consultant: User, shop: Pipeline, at: datetime) -> Deal:
    product, low, _high = rng.choice(words.PRODUCTS)
    value = Money(Decimal(rng.randint(low, low * 2) * 100), "RUB")
    deal = Deal.open(client, shop, name=product, by=consultant, value=value, source="магазин", at=at)
    deal.log_touch(by=consultant, channel=Channel.SHOP, direction=Direction.IN, text="Зашли в магазин", at=at)
    said, problem, now_uses = rng.choice(words.NEEDS)
    need = Need.note(deal, words=said, problem=problem, current_solution=now_uses, by=consultant, at=at)
    need.confirm(by=consultant, at=at)
    deal.move_to(shop.stages.get(position=2), by=consultant, at=at + timedelta(minutes=5))
    return deal


def _buy(deal: Deal, consultant: User, shop: Pipeline, at: datetime) -> None:
    at += timedelta(minutes=15)
    deal.record_evidence("paid", by=consultant, note="Касса", at=at)
    deal.move_to(shop.stages.get(position=5), by=consultant, at=at)
    deal.win(by=consultant, at=at)
