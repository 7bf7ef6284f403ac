"""Two people mark the same signal at the same moment: one mark, and both are told that it is done."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.cast import Cast
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.signals.signal_mark import SignalMark


@pytest.mark.parametrize("preset", ["papers", "bargains"])
def test_the_same_click_by_two_makes_one_mark(live_cast: Cast, preset: str) -> None:
    deal, signal = live_cast.deal(), BuyingSignal.objects.get(preset=preset)
    ready = Barrier(2)

    def click(by: User) -> int:
        try:
            ready.wait(10)
            return SignalMark.mark(Deal.objects.get(pk=deal.pk), signal, by=by).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        marks = set(pool.map(click, (live_cast.anna, live_cast.sergey)))
    assert len(marks) == SignalMark.objects.count() == 1
    deal.refresh_from_db()
    assert round(100 * deal.readiness()) == signal.weight
