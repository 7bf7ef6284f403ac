"""Whom to help: the most money at risk first."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.web.head.figures import figures_of
from vedu.web.head.help import Help, whom_to_help
from vedu.web.shell.clock import Clock


@pytest.fixture(autouse=True)
def _english() -> object:
    with translation.override("en"):
        yield


def helps(cast: Cast, days: int = 0) -> list[Help]:
    clock = Clock.here(timezone.now() + timedelta(days=days))
    people = [cast.anna, cast.igor]
    return whom_to_help(people, figures_of([user.pk for user in people], clock), "RUB", clock)


def stepless(deal: Deal) -> Deal:
    deal.tasks.get().complete(by=deal.owner)
    return deal


def test_the_one_with_the_most_money_at_risk_stands_first(cast: Cast) -> None:
    stepless(cast.deal(amount=100))
    stepless(cast.deal(owner=cast.igor, amount=200))
    assert [help_.name for help_ in helps(cast)] == ["Igor Belov", "Anna Kotova"]


def test_the_worst_deal_is_the_largest_at_risk_not_the_largest(cast: Cast) -> None:
    cast.deal(amount=900)
    worst = stepless(cast.deal(amount=200))
    stepless(cast.deal(amount=100))
    found = helps(cast)[0].worst
    assert found.url == f"/deals/{worst.pk}/"
    assert (found.tone, found.why) == ("none", "The next step is not planned yet")


def test_the_summary_counts_each_kind_of_trouble(cast: Cast) -> None:
    cast.deal()
    stepless(cast.deal())
    assert helps(cast, days=60)[0].summary == "2 deals need a hand: overdue 1, without a step 1, over the norm 2"


def test_those_in_order_are_left_in_peace(cast: Cast) -> None:
    cast.deal()
    assert helps(cast) == []
