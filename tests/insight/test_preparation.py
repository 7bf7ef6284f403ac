from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import BriefRule
from vedu.clients.preparation.part import Part
from vedu.foundation.people.user import User
from vedu.insight import preparation
from vedu.insight.preparation import Comparison, Verdict, closed_deals, compare_preparation
from vedu.insight.win_rate import WinRate
from vedu.sales.deals.deal import Deal

NOW = timezone.now()
WHOLE = dict.fromkeys(Part.values, "known")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def lost(cast: Cast, name: str, *, brief: int = 0, talked: int = 0, owner: User | None = None, **texts: str) -> Deal:
    """A deal opened 60 days ago and lost 10 days ago; a brief and a talk so many days ago, 0 for none."""
    owner = owner or cast.anna
    client = cast.client(name, owner=owner)
    deal = cast.deal(client=client, owner=owner)
    if brief:
        Brief.write(client, by=owner, at=NOW - timedelta(days=brief), **texts or WHOLE)
    if talked:
        deal.log_touch(by=owner, channel="call", at=NOW - timedelta(days=talked))
    deal.lose(by=owner, reason=cast.reason(), at=NOW - timedelta(days=10))
    return deal


def prepared(user_ids: frozenset[int] | None = None) -> set[str]:
    return {deal.client.name for deal in closed_deals(user_ids).filter(is_prepared=True)}


def test_a_brief_that_was_ready_before_the_first_talk_counts(cast: Cast) -> None:
    lost(cast, "Before", brief=40, talked=30)
    lost(cast, "After", brief=20, talked=30)
    lost(cast, "Never", talked=30)
    assert prepared() == {"Before"}


def test_where_nobody_answered_it_counts_till_the_closing(cast: Cast) -> None:
    lost(cast, "Silent", brief=20)
    lost(cast, "Later", brief=5)
    assert prepared() == {"Silent"}


def test_half_a_brief_is_not_ready_until_the_company_says_so(cast: Cast) -> None:
    lost(cast, "Half", brief=40, talked=30, problem="Returns", hook="A fair", offer="Trays")
    assert prepared() == set()
    BriefRule.decide({}, ready_percent=50, by=cast.vera)
    assert prepared() == {"Half"}


def test_the_version_of_that_day_counts_not_that_of_today(cast: Cast) -> None:
    deal = lost(cast, "Grown", brief=40, talked=30, problem="Returns")
    Brief.write(deal.client, by=cast.anna, **WHOLE)
    assert prepared() == set()


def test_an_unanswered_call_is_not_yet_a_talk(cast: Cast) -> None:
    client = cast.client("Called", owner=cast.anna)
    deal = cast.deal(client=client)
    deal.log_touch(by=cast.anna, channel="call", outcome="no_answer", at=NOW - timedelta(days=50))
    Brief.write(client, by=cast.anna, at=NOW - timedelta(days=40), **WHOLE)
    deal.log_touch(by=cast.anna, channel="call", at=NOW - timedelta(days=30))
    deal.lose(by=cast.anna, reason=cast.reason())
    assert prepared() == {"Called"}


def test_only_deals_closed_within_a_year_in_active_pipelines(cast: Cast) -> None:
    lost(cast, "Fresh", brief=40)
    cast.deal(client=cast.client("Open", owner=cast.anna))
    old = lost(cast, "Old", brief=900)
    Deal.objects.filter(pk=old.pk).update(closed_at=NOW - timedelta(days=400))
    shop = lost(cast, "Shop", brief=40)
    Deal.objects.filter(pk=shop.pk).update(pipeline=cast.shop)
    assert {deal.client.name for deal in closed_deals(None)} == {"Fresh"}


def test_won_and_lost_are_counted_for_these_people(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lost(cast, "One", brief=40, talked=30)
    lost(cast, "Two")
    won = lost(cast, "Three", brief=40, talked=30)
    Deal.objects.filter(pk=won.pk).update(state="won")
    lost(cast, "Hers", owner=cast.olga)
    with django_assert_num_queries(2):
        ours = compare_preparation(frozenset({cast.anna.pk, cast.igor.pk}))
    assert ours == Comparison(WinRate(1, 2), WinRate(0, 1))
    assert compare_preparation(None).unprepared == WinRate(0, 2)


def test_too_few_are_not_judged(cast: Cast) -> None:
    comparison = Comparison(WinRate(19, 19), WinRate(0, 400))
    assert comparison.verdict == Verdict.TOO_FEW
    assert comparison.sentence == (
        "Too few to say: 19 closed deals with preparation, 400 without; 20 of each are needed."
    )


def test_a_clear_difference_is_said_with_its_doubt() -> None:
    comparison = Comparison(WinRate(48, 155), WinRate(90, 410))
    assert comparison.verdict == Verdict.HELPS
    gap = "\u00a0"
    assert comparison.sentence == (f"With preparation 31{gap}% (24–39), without it 22{gap}% (18–26): it seems to help.")


def test_no_difference_and_harm_are_said_too() -> None:
    assert "no difference" in Comparison(WinRate(10, 40), WinRate(9, 40)).sentence
    assert "worse" in Comparison(WinRate(4, 100), WinRate(50, 100)).sentence


def test_the_fewest_are_enough_for_a_clear_case() -> None:
    edge = Comparison(WinRate(preparation.FEWEST, preparation.FEWEST), WinRate(0, preparation.FEWEST))
    assert edge.verdict == Verdict.HELPS
