"""The night comes once a day, and the first one at once."""

from datetime import UTC, datetime

from tests.cast import Cast
from tests.clients.kinds.night import buyer, fresh
from vedu.clients.kinds.base_night import BaseNight
from vedu.clients.kinds.nightly import keep_base

EVENING = datetime(2026, 4, 1, 15, tzinfo=UTC)  # six in Moscow
MIDNIGHT = datetime(2026, 4, 1, 21, 30, tzinfo=UTC)  # half past midnight on the second of April
THREE = datetime(2026, 4, 2, 0, 0, tzinfo=UTC)


def test_the_first_night_is_at_any_hour(cast: Cast) -> None:
    assert keep_base(EVENING)
    assert BaseNight.objects.get().at == EVENING


def test_once_a_day_is_enough(cast: Cast) -> None:
    assert [keep_base(EVENING) for _round in range(3)] == [True, False, False]


def test_the_next_one_waits_till_three(cast: Cast) -> None:
    keep_base(EVENING)
    assert [keep_base(MIDNIGHT), keep_base(THREE)] == [False, True]
    assert BaseNight.objects.count() == 2


def test_all_of_it_is_done(cast: Cast) -> None:
    clients = [buyer(n, 10 * n, purchases=2, interval_days=20, bought=n + 1, base_kind="current") for n in range(10)]
    keep_base(EVENING)
    night = BaseNight.objects.get()
    assert (night.buyers, night.left_out, len(night.cuts["R"])) == (10, 0, 4)
    assert fresh(clients[0]).rhythm_days == 20
    assert fresh(clients[0]).base_kind == "current"
    assert fresh(clients[9]).base_kind == "dormant"
    assert fresh(clients[0]).rfm_group
