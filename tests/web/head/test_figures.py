"""How each person stands."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from tests.cast import Cast
from vedu.sales.touches.touch import Touch
from vedu.web.head.figures import Figures, figures_of, month_start
from vedu.web.shell.clock import Clock

NOW = timezone.now()


def annas(cast: Cast, days: int = 0) -> Figures:
    return figures_of([cast.anna.pk, cast.igor.pk], Clock.here(NOW + timedelta(days=days)))[cast.anna.pk]


def test_open_deals_come_from_the_kept_totals(cast: Cast) -> None:
    cast.deal(amount=300_000)
    cast.deal(amount=200_000)
    own = annas(cast)
    assert (own.deals, own.amount["RUB"]) == (2, Decimal(500_000))
    assert 0 < own.expected["RUB"] < own.amount["RUB"]


def test_a_person_without_deals_stands_at_nought(cast: Cast) -> None:
    assert annas(cast) == Figures()
    assert annas(cast).is_idle


def test_each_kind_of_trouble_is_counted_and_the_money_once(cast: Cast) -> None:
    cast.deal(amount=100)
    stepless = cast.deal(amount=10)
    stepless.tasks.get().complete(by=cast.anna)
    own = annas(cast, days=60)
    assert (own.overdue, own.stepless, own.over_norm) == (1, 1, 2)
    assert (own.at_risk, own.risk["RUB"]) == (2, Decimal(110))


def test_a_task_for_a_whole_day_is_not_late_on_that_day(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().move_due(Clock.here(NOW).day_start, by=cast.anna, has_time=False)
    assert annas(cast).overdue == 0
    assert annas(cast, days=1).overdue == 1


def test_a_deal_in_order_is_no_risk(cast: Cast) -> None:
    cast.deal()
    assert annas(cast).at_risk == 0


def test_touches_of_today_and_of_seven_days(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    for days in (0, 0, 3, 6, 7, 30):
        Touch.log(client, by=cast.anna, channel="call", at=NOW - timedelta(days=days))
    Touch.log(cast.client(owner=cast.igor), by=cast.igor, channel="call")
    own = annas(cast)
    assert (own.touches_today, own.touches_week) == (2, 4)


def test_won_ones_count_from_the_first_of_the_month(cast: Cast) -> None:
    month = month_start(Clock.here(NOW))
    for at, amount in ((month + timedelta(minutes=1), 70), (month - timedelta(minutes=1), 900)):
        cast.ready_for(cast.deal(amount=amount), 7).win(by=cast.anna, at=at)
    own = annas(cast)
    assert (own.won, own.won_amount["RUB"]) == (1, Decimal(70))


def test_currencies_never_meet(cast: Cast) -> None:
    cast.deal(amount=100).describe(by=cast.anna, currency="USD")
    cast.deal(amount=200)
    assert dict(annas(cast).amount)["USD"] == Decimal(100)
    assert dict(annas(cast).amount)["RUB"] == Decimal(200)
