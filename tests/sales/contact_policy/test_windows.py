"""When within a day somebody may be reached: held against asking the policy minute by minute."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sales.contact_policy.test_policy_holds import STARTS, ZONES, pasts, rules
from vedu.clients.channel import Channel
from vedu.foundation.people.user import User
from vedu.sales.contact_policy.asking import Known
from vedu.sales.contact_policy.history import History, Past
from vedu.sales.contact_policy.hours import Clock
from vedu.sales.contact_policy.learning import habit_of
from vedu.sales.contact_policy.policy import Whom, decide
from vedu.sales.contact_policy.rules import USUAL, Hours, Rules
from vedu.sales.contact_policy.windows import good_from, objections, windows

ME = cast("User", SimpleNamespace(pk=1))
MINUTE = timedelta(minutes=1)
TUESDAY = datetime(2026, 11, 24, 6, tzinfo=UTC)  # nine in Moscow
EVENING = TUESDAY + timedelta(hours=9)


def known(zone: str = "Europe/Moscow", past: list[Past] | None = None, held: Rules = USUAL, **facts: object) -> Known:
    whom = replace(Whom(Clock(ZoneInfo(zone)), history=History(past or ())), **facts)
    return Known(whom, held, habit_of(()), None, {2: "Igor"}, {})


def open_at(one: Known, channel: str, moment: datetime) -> bool:
    """Said anew: neither forbidden nor warned of by something that passes."""
    decision = decide(one.whom, channel, moment, ME.pk, one.rules)
    return not any(against.is_hard or against.until for against in decision.objections)


@given(
    st.sampled_from(STARTS).flatmap(lambda start: st.tuples(st.just(start), pasts(start))),
    rules(),
    st.sampled_from(ZONES),
    st.frozensets(st.integers(8, 19), max_size=4),
    st.sampled_from([Channel.CALL, Channel.MEETING, Channel.EMAIL]),
)
@settings(max_examples=60, deadline=None)
def test_a_moment_stands_in_a_window_exactly_when_the_policy_has_nothing_against_it(
    told: tuple[datetime, list[Past]], held: Rules, zone: str, best: frozenset[int], channel: str
) -> None:
    start, past = told
    begins = start + timedelta(days=4, hours=5)
    one = known(zone, [touch for touch in past if touch.at <= begins], held, best_hours=best)
    ends = begins + timedelta(hours=10)
    found = list(windows(one, channel, begins, ends, ME))
    step = 10 * MINUTE
    for number in range(60):
        moment = begins + number * step
        stands = any(window.start <= moment < window.end for window in found)
        assert stands == open_at(one, channel, moment)
    assert all(first.end < second.start for first, second in zip(found, found[1:], strict=False))


def test_the_evening_of_khabarovsk_comes_at_eleven_of_moscow() -> None:
    (window,) = windows(known("Asia/Vladivostok"), Channel.CALL, TUESDAY, EVENING, ME)
    assert window == (TUESDAY, TUESDAY + timedelta(hours=2))


def test_hours_that_end_inside_of_an_hour_are_known() -> None:
    held = Rules(usual=Hours(time(9, 30), time(12, 45)))
    (window,) = windows(known(held=held), Channel.CALL, TUESDAY, EVENING, ME)
    assert window == (TUESDAY + timedelta(minutes=30), TUESDAY + timedelta(hours=3, minutes=45))


def test_the_client_s_own_hours_are_several_windows() -> None:
    one = known(best_hours=frozenset({10, 15}))
    hour = timedelta(hours=1)
    assert list(windows(one, Channel.CALL, TUESDAY, EVENING, ME)) == [
        (TUESDAY + hour, TUESDAY + 2 * hour),
        (TUESDAY + 6 * hour, TUESDAY + 7 * hour),
    ]


def test_who_closed_the_channel_has_no_window_and_no_good_moment() -> None:
    one = known(closed=frozenset({Channel.CALL}))
    assert list(windows(one, Channel.CALL, TUESDAY, EVENING, ME)) == []
    assert good_from(one, Channel.CALL, TUESDAY, ME) is None


def test_a_colleague_s_touch_is_waited_out() -> None:
    at = TUESDAY - timedelta(hours=21)
    one = known(past=[Past(at, is_ours=True, answered=True, by=2)])
    (window,) = windows(one, Channel.CALL, TUESDAY, EVENING, ME)
    assert window == (at + timedelta(days=1), EVENING)
    assert [against.code for against in objections(one, Channel.CALL, TUESDAY, ME)] == ["colleague-lately"]


@pytest.mark.parametrize("facts", [{"personal": frozenset({"call"})}, {"prefers": "email"}])
def test_a_warning_that_no_hour_heals_holds_nothing_up(facts: dict[str, object]) -> None:
    (window,) = windows(known(**facts), Channel.CALL, TUESDAY, EVENING, ME)
    assert window == (TUESDAY, EVENING)
    assert good_from(known(**facts), Channel.CALL, TUESDAY, ME) == TUESDAY


def test_after_the_week_s_limit_the_first_good_moment_is_named() -> None:
    past = [Past(TUESDAY - timedelta(days=days), is_ours=True, answered=True, by=1) for days in range(1, 6)]
    good = good_from(known(past=past), Channel.CALL, TUESDAY, ME)
    assert good == TUESDAY + timedelta(days=2)
