"""Deals without a next step are seen (STAGE-4)."""

from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.web.day.stepless import Stepless, stepless_of


def stepless_deal(cast: Cast, owner: User | None = None) -> Deal:
    deal = cast.deal(owner=owner)
    deal.tasks.get().complete(by=deal.owner)
    return deal


def seen(user: User, is_own: bool = True) -> Stepless:
    return stepless_of(user, "en", is_own=is_own)


def test_the_longest_forgotten_come_first_and_all_are_counted(cast: Cast) -> None:
    deals = [stepless_deal(cast) for _number in range(4)]
    found = seen(cast.anna)
    assert [deal.url for deal in found.deals] == [f"/deals/{deal.pk}/" for deal in deals[:3]]
    assert found.count == "4"
    assert found.deals[0].amount == "480,000\u00a0₽"


def test_deals_with_a_step_and_closed_ones_are_not_among_them(cast: Cast) -> None:
    cast.deal()
    stepless_deal(cast).lose(by=cast.anna, reason=cast.reason(), do_not_return=True)
    assert not seen(cast.anna).deals


def test_a_colleague_s_deals_are_not_mine(cast: Cast) -> None:
    stepless_deal(cast, cast.igor)
    assert not seen(cast.anna).deals


def test_only_one_s_own_have_a_list(cast: Cast) -> None:
    assert seen(cast.anna).all_url == "/deals/list/?scope=mine&chip=none"
    assert seen(cast.anna, is_own=False).all_url == ""


def test_it_asks_the_database_once(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    stepless_deal(cast)
    seen(cast.anna)
    with django_assert_num_queries(1):
        seen(cast.anna)
