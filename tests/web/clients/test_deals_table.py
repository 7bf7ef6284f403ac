"""The deals of a client."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.web.clients.deals_table import DealsTable, deals_of


@pytest.fixture(autouse=True)
def _english() -> object:
    with translation.override("en"):
        yield


def table(cast: Cast, client: object) -> DealsTable:
    return deals_of(client, cast.anna, timezone.now())  # type: ignore[arg-type]


def test_an_open_deal_shows_its_stage_and_its_next_step(cast: Cast) -> None:
    row = table(cast, cast.deal().client).rows[0]
    assert row.stage == "Preparation, 0 of 5\u00a0days" or row.stage.startswith("Preparation, 0 of")
    assert row.step is not None
    assert row.step.state == "later"


def test_a_deal_without_a_step_says_so(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    step = table(cast, deal.client).rows[0].step
    assert step is not None
    assert step.state == "none"


def test_open_deals_stand_first(cast: Cast) -> None:
    client = cast.deal(amount=100).client
    closed = cast.deal(client=client, amount=200)
    closed.postpone(by=cast.anna, until=timezone.localdate() + timedelta(days=30))
    assert [row.is_open for row in table(cast, client).rows] == [True, False]


def test_won_ones_are_added_up(cast: Cast) -> None:
    client = cast.deal().client
    for amount in (300_000, 200_000):
        deal = cast.ready_for(cast.deal(client=client, amount=amount), 7)
        deal.win(by=cast.anna)
    assert table(cast, client).won == "2 won, 500\u00a0K\u00a0₽"


def test_a_refusal_names_its_reason_and_the_return(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason("expensive"))
    row = table(cast, deal.client).rows[0]
    assert row.stage.endswith(cast.reason("expensive").name)
    assert row.step is not None


def test_one_that_is_not_to_return_has_no_step(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason("expensive"), do_not_return=True)
    assert table(cast, deal.client).rows[0].step is None


def test_many_deals_cost_two_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    client = cast.deal().client
    for number in range(22):
        cast.deal(client=client, amount=number)
    with django_assert_max_num_queries(3):
        found = table(cast, client)
    assert (len(found.rows), found.hidden) == (20, 3)


def test_values_are_written_with_their_currency(cast: Cast) -> None:
    deal = cast.deal()
    deal.describe(by=cast.anna, amount=Decimal(1500), currency="USD")
    assert table(cast, deal.client).rows[0].value == "$1,500"
