"""What was said of products, and how: arguments of the catalogue, arguments without a need, early prices (TALK-2).

An argument is compared among the deals in which its product was presented: with the argument said, and without. A flag
is compared among the deals that came to the presentation and in which any argument was said: before it only the early
ones are said, and those who would have argued in time are not there yet."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from vedu.insight.techniques.decided import Decided, closed_since
from vedu.insight.techniques.places import Places
from vedu.insight.techniques.tally import Tallies
from vedu.insight.techniques.technique_count import Subject
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.playbooks.phase import SalePhase
from vedu.sales.talk.argument import ArgumentFlag, ArgumentResult, DealArgument

SETTLED = (ArgumentResult.CONVINCED, ArgumentResult.FAILED)


class Said(NamedTuple):
    """What was said in one deal. ``settled``: (benefit, did it convince) of each use whose end is known."""

    deal: int
    benefits: set[int]
    settled: list[tuple[int, bool]]
    flags: set[ArgumentFlag]


def count_arguments(deals: Mapping[int, Decided], places: Places, at: datetime, tallies: Tallies) -> None:
    """Three queries; the arguments, of which there may be very many, pass by deal after deal."""
    presented, benefits = presented_in_deals(at), benefits_said(at)
    for said in _said_in_deals(at):
        deal = deals.get(said.deal)
        if deal is None:
            continue
        if deal.place >= places.of(deal.stratum.pipeline, SalePhase.PRESENTATION):
            _count_flags(deal, said, tallies)
        _count_presented(deal, presented.pop(said.deal, ()), benefits, said.benefits, tallies)
        for benefit, is_convinced in said.settled:
            tally = tallies.of(Subject.ARGUMENT, benefit, deal)
            tally.settled += 1
            tally.convinced += is_convinced
    for pk, products in presented.items():
        if pk in deals:
            _count_presented(deals[pk], products, benefits, (), tallies)


def presented_in_deals(at: datetime) -> dict[int, set[int]]:
    """Products by id of the deal. One query."""
    presented = defaultdict(set)
    rows = DealProduct.objects.presented().filter(deal__in=closed_since(at)).order_by()
    for deal, product in rows.values_list("deal", "product").iterator(chunk_size=10_000):
        presented[deal].add(product)
    return presented


def benefits_said(at: datetime) -> Mapping[int, list[int]]:
    """The benefits that were said at all, by product. One query."""
    said = DealArgument.objects.said().filter(deal__in=closed_since(at), benefit__isnull=False)
    found = defaultdict(list)
    for benefit, product in Benefit.objects.filter(pk__in=said.values("benefit")).values_list("pk", "product"):
        found[product].append(benefit)
    return found


def _said_in_deals(at: datetime) -> Iterator[Said]:
    """One query."""
    rows = DealArgument.objects.said().filter(deal__in=closed_since(at)).order_by("deal")
    columns = rows.values_list("deal", "benefit", "result", "need", "is_early_price")
    for deal, said in groupby(columns.iterator(chunk_size=10_000), key=itemgetter(0)):
        benefits, settled, is_without_need, is_early = set[int](), list[tuple[int, bool]](), False, False
        for _deal, benefit, result, need, is_early_price in said:
            is_without_need |= need is None
            is_early |= is_early_price
            if benefit is not None:
                benefits.add(benefit)
                if result in SETTLED:
                    settled.append((benefit, result == ArgumentResult.CONVINCED))
        yield Said(deal, benefits, settled, _flags(is_without_need, is_early))


def _flags(is_without_need: bool, is_early: bool) -> set[ArgumentFlag]:
    holds = {ArgumentFlag.NO_NEED: is_without_need, ArgumentFlag.EARLY_PRICE: is_early}
    return {flag for flag in holds if holds[flag]}


def _count_flags(deal: Decided, said: Said, tallies: Tallies) -> None:
    for flag in ArgumentFlag:
        tally = tallies.of(Subject.FLAG, flag.value, deal)
        tally.take(deal) if flag in said.flags else tally.leave(deal)


def _count_presented(
    deal: Decided,
    products: Collection[int],
    benefits: Mapping[int, list[int]],
    said: Collection[int],
    tallies: Tallies,
) -> None:
    for product in products:
        for benefit in benefits.get(product, ()):
            tally = tallies.of(Subject.ARGUMENT, benefit, deal)
            tally.take(deal) if benefit in said else tally.leave(deal)
