"""What was said of products, and how: arguments of the catalogue, arguments without a need, early prices (TALK-2).

An argument is compared among the deals in which its product was presented: with the argument said, and without. A flag
is compared among the deals in which any argument was said."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from vedu.insight.techniques.decided import Decided, closed_since
from vedu.insight.techniques.tally import Tallies
from vedu.insight.techniques.technique_count import Subject
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.talk.argument import ArgumentFlag, ArgumentResult, DealArgument

SETTLED = (ArgumentResult.CONVINCED, ArgumentResult.FAILED)


class Said(NamedTuple):
    benefit: int | None
    product: int | None
    result: str
    flags: tuple[ArgumentFlag, ...]


def said_in_deals(at: datetime) -> Mapping[int, list[Said]]:
    """By id of the deal. One query."""
    said = defaultdict(list)
    rows = DealArgument.objects.said().filter(deal__in=closed_since(at)).order_by()
    columns = rows.values_list("deal", "benefit", "product", "result", "need", "is_early_price")
    for deal, benefit, product, result, need, is_early in columns.iterator(chunk_size=10_000):
        holds = {ArgumentFlag.NO_NEED: need is None, ArgumentFlag.EARLY_PRICE: is_early}
        said[deal].append(Said(benefit, product, result, tuple(flag for flag in holds if holds[flag])))
    return said


def presented_in_deals(at: datetime) -> Mapping[int, set[int]]:
    """Products by id of the deal. One query."""
    presented = defaultdict(set)
    rows = DealProduct.objects.presented().filter(deal__in=closed_since(at)).order_by()
    for deal, product in rows.values_list("deal", "product").iterator(chunk_size=10_000):
        presented[deal].add(product)
    return presented


def count_arguments(
    deals: Mapping[int, Decided],
    said: Mapping[int, list[Said]],
    presented: Mapping[int, set[int]],
    tallies: Tallies,
) -> None:
    benefits = benefits_said({one.benefit for each in said.values() for one in each if one.benefit is not None})
    for pk, deal in deals.items():
        here = {one.benefit for one in said.get(pk, ())}
        for product in presented.get(pk, ()):
            for benefit in benefits.get(product, ()):
                tally = tallies.of(Subject.ARGUMENT, benefit, deal)
                tally.take(deal) if benefit in here else tally.leave(deal)
        for one in said.get(pk, ()):
            if one.benefit is not None and one.result in SETTLED:
                tally = tallies.of(Subject.ARGUMENT, one.benefit, deal)
                tally.settled += 1
                tally.convinced += one.result == ArgumentResult.CONVINCED


def count_flags(deals: Mapping[int, Decided], said: Mapping[int, list[Said]], tallies: Tallies) -> None:
    for pk, arguments in said.items():
        deal = deals.get(pk)
        if deal is None:
            continue
        raised = {flag for one in arguments for flag in one.flags}
        for flag in ArgumentFlag:
            tally = tallies.of(Subject.FLAG, flag.value, deal)
            tally.take(deal) if flag in raised else tally.leave(deal)


def benefits_said(ids: set[int]) -> Mapping[int, list[int]]:
    """Those of these benefits by product. One query."""
    found = defaultdict(list)
    for benefit, product in Benefit.objects.filter(pk__in=ids).values_list("pk", "product"):
        found[product].append(benefit)
    return found
