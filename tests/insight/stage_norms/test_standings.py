"""Many deals at once stand as each of them alone."""

from datetime import timedelta

from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.insight.stage_norms.past import NOW, stay
from tests.insight.stage_norms.test_standing import HELPED, ROWS, learned
from vedu.insight.stage_norms.standing import standing_of, talked_moments
from vedu.insight.stage_norms.standings import hopeless_of, standings_of
from vedu.insight.win_rate import WinRate
from vedu.sales.deals.deal import Deal

RATES = {"won": 400, "closed": 1000, "outstayed": ROWS}


def test_many_stand_as_each_alone(cast: Cast) -> None:
    for segment, days in (("", 9.0), ("new", 12.0), ("buyer", 4.0)):
        learned(cast, days, segment, usual_talks=1, helped=HELPED, **RATES)
    deals = [stay(cast, days, "stands", client=cast.client(f"Bakery {days}", owner=cast.anna)) for days in (2, 6, 14)]
    deals.append(cast.at_stage(3))
    stay(cast, 1, ago=100, client=deals[1].client)
    for ago in (1, 5, 13):
        deals[2].log_touch(by=cast.anna, channel="call", outcome="talked", at=NOW - timedelta(days=ago))
    found = standings_of([deal.pk for deal in deals], NOW)
    alone = Deal.objects.select_related("stage").in_bulk([deal.pk for deal in deals])
    assert found == {pk: standing_of(deal, talked_moments(deal), NOW) for pk, deal in alone.items()}


def test_a_closed_deal_is_left_out(cast: Cast) -> None:
    learned(cast, 9.0, **RATES)
    assert standings_of([stay(cast, 20, "lost").pk], NOW) == {}


def test_it_is_time_to_stop_those_without_odds(cast: Cast) -> None:
    learned(cast, 9.0, **RATES)
    long, short = stay(cast, 15, "stands"), stay(cast, 3, "stands")
    assert {pk: one.rate for pk, one in hopeless_of([long.pk, short.pk], NOW).items()} == {long.pk: WinRate(1, 40)}


def test_where_nothing_is_learned_nobody_is_given_up(cast: Cast) -> None:
    learned(cast, None, **RATES)
    assert hopeless_of([stay(cast, 40, "stands").pk], NOW) == {}


def test_however_many_three_queries(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    learned(cast, 9.0, **RATES)
    ids = [stay(cast, 15, "stands").pk for _number in range(5)]
    with django_assert_num_queries(3):
        assert len(hopeless_of(ids, NOW)) == 5
