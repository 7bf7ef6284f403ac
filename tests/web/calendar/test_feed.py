"""GET /calendar/<secret>.ics: read by an independent parser, and by the strict one of the writer."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import time_machine
import vobject
from django.test import Client as Browser
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.reminders.clock import NOON, moscow, task
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.foundation.notices.feed_address import FeedAddress
from vedu.foundation.notices.notice_choice import NoticeChoice
from vedu.foundation.people.user import User
from vedu.sales.business_events.business_event import BusinessEvent


@pytest.fixture(autouse=True)
def _noon(cast: Cast) -> Any:
    User.objects.update(language="en")
    cast.anna.refresh_from_db()
    with time_machine.travel(NOON, tick=False):
        yield


def fetched(secret: str, **headers: str) -> Any:
    return Browser().get(f"/calendar/{secret}.ics", headers=headers)


def read(cast: Cast) -> Any:
    """By the other parser; it validates each component."""
    answer = fetched(FeedAddress.make(cast.anna))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    icalendar.Calendar.from_ical(answer.content)  # raises on anything that is not as RFC 5545 says
    calendar = vobject.readOne(answer.content.decode())
    calendar.validate(raiseException=True)
    return calendar


def test_what_has_an_hour_is_an_event_in_the_zone_of_the_person(cast: Cast) -> None:
    task(cast, moscow(25, 15), minutes=45)
    (event,) = read(cast).vevent_list
    assert event.dtstart.value == datetime(2026, 11, 25, 15, tzinfo=ZoneInfo("Europe/Moscow"))
    assert event.dtend.value - event.dtstart.value == timedelta(minutes=45)
    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Moscow"]
    assert event.summary.value == "Call: Northern Bakery. Call back"
    assert event.valarm.trigger.value == timedelta(minutes=-15)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Vladivostok", "America/New_York"])
def test_zones_with_and_without_summer_time(cast: Cast, zone: str) -> None:
    User.objects.filter(pk=cast.anna.pk).update(time_zone=zone)
    winter, summer = moscow(25, 15), moscow(20, 15, month=11) + timedelta(days=150)
    for moment in (winter, summer):
        task(cast, moment)
    assert sorted(event.dtstart.value for event in read(cast).vevent_list) == [winter, summer]


def test_a_task_of_a_day_is_a_promise(cast: Cast) -> None:
    task(cast, moscow(25, 0), has_time=False)
    done = task(cast, moscow(24, 0), has_time=False, title="Send the papers")
    done.complete(by=cast.anna, at=NOON)
    todos = {todo.summary.value: todo for todo in read(cast).vtodo_list}
    open_one, done_one = todos["Call: Northern Bakery. Call back"], todos["Call: Northern Bakery. Send the papers"]
    assert (open_one.due.value, open_one.status.value) == (date(2026, 11, 25), "NEEDS-ACTION")
    assert (done_one.status.value, done_one.completed.value) == ("COMPLETED", NOON)


def test_a_change_keeps_the_uid_and_raises_the_sequence(cast: Cast) -> None:
    call = task(cast, moscow(25, 15))
    (before,) = read(cast).vevent_list
    call.move_due(moscow(26, 15), by=cast.anna, at=NOON)
    (after,) = read(cast).vevent_list
    assert before.uid.value == after.uid.value
    assert (before.sequence.value, after.sequence.value) == ("0", "1")
    assert after.last_modified.value == NOON


def test_business_events_are_whole_days(cast: Cast) -> None:
    fair = BusinessEvent.plan(by=cast.anna, name="RosUpack", starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 3))
    fair.describe(by=cast.anna, place="Crocus Expo")
    (event,) = read(cast).vevent_list
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 12, 1), date(2026, 12, 4))
    assert (event.summary.value, event.location.value, event.sequence.value) == ("RosUpack", "Crocus Expo", "1")


def test_reminders_are_by_his_own_rule(cast: Cast) -> None:
    task(cast, moscow(25, 15))
    NoticeChoice.choose(cast.anna, ahead_minutes=60)
    assert read(cast).vevent_list[0].valarm.trigger.value == timedelta(hours=-1)
    NoticeChoice.choose(cast.anna, remind="morning")
    assert read(cast).vevent_list[0].valarm.trigger.value == moscow(25, 9)
    NoticeChoice.choose(cast.anna, remind="off")
    assert not hasattr(read(cast).vevent_list[0], "valarm")


def test_it_is_bounded_and_his_own(cast: Cast) -> None:
    task(cast, NOON - timedelta(days=31))
    task(cast, NOON + timedelta(days=181))
    task(cast, NOON, person=cast.igor)
    inside = task(cast, NOON - timedelta(days=29))
    (event,) = read(cast).vevent_list
    assert event.uid.value.startswith(f"task-{inside.pk}@")


def test_words_that_calendars_could_stumble_on(cast: Cast) -> None:
    title = "Скидка; 5%, «опт»\nBEGIN:VEVENT " + "ё" * 150
    task(cast, moscow(25, 15), title=title)
    (event,) = read(cast).vevent_list
    assert event.summary.value == f"Call: Northern Bakery. {title}"


def test_the_secret_opens_nothing_else_and_is_not_kept(cast: Cast) -> None:
    task(cast, moscow(25, 15))
    secret = FeedAddress.make(cast.anna)
    assert secret not in str(list(FeedAddress.objects.values()))
    assert fetched(secret).status_code == 200
    assert fetched(secret[:-1]).status_code == fetched("x").status_code == 404
    newer = FeedAddress.make(cast.anna)
    assert (fetched(secret).status_code, fetched(newer).status_code) == (404, 200)
    User.objects.filter(pk=cast.anna.pk).update(is_active=False)
    assert fetched(newer).status_code == 404


def test_nothing_is_sent_twice(cast: Cast) -> None:
    call = task(cast, moscow(25, 15))
    secret = FeedAddress.make(cast.anna)
    tag = fetched(secret).headers["ETag"]
    again = fetched(secret, if_none_match=tag)
    assert (again.status_code, again.content) == (304, b"")
    call.move_due(moscow(26, 15), by=cast.anna)
    assert fetched(secret, if_none_match=tag).status_code == 200


def test_a_feed_costs_five_queries(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client = cast.client(owner=cast.anna)
    for hour in range(20):
        task(cast, moscow(25, 9) + timedelta(hours=hour), client=client)
    secret = FeedAddress.make(cast.anna)
    with django_assert_num_queries(5):
        assert fetched(secret).status_code == 200


def test_a_person_makes_his_address_and_takes_it_away(cast: Cast) -> None:
    browser = visitor(cast.anna)
    page = browser.post("/me/calendar")
    assert page.headers["Cache-Control"] == "no-store"
    address = text_of(page).split("http://testserver")[1].split("<")[0]
    assert Browser().get(address).status_code == 200
    assert address not in text_of(browser.get("/me"))
    browser.post("/me/calendar", {"take_away": "1"})
    assert Browser().get(address).status_code == 404
    assert is_sign_in(visitor().post("/me/calendar"))
