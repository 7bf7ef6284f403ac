"""The totals of board columns follow every verb."""

from collections import Counter
from decimal import Decimal

from tests.cast import Cast
from vedu.sales.deals import totals
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.totals import StageTotal

Shown = dict[tuple[int, int, str], tuple[int, Decimal, Decimal]]


def kept() -> Shown:
    rows = StageTotal.objects.exclude(deals=0)
    return {(row.stage_id, row.owner_id, row.currency): (row.deals, row.amount, row.expected) for row in rows}


def counted() -> Shown:
    """The same from the deals themselves."""
    count: Counter[tuple[int, int, str]] = Counter()
    amount: Counter[tuple[int, int, str]] = Counter()
    expected: Counter[tuple[int, int, str]] = Counter()
    for deal in Deal.objects.open():
        key = (deal.stage_id, deal.owner_id, deal.currency)
        count[key] += 1
        amount[key] += deal.amount  # type: ignore[assignment]
        expected[key] += deal.amount * deal.chance / 100  # type: ignore[assignment]
    return {key: (count[key], Decimal(amount[key]), Decimal(expected[key])) for key in count}


def test_totals_follow_opening_moving_repricing_handing_over_and_closing(cast: Cast) -> None:
    first, second = cast.at_stage(3), cast.deal(owner=cast.igor, amount=100_000)
    assert kept() == counted()
    first.move_to(cast.stage(1), by=cast.anna)
    second.describe(by=cast.igor, amount=Decimal(250_000))
    assert kept() == counted()
    first.client.assign(cast.igor, by=cast.sergey, why="Better fit")
    assert kept() == counted()
    second.lose(by=cast.igor, reason=cast.reason())
    assert kept() == counted()
    second.reopen(by=cast.igor)
    assert kept() == counted()


def test_a_column_that_is_left_first_counts_below_nothing(cast: Cast) -> None:
    """An undone import may take away deals that an older total never had: the sum stays true for what comes."""
    deal = cast.deal(amount=100_000)
    StageTotal.objects.all().delete()
    totals.count_in_all([deal], sign=-1)
    totals.count_in_all([deal, deal])
    total = StageTotal.objects.get()
    assert (total.deals, total.amount, total.pipeline) == (1, Decimal(100_000), cast.pipeline)


def test_a_rebuild_gives_what_the_verbs_kept(cast: Cast) -> None:
    cast.at_stage(3)
    cast.deal(owner=cast.igor)
    before = kept()
    totals.rebuild(Deal.objects.all(), [cast.pipeline.pk])
    assert kept() == before


def test_one_sees_the_totals_of_those_he_sees(cast: Cast) -> None:
    cast.deal()
    cast.deal(owner=cast.olga)
    assert StageTotal.objects.visible_to(cast.anna).count() == 1
    assert StageTotal.objects.visible_to(cast.vera).count() == 2
