from datetime import UTC, datetime, timedelta

import pytest

from vedu.sales.signals.readiness import HALF_LIFE, lifted, readiness, strength_of

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


def ready(*signals: tuple[int, int], later: int = 0) -> float:
    """Of (weight in per cent, age in days), read so many days later."""
    strength = strength_of([(weight, NOW - timedelta(days=age)) for weight, age in signals], NOW)
    return readiness(strength, NOW, NOW + timedelta(days=later))


def test_without_signals_nothing_is_ready() -> None:
    assert readiness(None, None, NOW) == 0.0
    assert ready() == 0.0


def test_one_fresh_signal_is_its_weight() -> None:
    assert ready((40, 0)) == pytest.approx(0.40)


def test_signals_speak_independently() -> None:
    assert ready((40, 0), (25, 0)) == pytest.approx(1 - 0.6 * 0.75)


def test_a_signal_fades_by_the_published_formula() -> None:
    assert ready((40, 30)) == pytest.approx(1 - 0.6**0.5)
    assert ready((40, 30), (25, 10)) == pytest.approx(1 - 0.6**0.5 * 0.75 ** (0.5 ** (10 / 30)))


def test_what_was_kept_is_read_later_as_if_reckoned_anew() -> None:
    assert ready((40, 5), (25, 0), later=17) == pytest.approx(ready((40, 22), (25, 17)))


def test_it_never_reaches_certainty_and_a_signal_ahead_is_as_one_of_now() -> None:
    assert 0.99 < ready(*[(90, 0)] * 3) < 1
    assert ready((40, -3)) == pytest.approx(0.40)


def test_readiness_halves_what_is_missing_to_certainty_at_most() -> None:
    assert lifted(40, 0) == 40
    assert lifted(40, 1) == 70
    assert lifted(90, 0.5) == 92.5
    assert timedelta(days=30) == HALF_LIFE
