"""Buying signals raise a deal inside its stage (TALK-5), without a query more."""

from datetime import timedelta

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.insight.day_plan.plan import day_plan
from vedu.sales.deals.deal import Deal
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.signals.signal_mark import SignalMark


def names(cast: Cast) -> list[str]:
    return [entry.task.client_name for entry in day_plan(cast.anna, now=tomorrow()).entries]


def tomorrow() -> object:
    return timezone.now() + timedelta(days=1)


def deals(cast: Cast) -> tuple[Deal, Deal]:
    """Of the same stage: the larger stands first while nothing is known."""
    larger = cast.deal(client=cast.client("Larger", owner=cast.anna), amount=500_000)
    ready = cast.deal(client=cast.client("Ready", owner=cast.anna), amount=400_000)
    return larger, ready


def test_a_deal_with_signals_goes_before_a_larger_one(cast: Cast) -> None:
    _larger, ready = deals(cast)
    assert names(cast) == ["Larger", "Ready"]
    SignalMark.mark(ready, BuyingSignal.objects.get(preset="papers"), by=cast.anna)
    assert names(cast) == ["Ready", "Larger"]


def test_an_old_signal_has_faded(cast: Cast) -> None:
    _larger, ready = deals(cast)
    SignalMark.mark(
        ready, BuyingSignal.objects.get(preset="details"), by=cast.anna, at=timezone.now() - timedelta(days=300)
    )
    assert names(cast) == ["Larger", "Ready"]


def test_readiness_is_a_reason_and_costs_no_query(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _larger, ready = deals(cast)
    for signal in BuyingSignal.objects.all()[:5]:
        SignalMark.mark(ready, signal, by=cast.anna)
    with django_assert_num_queries(4):
        entries = day_plan(cast.anna, now=tomorrow()).entries
    assert any("of 100" in entry.why or "из 100" in entry.why for entry in entries)
