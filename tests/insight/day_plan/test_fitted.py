"""The day fitted to the hours of its seller and of his clients."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.day.morning import DAY, HOUR, MIDNIGHT, NOW, entry, morning
from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.calendar_day import CalendarDay, DayKind
from vedu.foundation.people.user import User
from vedu.insight.day_plan.fit_words import note_of
from vedu.insight.day_plan.fitted import DayFit, Fit, Trouble, fitted
from vedu.insight.day_plan.plan import day_plan
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.time_budgets.time_budget import TimeBudget
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def moscow():
    with morning(), translation.override("en"), timezone.override("Europe/Moscow"):
        yield


def fit_of(user: User, now: datetime = NOW, on: date = TODAY) -> DayFit:
    plan = day_plan(user, None if on == TODAY else on, now)
    return fitted(user, plan, on, now)


def one_of(found: DayFit, task: Task) -> Fit:
    return next(one for one in found.fits if one.entry.task.pk == task.pk)


def hour_of(found: DayFit, task: Task) -> str | None:
    at = one_of(found, task).start_at
    return at and timezone.localtime(at).strftime("%H:%M")


def live_in(task: Task, zone: str) -> None:
    Client.objects.filter(pk=task.client_id).update(time_zone=zone)


def test_entries_fill_the_hours_from_now_on_around_what_is_promised(cast: Cast) -> None:
    rich = entry(cast, position=2, minutes=30)
    poor = entry(cast, minutes=45)
    meeting = entry(cast, NOW + HOUR, kind=TaskKind.MEETING, minutes=60)
    cast.deal(client=meeting.client)
    found = fit_of(cast.anna)
    assert hour_of(found, rich) == "10:20"
    assert hour_of(found, meeting) == "11:20"
    assert hour_of(found, poor) == "12:20"


def test_an_evening_that_comes_at_eleven_is_called_first(cast: Cast) -> None:
    rich, far = entry(cast, position=2, minutes=60), entry(cast, minutes=15)
    live_in(far, "Asia/Vladivostok")
    found = fit_of(cast.anna)
    assert (hour_of(found, far), hour_of(found, rich)) == ("10:20", "10:35")
    assert [one.entry.task.pk for one in found.fits] == [rich.pk, far.pk]


def test_whose_evening_has_come_is_told_with_the_next_moment(cast: Cast) -> None:
    far = entry(cast)
    live_in(far, "Asia/Vladivostok")
    one = one_of(fit_of(cast.anna, NOW + 2 * HOUR), far)
    assert (one.start_at, one.trouble) == (None, Trouble.NOT_THIS_DAY)
    assert not one.is_good_now
    note = note_of(one, timezone.get_current_timezone(), is_today=True)
    assert note == (
        "Better not today: outside of the usual hours, 09:00–18:00 by his clock. "
        "Better from Wed 25\u00a0November, 02:00."
    )


def test_letters_and_own_work_wait_for_nobody(cast: Cast) -> None:
    letter, paper = entry(cast, kind=TaskKind.EMAIL), entry(cast, kind=TaskKind.DOCUMENT)
    live_in(letter, "Asia/Vladivostok")
    found = fit_of(cast.anna, NOW + 2 * HOUR)
    assert {hour_of(found, letter), hour_of(found, paper)} == {"12:20", "12:35"}


def test_a_limit_forbids_the_day(cast: Cast) -> None:
    task = entry(cast)
    for days in range(1, 6):
        task.deal.log_touch(by=cast.anna, channel="call", outcome="talked", at=NOW - days * DAY)
    one = one_of(fit_of(cast.anna), task)
    assert one.trouble == Trouble.NOT_THIS_DAY
    assert one.obstacle is not None
    assert (one.obstacle.code, one.obstacle.is_hard) == ("week-limit", True)
    note = note_of(one, timezone.get_current_timezone(), is_today=True)
    assert note.startswith("Not today: in 7 days he has had 5 touches from us, at most 5. Possible from Thu 26")


def test_two_calls_to_one_client_stand_apart_and_the_third_says_why_it_has_no_hour(cast: Cast) -> None:
    first = entry(cast, position=2)
    more = [entry(cast), entry(cast)]
    Task.objects.filter(pk__in=[task.pk for task in more]).update(client=first.client)
    found = fit_of(cast.anna)
    assert [hour_of(found, task) for task in (first, *more)] == ["10:20", "13:20", None]
    note = note_of(one_of(found, more[1]), timezone.get_current_timezone(), is_today=True)
    assert note.startswith("Not today: ")
    assert "Possible from Wed 25" in note


def test_hours_that_a_client_likes_are_kept(cast: Cast) -> None:
    task = entry(cast)
    ContactPreference.state(task.client, by=cast.anna, hours=[16])
    assert hour_of(fit_of(cast.anna), task) == "16:00"


def test_what_finds_no_room_says_so_and_stays(cast: Cast) -> None:
    long, longer = entry(cast, position=2, minutes=400), entry(cast, minutes=200)
    found = fit_of(cast.anna)
    assert (hour_of(found, long), one_of(found, longer).trouble) == ("10:20", Trouble.NO_TIME)
    assert found.laid == 1


def test_a_short_day_ends_an_hour_earlier(cast: Cast) -> None:
    task = entry(cast, minutes=420)
    assert hour_of(fit_of(cast.anna), task) == "10:20"
    CalendarDay.decide(TODAY, DayKind.SHORT, by=cast.vera)
    assert one_of(fit_of(cast.anna), task).trouble == Trouble.NO_TIME


def test_a_day_off_has_no_hours(cast: Cast) -> None:
    task, promised = entry(cast), entry(cast, NOW + HOUR)
    CalendarDay.decide(TODAY, DayKind.OFF, by=cast.vera)
    found = fit_of(cast.anna)
    assert found.day.is_day_off
    assert (hour_of(found, task), hour_of(found, promised)) == (None, "11:20")
    assert one_of(found, promised).trouble is None or one_of(found, promised).trouble == Trouble.NOT_AT_ITS_HOUR


def test_when_the_hours_are_over_nothing_fits(cast: Cast) -> None:
    task = entry(cast)
    found = fit_of(cast.anna, NOW + 9 * HOUR)
    assert (found.day.hours, found.day.is_day_off, one_of(found, task).trouble) == (None, False, Trouble.NO_TIME)


def test_an_hour_that_has_passed_binds_no_more(cast: Cast) -> None:
    just, early = entry(cast, NOW - timedelta(minutes=20)), entry(cast, NOW - HOUR)
    found = fit_of(cast.anna)
    assert (hour_of(found, just), hour_of(found, early)) == ("10:20", "10:35")


def test_a_promised_hour_is_kept_though_the_policy_forbids_it_and_says_so(cast: Cast) -> None:
    task = entry(cast, NOW + 8 * HOUR)
    live_in(task, "Asia/Vladivostok")
    one = one_of(fit_of(cast.anna), task)
    assert (one.start_at, one.trouble) == (NOW + 8 * HOUR, Trouble.NOT_AT_ITS_HOUR)
    assert note_of(one, UTC, is_today=True).startswith("Not at this hour: quiet hours at the client")


def test_a_day_ahead_begins_in_the_morning(cast: Cast) -> None:
    task = entry(cast, MIDNIGHT + DAY, has_time=False)
    found = fit_of(cast.anna, on=TODAY + DAY)
    assert hour_of(found, task) == "09:00"
    assert found.good_now == frozenset()


def test_the_hours_are_those_of_him_whose_day_it_is(cast: Cast) -> None:
    task = entry(cast)
    live_in(task, "Asia/Yekaterinburg")
    cast.anna.time_zone = "Asia/Yekaterinburg"
    cast.anna.save()
    assert hour_of(fit_of(cast.anna, NOW - 5 * HOUR), task) == "07:00"  # nine at her place, seven in Moscow


def test_however_many_entries_the_queries_are_the_same(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(6):
        entry(cast)
    plan = day_plan(cast.anna, None, NOW)
    with django_assert_max_num_queries(8):
        assert len(fitted(cast.anna, plan, TODAY, NOW).fits) == 6


def budget(cast: Cast, minutes: int, *tasks: Task) -> Segment:
    """For the clients of these tasks, who live in Kirov."""
    for task in tasks:
        task.client.describe(by=cast.anna, city="Kirov")
    kirov = Segment.define("Cold", [{"field": "city", "op": "in", "values": ["Kirov"]}], by=cast.vera)
    TimeBudget.decide([(kirov, minutes)], by=cast.sergey)
    return kirov


def test_beyond_its_budget_a_segment_comes_after_all_others_and_says_why(cast: Cast) -> None:
    cold = entry(cast, position=2, minutes=45), entry(cast, position=2, minutes=45)
    other = entry(cast, minutes=20)
    budget(cast, 60, *cold)
    found = fit_of(cast.anna)
    assert [hour_of(found, task) for task in (*cold, other)] == ["10:20", "11:25", "11:05"]
    late = one_of(found, cold[1])
    assert late.beyond is not None
    assert note_of(late, UTC, is_today=True) == (
        "The time budget of the segment “Cold” for the day is used up: 60 min."
    )
    assert one_of(found, cold[0]).beyond is None


def test_minutes_of_what_is_done_today_are_spent(cast: Cast) -> None:
    done, task = entry(cast, minutes=50), entry(cast, minutes=20)
    budget(cast, 60, done, task)
    done.complete(by=cast.anna, at=NOW - HOUR)
    found = fit_of(cast.anna)
    assert one_of(found, task).beyond is not None
    assert [(use.spent, use.planned, use.beyond) for use in found.uses] == [(50, 0, 20)]


def test_a_promised_hour_is_kept_beyond_the_budget(cast: Cast) -> None:
    promised = entry(cast, NOW + HOUR, minutes=90)
    budget(cast, 60, promised)
    one = one_of(fit_of(cast.anna), promised)
    assert (one.start_at, one.beyond) == (NOW + HOUR, None)
