"""What touches cost against what a deal may bring (CHAN-4)."""

from decimal import Decimal

import pytest

from tests.cast import Cast
from vedu.clients.channel import Channel
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed
from vedu.foundation.values.money import Money
from vedu.sales.contact_policy.asking import known_of
from vedu.sales.contact_policy.touch_cost import Spent, TouchCost, spent_on
from vedu.sales.deals.deal import Deal


def spent(deal: Deal) -> Spent | None:
    return spent_on(deal.pk, deal.value, known_of(deal.client).spent)


def test_a_deal_that_nobody_has_touched_has_cost_nothing(cast: Cast) -> None:
    deal = cast.deal()
    assert spent(deal) is None


def test_our_touches_are_counted_by_their_channels(cast: Cast) -> None:
    deal = cast.deal(amount=10_000)
    for channel in (Channel.CALL, Channel.CALL, Channel.MEETING):
        deal.log_touch(by=cast.anna, channel=channel)
    deal.log_touch(by=cast.anna, channel=Channel.EMAIL, direction="in")
    found = spent(deal)
    assert (found.touches, found.cost, found.margin) == (3, Money(Decimal(3_300)), Money(Decimal(2_000)))
    assert found.is_too_much


def test_the_company_s_own_numbers_hold(cast: Cast, django_assert_num_queries) -> None:
    TouchCost.decide({"call": 10}, 50, by=cast.sergey)
    deal = cast.deal(amount=10_000)
    deal.log_touch(by=cast.anna, channel=Channel.CALL)
    known = known_of(deal.client)
    with django_assert_num_queries(1):
        found = spent_on(deal.pk, deal.value, known.spent)
    assert (found.cost.amount, found.margin.amount, found.is_too_much) == (10, 5_000, False)
    told = Event.objects.get(kind="contact_rules.costs_decided").data
    assert (told["costs"]["call"], told["costs"]["email"], told["margin_percent"]) == (10, 50, 50)


def test_sums_of_another_currency_are_not_compared(cast: Cast) -> None:
    deal = cast.deal()
    deal.log_touch(by=cast.anna, channel=Channel.CALL)
    assert spent_on(deal.pk, Money(Decimal(1), "USD"), known_of(deal.client).spent) is None


@pytest.mark.parametrize(
    ("costs", "margin", "fields"),
    [
        ({"call": -1}, 20, ["cost_call"]),
        ({"call": 1_000_001}, 101, ["cost_call", "margin_percent"]),
        ({"shop": 5}, 20, ["cost_shop"]),
    ],
)
def test_what_cannot_be_right_is_told_at_once(
    cast: Cast, costs: dict[str, int], margin: int, fields: list[str]
) -> None:
    with pytest.raises(Invalid) as refusal:
        TouchCost.decide(costs, margin, by=cast.sergey)
    assert [reason.facts["field"] for reason in refusal.value.reasons] == fields
    assert not TouchCost.objects.exists()


def test_costs_are_for_heads(cast: Cast) -> None:
    for person in (cast.anna, cast.boris):
        with pytest.raises(NotAllowed):
            TouchCost.decide({}, 20, by=person)
