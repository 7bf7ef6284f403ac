"""Norms are learned once a day, the first time at once."""

from datetime import UTC, datetime

from tests.cast import Cast
from vedu.insight.stage_norms.jobs import learn_nightly, learn_norms
from vedu.insight.stage_norms.stage_norm import StageNorm

EVENING = datetime(2026, 4, 1, 15, tzinfo=UTC)  # six in Moscow
MIDNIGHT = datetime(2026, 4, 1, 21, 30, tzinfo=UTC)  # half past midnight on the second of April
FOUR = datetime(2026, 4, 2, 1, 0, tzinfo=UTC)


def test_the_first_time_is_at_any_hour(cast: Cast) -> None:
    assert learn_nightly(EVENING)
    assert set(StageNorm.objects.values_list("at", flat=True)) == {EVENING}


def test_once_a_day_is_enough(cast: Cast) -> None:
    assert [learn_nightly(EVENING) for _round in range(3)] == [True, False, False]


def test_the_next_time_waits_till_four(cast: Cast) -> None:
    learn_nightly(EVENING)
    assert [learn_nightly(MIDNIGHT), learn_nightly(FOUR), learn_nightly(FOUR)] == [False, True, False]
    assert set(StageNorm.objects.values_list("at", flat=True)) == {FOUR}


def test_now_means_now(cast: Cast) -> None:
    assert learn_norms(EVENING) == learn_norms(MIDNIGHT) == StageNorm.objects.count() > 0
