"""How ready a deal is, drawn (signals/_gauge.html); the deal alone says it, without a query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from vedu.sales.deals.deal import Deal
from vedu.sales.signals.readiness import lifted
from vedu.web.deals.board.card import percent

CELLS = 10


@dataclass(frozen=True, slots=True)
class Gauge:
    """``percent`` from 0 to 100; ``chance`` is that by which the day is ordered. ``cells``: which are full."""

    percent: int
    chance: str
    cells: Sequence[bool]


def gauge_of(deal: Deal, at: datetime, language: str) -> Gauge:
    ready = deal.readiness(at)
    full = round(CELLS * ready)
    chance = percent(round(lifted(deal.chance, ready)), language)
    return Gauge(round(100 * ready), chance, [number < full for number in range(CELLS)])
