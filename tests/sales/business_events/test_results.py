"""What an event brought, and for which event a deal counts."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.business_events.fairs import day, fair
from vedu.clients.client import Client
from vedu.clients.newcomer import Newcomer
from vedu.foundation.people.installation import day_start
from vedu.foundation.refusal import NotAllowed, Refused
from vedu.foundation.values.money import Money
from vedu.sales.business_events.acquaintance import get_acquainted
from vedu.sales.business_events.attribution import deals_of
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.event_deal import EventDeal
from vedu.sales.business_events.results import results_of
from vedu.sales.deals.deal import Deal


def noon(days: int) -> datetime:
    return day_start(day(days)) + timedelta(hours=12)


def met(event: BusinessEvent, client: Client, cast: Cast) -> Encounter:
    encounter = Encounter.plan(event, client, by=cast.anna)
    encounter.meet(by=cast.anna, at=day_start(event.starts_on) + timedelta(hours=10))
    return encounter


def opened(client: Client, cast: Cast, at: datetime) -> Deal:
    return Deal.open(client, cast.pipeline, name="Boxes", by=cast.anna, value=Money(Decimal(1000)), at=at)


@pytest.mark.parametrize(
    ("days", "counts"), [(-21, False), (-20, True), (-19, True), (-10, True), (-9, True), (-8, False)]
)
def test_a_deal_counts_from_the_first_day_till_the_window_is_over(cast: Cast, days: int, counts: bool) -> None:
    event = fair(cast, starts=-20, lasts=2, window_days=10)
    client = cast.client()
    met(event, client, cast)
    opened(client, cast, noon(days))
    assert results_of([event])[event.pk].opened == counts


def test_a_client_who_was_not_met_brings_nothing(cast: Cast) -> None:
    event, client = fair(cast, starts=-5), cast.client()
    Encounter.plan(event, client, by=cast.anna).miss(by=cast.anna)
    opened(client, cast, noon(-2))
    assert results_of([event])[event.pk].opened == 0


def test_of_two_events_the_first_has_the_deal(cast: Cast) -> None:
    late, early = fair(cast, starts=-20), fair(cast, starts=-40)
    client = cast.client()
    for event in (late, early):
        met(event, client, cast)
    deal = opened(client, cast, noon(-10))
    assert [(one, one.counted_for) for one in deals_of([late.pk, early.pk])] == [(deal, early.pk)]
    assert not deals_of([late.pk])
    early.describe(by=cast.anna, window_days=5)
    assert list(deals_of([late.pk])) == [deal]


def test_a_link_by_hand_beats_what_is_reckoned(cast: Cast) -> None:
    reckoned, other = fair(cast, starts=-20), fair(cast, starts=-30)
    client = cast.client()
    met(reckoned, client, cast)
    deal = opened(client, cast, noon(-10))
    link = EventDeal.link(deal, other, by=cast.anna)
    assert (list(deals_of([reckoned.pk])), list(deals_of([other.pk]))) == ([], [deal])
    with pytest.raises(Refused) as refused:
        EventDeal.link(deal, reckoned, by=cast.anna)
    assert refused.value.codes == ["deal-counted"]
    link.unlink(by=cast.sergey)
    assert list(deals_of([reckoned.pk])) == [deal]


def test_who_links(cast: Cast) -> None:
    event, deal = fair(cast), cast.deal()
    for person in (cast.igor, cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            EventDeal.link(deal, event, by=person)
    link = EventDeal.link(deal, event, by=cast.anna)
    with pytest.raises(NotAllowed):
        link.unlink(by=cast.igor)


def test_results_are_counted(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    event, empty = fair(cast, starts=-20), fair(cast, starts=-3, cost=Money.parse("0"))
    buyer, other = cast.client("Buyer"), cast.client("Other")
    for client in (buyer, other):
        met(event, client, cast)
    Encounter.plan(event, company="Missed", by=cast.anna).miss(by=cast.anna)
    Encounter.plan(event, company="Nobody knows", by=cast.anna)
    get_acquainted(event, Newcomer(company="Rye and Co"), by=cast.anna, at=noon(-19))
    for client in (buyer, other):
        opened(client, cast, noon(-10))
    Deal.objects.get(client=buyer).win(by=cast.vera, override_reason="Paid")
    with django_assert_num_queries(2):
        found = results_of([event, empty])
    one = found[event.pk]
    assert (one.planned, one.met_planned, one.missed, one.undecided, one.unplanned, one.met) == (4, 2, 1, 1, 1, 3)
    assert (one.new_clients, one.opened, one.won) == (1, 2, 1)
    assert one.won_sums == {"RUB": Money(Decimal(1000))}
    assert one.cost_of_meeting == Money.parse("30000")
    assert one.cost_of_won_deal == Money.parse("90000")
    nothing = found[empty.pk]
    assert (nothing.met, nothing.cost_of_meeting, nothing.cost_of_won_deal, nothing.won_sums) == (0, None, None, {})


def test_nothing_costs_nothing_to_ask(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert results_of([]) == {}
