from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.web.deals.listing.order import ORDERS, orders_of, page_of


@pytest.fixture
def deals(cast: Cast) -> list[Deal]:
    """Seven, the last two without a step; sums repeat."""
    made = [cast.deal(client=cast.client(f"Client {n}", owner=cast.anna), amount=100 * (n % 3)) for n in range(7)]
    for number, deal in enumerate(made):
        step = None if number > 4 else timezone.now() + timedelta(days=number % 2)
        Deal.objects.filter(pk=deal.pk).update(step_late_at=step, opened_at=timezone.now() - timedelta(days=number))
    return made


def walk(sort: str, size: int) -> list[int]:
    """Ids of all pages, one after the other."""
    ids: list[int] = []
    mark = ""
    while True:
        page = page_of(Deal.objects.open(), sort, mark, size)
        ids += [found.row.pk for found in page.found]
        mark = page.mark
        if not mark:
            return ids


@pytest.mark.every_case
@pytest.mark.parametrize("sort", list(ORDERS))
@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_every_deal_comes_once_whatever_the_page(deals: list[Deal], sort: str, size: int) -> None:
    assert walk(sort, size) == walk(sort, 50)
    assert sorted(walk(sort, size)) == sorted(deal.pk for deal in deals)


def test_the_newest_stand_first(deals: list[Deal]) -> None:
    assert walk("newest", 3) == [deal.pk for deal in deals]


def test_the_largest_stand_first(deals: list[Deal]) -> None:
    sums = dict(Deal.objects.values_list("pk", "amount"))
    ordered = [sums[pk] for pk in walk("amount", 3)]
    assert ordered == sorted(ordered, reverse=True)


def test_deals_without_a_step_stand_last(deals: list[Deal]) -> None:
    assert set(walk("step", 3)[-2:]) == {deals[5].pk, deals[6].pk}


def test_a_mark_of_another_order_begins_anew(deals: list[Deal]) -> None:
    mark = page_of(Deal.objects.open(), "newest", "", 2).mark
    assert len(page_of(Deal.objects.open(), "amount", mark, 50).found) == 7


def test_open_and_closed_deals_have_their_own_orders() -> None:
    assert orders_of("open") == ("newest", "amount", "step")
    assert orders_of("won") == ("newest", "amount", "closed")
