"""What columns add up to, from the totals that the verbs keep: no page counts deals."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet, Sum

from vedu.foundation.prepared import Prepared
from vedu.foundation.values.money_text import short_money_text
from vedu.sales.deals.totals import StageTotal, StageTotals
from vedu.web.deals.scope import Owners

USUAL_CURRENCY = "RUB"


@dataclass(slots=True)
class Total:
    """``sums`` and ``expected`` by currency."""

    deals: int = 0
    sums: dict[str, Decimal] = field(default_factory=dict)
    expected: dict[str, Decimal] = field(default_factory=dict)

    def add(self, deals: int, currency: str, amount: Decimal, expected: Decimal) -> None:
        self.deals += deals
        self.sums[currency] = self.sums.get(currency, Decimal(0)) + amount
        self.expected[currency] = self.expected.get(currency, Decimal(0)) + expected


@dataclass(frozen=True, slots=True)
class Totals:
    """Each stage's and the whole board's; ``currency`` is the one most deals are in."""

    by_stage: Mapping[int, Total]
    whole: Total
    currency: str

    def of(self, stage_id: int) -> Total:
        return self.by_stage.get(stage_id) or Total()


def totals_of(owners: Owners, pipeline: int) -> Totals:
    """Of a board; one that was seen lately is not compiled anew."""
    return added_up(_kept(owners, pipeline).rows())


@lru_cache(maxsize=256)
def _kept(owners: Owners, pipeline: int) -> Prepared:
    return Prepared(lambda: sums_of(StageTotal.objects.owned_by(owners).filter(pipeline=pipeline)), ids=0)


def sums_of(rows: StageTotals) -> "QuerySet[StageTotal, tuple[Any, ...]]":
    found = rows.order_by().values_list("stage_id", "currency")
    return found.annotate(count=Sum("deals"), sum=Sum("amount"), hope=Sum("expected"))


def added_up(rows: Iterable[tuple[Any, ...]]) -> Totals:
    """(stage, currency, deals, sum, expected) …"""
    by_stage: dict[int, Total] = defaultdict(Total)
    whole, currencies = Total(), Counter[str]()
    for stage, currency, deals, amount, expected in rows:
        if not deals:
            continue
        by_stage[stage].add(deals, currency, amount, expected)
        whole.add(deals, currency, amount, expected)
        currencies[currency] += deals
    return Totals(dict(by_stage), whole, _most(currencies))


def _most(currencies: Counter[str]) -> str:
    return currencies.most_common(1)[0][0] if currencies else USUAL_CURRENCY


def sum_text(sums: Mapping[str, Decimal], currency: str, language: str) -> str:
    """«3,92 млн ₽» in the main currency."""
    return short_money_text(sums.get(currency, Decimal(0)), currency, language)


def other_sums(sums: Mapping[str, Decimal], currency: str, language: str) -> str:
    """«+ 12 тыс. $ + 4 500 €»: what stands there in other currencies, never added to the main one."""
    return " ".join(_others(sums, currency, language))


def _others(sums: Mapping[str, Decimal], currency: str, language: str) -> Iterable[str]:
    for other in sorted(sums):
        if other != currency and sums[other]:
            yield f"+\u00a0{short_money_text(sums[other], other, language)}"
