"""Over random histories, rules, zones and calendars the policy never allows what it forbids, and the next moment that
it names is the earliest one (checked by brute force, half an hour by half an hour)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sales.contact_policy.plainly import clock_warns, forbids
from vedu.clients.channel import Channel
from vedu.foundation.values.working_calendar import Changes
from vedu.sales.contact_policy.decision import ContactVerdict
from vedu.sales.contact_policy.history import History, Past
from vedu.sales.contact_policy.hours import Clock
from vedu.sales.contact_policy.policy import Whom, decide
from vedu.sales.contact_policy.rules import Hours, Rules

STEP = timedelta(minutes=30)
AHEAD = 75 * 48  # steps: longer than a month's limit, a rest and the holidays after it
ZONES = "Europe/Moscow Europe/Kaliningrad Asia/Vladivostok Asia/Kolkata Europe/Berlin America/St_Johns UTC".split()
# New Year's holidays, May, a Saturday that is worked, summer time that begins and ends.
STARTS = [
    datetime(2025, 12, 26, tzinfo=UTC),
    datetime(2026, 4, 28, tzinfo=UTC),
    datetime(2025, 10, 29, tzinfo=UTC),
    datetime(2026, 3, 26, tzinfo=UTC),
    datetime(2026, 10, 22, tzinfo=UTC),
]
ME, COLLEAGUE = 1, 2
CHANNELS = [Channel.CALL, Channel.EMAIL, Channel.MESSENGER, Channel.MEETING, Channel.VISIT]

steps = st.integers(0, 14 * 48)
half_hours = st.builds(lambda hour, half: time(hour, 30 * half), st.integers(7, 20), st.integers(0, 1))
spans = st.tuples(half_hours, half_hours).filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Hours(*pair))
few_days = st.integers(0, 6).map(lambda days: timedelta(days=days))


@st.composite
def rules(draw: st.DrawFn) -> Rules:
    return Rules(
        usual=draw(spans),
        outer=draw(spans),
        outer_on_days_off=draw(st.none() | spans),
        most_a_day=draw(st.integers(0, 3)),
        most_a_week=draw(st.integers(0, 5)),
        most_a_month=draw(st.integers(0, 8)),
        most_unanswered=draw(st.integers(0, 4)),
        rest_after_unanswered=draw(few_days),
        between=draw(st.integers(0, 12)) * STEP,
        after_refusal=draw(few_days),
        need_consent=draw(st.frozensets(st.sampled_from(CHANNELS), max_size=1)),
    )


@st.composite
def pasts(draw: st.DrawFn, start: datetime) -> list[Past]:
    def one() -> Past:
        is_ours, answered, refused, back = (draw(st.booleans()) for _ in range(4))
        return Past(
            start + draw(steps) * STEP, is_ours, answered, refused, back, draw(st.sampled_from([ME, COLLEAGUE]))
        )

    return [one() for _ in range(draw(st.integers(0, 10)))]


@st.composite
def calendars(draw: st.DrawFn, start: date) -> Changes:
    days = st.integers(0, 40).map(lambda ahead: start + timedelta(days=ahead))
    some = st.frozensets(days, max_size=4)
    return Changes(days_off=draw(some), working_days=draw(some), short_days=draw(some))


@st.composite
def questions(draw: st.DrawFn) -> tuple[Whom, list[Past], str, datetime, Rules]:
    start = draw(st.sampled_from(STARTS))
    touches, channels = draw(pasts(start)), st.frozensets(st.sampled_from(CHANNELS), max_size=2)
    whom = Whom(
        clock=Clock(ZoneInfo(draw(st.sampled_from(ZONES))), draw(calendars(start.date()))),
        closed=draw(channels) if draw(st.integers(0, 4)) == 0 else frozenset(),
        consented=draw(channels),
        best_hours=draw(st.frozensets(st.integers(6, 21), max_size=3)),
        history=History(touches),
    )
    moment = start + draw(steps) * STEP
    known = [touch for touch in touches if touch.at <= moment]
    return whom, known, draw(st.sampled_from(CHANNELS)), moment, draw(rules())


@given(questions())
@settings(max_examples=300, deadline=None)
def test_it_forbids_what_the_rules_forbid_and_says_why(question: tuple[Whom, list[Past], str, datetime, Rules]) -> None:
    whom, touches, channel, moment, held = question
    decision = decide(whom, channel, moment, ME, held)
    expected = forbids(whom, touches, channel, moment, held)
    assert {one.code for one in decision.objections if one.is_hard} == expected
    assert (decision.verdict == ContactVerdict.BLOCK) == bool(expected)
    told = {one.code for one in decision.objections} & {"day-off", "unusual-hour", "other-hour"}
    assert told == clock_warns(whom, channel, moment, held)


@given(questions())
@settings(max_examples=80, deadline=None)
def test_the_next_moment_is_the_earliest_that_is_allowed(
    question: tuple[Whom, list[Past], str, datetime, Rules],
) -> None:
    whom, touches, channel, moment, held = question
    ahead = [moment + number * STEP for number in range(AHEAD)]
    free = (at for at in ahead if not forbids(whom, touches, channel, at, held))
    assert decide(whom, channel, moment, ME, held).next_at == next(free, None)


@given(questions())
@settings(max_examples=80, deadline=None)
def test_the_better_moment_is_the_earliest_with_no_warning_of_the_clock(
    question: tuple[Whom, list[Past], str, datetime, Rules],
) -> None:
    whom, touches, channel, moment, held = question
    ahead = [moment + number * STEP for number in range(AHEAD)]
    good = (
        at for at in ahead
        if not forbids(whom, touches, channel, at, held) and not clock_warns(whom, channel, at, held)
    )  # fmt: skip
    found = decide(whom, channel, moment, ME, held).better_at
    assert found == next(good, None)
