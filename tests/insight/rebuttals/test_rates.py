from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.insight.rebuttals.rates import FEWEST, Rates, is_enough, rates
from vedu.insight.win_rate import WinRate
from vedu.sales.deals.deal import Deal
from vedu.sales.objections.rebuttal import Rebuttal


@pytest.fixture
def compare(cast: Cast) -> Rebuttal:
    return Rebuttal.objects.get(preset="price-compare")


def answered(cast: Cast, rebuttal: Rebuttal | None, *results: str) -> Deal:
    """A deal with one objection that was answered so."""
    deal = cast.deal()
    objection = cast.object_to(deal)
    for result in results:
        version = rebuttal.latest if rebuttal else None
        objection.reply(version=version, answer="" if version else "Own words", result=result, by=cast.anna)
    return deal


def test_removed_of_settled_and_won_of_decided(cast: Cast, compare: Rebuttal) -> None:
    answered(cast, compare, "answered").win(by=cast.vera, override_reason="Paid")
    answered(cast, compare, "stands").lose(by=cast.anna, reason=cast.reason())
    answered(cast, compare, "answered")  # not decided
    answered(cast, compare, "open")  # nobody knows yet
    answered(cast, compare, "answered").postpone(by=cast.anna, until=timezone.localdate() + timedelta(days=9))
    assert rates() == {compare.pk: Rates(5, WinRate(3, 4), WinRate(1, 2))}


def test_a_deal_and_an_objection_count_once_however_often_it_was_used(cast: Cast, compare: Rebuttal) -> None:
    deal = answered(cast, compare, "stands", "answered")
    cast.object_to(deal).reply(version=compare.latest, by=cast.anna)
    deal.win(by=cast.vera, override_reason="Paid")
    assert rates()[compare.pk] == Rates(3, WinRate(2, 2), WinRate(1, 1))


def test_every_version_is_one_answer(cast: Cast, compare: Rebuttal) -> None:
    answered(cast, compare, "answered")
    compare.change(compare.latest.wording.typed("Other", ["Words"]), by=cast.sergey)
    answered(cast, compare, "stands")
    assert rates()[compare.pk].removed == WinRate(1, 2)


def test_own_words_are_counted_beside(cast: Cast) -> None:
    answered(cast, None, "answered")
    assert rates()[None].removed == WinRate(1, 1)


def test_what_is_older_than_two_years_is_forgotten(cast: Cast, compare: Rebuttal) -> None:
    answered(cast, compare, "answered")
    assert rates(timezone.now() + timedelta(days=729))
    assert rates(timezone.now() + timedelta(days=731)) == {}


def test_one_query_for_all(cast: Cast, compare: Rebuttal, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    answered(cast, compare, "answered")
    answered(cast, None, "answered")
    with django_assert_num_queries(1):
        rates()


def test_few_uses_say_nothing() -> None:
    assert not is_enough(WinRate(9, FEWEST - 1))
    assert is_enough(WinRate(0, FEWEST))
