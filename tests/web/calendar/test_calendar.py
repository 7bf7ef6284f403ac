"""GET /calendar/: the week and the month of a person and of his people."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.reminders.clock import NOON, moscow, task
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.roles import Visibility
from vedu.foundation.people.substitution import plan_absence
from vedu.foundation.people.user import User
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.touches.task import Task
from vedu.web.calendar.period import Period, View


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


def page(user: User, query: str = "") -> str:
    answer = visitor(user).get(f"/calendar/{query}")
    assert answer.status_code == 200
    return text_of(answer)


def test_a_week_has_the_hours_and_the_strip(cast: Cast) -> None:
    timed = task(cast, moscow(25, 15), minutes=60)
    whole = task(cast, moscow(26, 0), has_time=False, title="Send the papers")
    shown = page(cast.anna)
    assert "23–29\u00a0November 2026" in shown
    assert f'id="ev-{timed.pk}"' in shown.split('<div class="hours">')[3]
    strip = shown.split('data-on="2026-11-26">')[1].split('<div class="hours">')[0]
    assert f'id="ev-{whole.pk}"' in strip
    assert "Send the papers" in strip
    assert 'class="now"' in shown


def test_hours_grow_to_what_stands_there(cast: Cast) -> None:
    assert 'data-first="8" data-last="20"' in page(cast.anna)
    task(cast, moscow(25, 6, 30))
    task(cast, moscow(25, 23, 50))
    assert 'data-first="6" data-last="24"' in page(cast.anna)


def test_days_off_have_no_working_hours(cast: Cast) -> None:
    shown = page(cast.anna)
    assert shown.count('class="works"') == 5
    assert shown.count("day off</span>") == 2
    assert page(cast.anna, "?on=2026-12-31").count('class="works"') < 5


def test_what_was_done_stays_and_is_not_moved(cast: Cast) -> None:
    done = task(cast, NOON)
    done.complete(by=cast.anna, at=NOON)
    mark = page(cast.anna).split(f'id="ev-{done.pk}"')[0].rpartition("<li")[2]
    assert "done" in mark
    assert "moves" not in mark


def test_a_month_says_how_many_more(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    for hour in range(9, 15):
        task(cast, moscow(25, hour), client=client)
    BusinessEvent.plan(by=cast.anna, name="RosUpack", starts_on=date(2026, 11, 25), ends_on=date(2026, 11, 26))
    shown = page(cast.anna, "?view=month")
    assert "November 2026" in shown
    assert "4 more" in shown
    assert shown.count("RosUpack") == 2
    assert 'data-on="2026-10-26"' in shown


def test_whose_calendar_is_open_to_whom(cast: Cast) -> None:
    mine = task(cast, NOON, title="A secret plan")
    anna = f"?person={cast.anna.pk}"
    for head in (cast.sergey, cast.vera, cast.adam):
        assert "A secret plan" in page(head, anna)
        assert f'id="ev-{mine.pk}"' in page(head, "?person=team")
    for other in (cast.igor, cast.olga, cast.boris):
        assert visitor(other).get(f"/calendar/{anna}").status_code == 404
        assert "A secret plan" not in page(other)
        assert visitor(other).get("/calendar/?person=team").status_code == 404
    assert is_sign_in(visitor().get("/calendar/"))


def test_a_substitute_sees_and_moves_the_absent_ones(cast: Cast) -> None:
    mine = task(cast, NOON)
    plan_absence(cast.anna, by=cast.anna, from_on=date(2026, 11, 24), substitute=cast.igor, at=NOON)
    shown = page(cast.igor, f"?person={cast.anna.pk}")
    assert f'id="ev-{mine.pk}"' in shown
    assert "moves" in shown.split(f'id="ev-{mine.pk}"')[0].rpartition("<li")[2]


def test_colleagues_are_busy_without_words(cast: Cast) -> None:
    User.objects.filter(pk=cast.igor.pk).update(visibility=Visibility.OWN)
    task(cast, moscow(25, 15), minutes=60, title="A secret plan")
    plan_absence(cast.sergey, by=cast.sergey, from_on=date(2026, 11, 26), till_on=date(2026, 11, 26), at=NOON)
    shown = page(User.objects.get(pk=cast.igor.pk))
    assert "busy 15:00–16:00" in shown
    assert "A secret plan" not in shown
    assert "Northern Bakery" not in shown
    assert shown.count('<span class="away">vacation</span>') == 1
    assert "Olga Orlova" not in shown, "another team"


def test_a_moved_task_is_shown_where_it_stands_now(cast: Cast) -> None:
    mine = task(cast, NOON)
    headers = {**HTMX, "HX-Current-URL": "http://testserver/calendar/?on=2026-12-01"}
    said = {"step_on": "2026-12-02", "step_time": "16:30"}
    answer = visitor(cast.anna).post(f"/tasks/{mine.pk}/due?page=calendar", said, headers=headers)
    shown = text_of(answer)
    assert 'hx-swap-oob="outerHTML"' in shown
    assert 'data-on="2026-12-02" data-at="16:30"' in shown
    assert "undo_url" in answer.headers["HX-Trigger"]
    mine.refresh_from_db()
    assert (mine.due_at, mine.revision) == (moscow(2, 16, 30, month=12), 1)


def test_a_step_is_planned_where_it_was_pressed(cast: Cast) -> None:
    deal = cast.deal()
    browser = visitor(cast.anna)
    form = text_of(browser.get("/calendar/steps/new/?on=2026-11-26&time=10:30", headers=HTMX))
    assert 'value="2026-11-26"' in form
    assert 'value="10:30"' in form
    assert "Northern Bakery: Cake boxes" in form
    said = {
        "deal": deal.pk,
        "step_kind": "meeting",
        "step_on": "2026-11-26",
        "step_time": "10:30",
        "step_title": "Show",
    }
    answer = browser.post("/calendar/steps/new/", said, headers=HTMX)
    planned = Task.objects.get(title="Show")
    assert (planned.due_at, planned.deal_id, planned.assignee_id) == (moscow(26, 10, 30), deal.pk, cast.anna.pk)
    assert f'id="ev-{planned.pk}"' in text_of(answer)


@pytest.mark.parametrize("wrong", [{"deal": ""}, {"step_on": "soon"}, {"step_time": "25:99"}])
def test_what_was_typed_survives_a_refusal(cast: Cast, wrong: dict[str, str]) -> None:
    said = {"deal": str(cast.deal().pk), "step_kind": "call", "step_on": "2026-11-26", "step_title": "Ask again"}
    answer = visitor(cast.anna).post("/calendar/steps/new/", said | wrong)
    assert answer.status_code == 422
    assert 'value="Ask again"' in text_of(answer)
    assert not Task.objects.filter(title="Ask again").exists()


def test_who_may_plan_there(cast: Cast) -> None:
    said = {"deal": cast.deal().pk, "step_kind": "call", "step_on": "2026-11-26", "step_title": "Ask again"}
    for person, status in ((cast.igor, 403), (cast.olga, 404), (cast.boris, 403), (cast.sergey, 302)):
        assert visitor(person).post("/calendar/steps/new/", said).status_code == status
        assert Task.objects.filter(title="Ask again").exists() == (person == cast.sergey)
    assert is_sign_in(visitor().post("/calendar/steps/new/", said))


@pytest.mark.parametrize("query", ["", "?view=month", "?person=team"])
def test_a_calendar_costs_few_queries(
    cast: Cast, query: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = cast.client(owner=cast.anna)
    for number in range(40):
        task(cast, moscow(23, 9) + timedelta(hours=number), client=client)
    browser = visitor(cast.sergey)
    with django_assert_max_num_queries(10):
        browser.get(f"/calendar/{query}")


@pytest.mark.parametrize("said", ["nonsense", "9999-12-31", "0001-01-01", "2026-02-30"])
def test_a_day_that_cannot_be_is_today(cast: Cast, said: str) -> None:
    assert "23–29" in page(cast.anna, f"?on={said}")


def test_months_and_weeks_follow_each_other() -> None:
    month = Period(View.MONTH, date(2026, 1, 31))
    assert (month.first, month.last) == (date(2025, 12, 29), date(2026, 2, 1))
    assert (month.before, month.after) == (date(2025, 12, 31), date(2026, 2, 1))
    week = Period(View.WEEK, date(2026, 12, 31))
    assert week.heading("en") == "28\u00a0December – 3\u00a0January 2027"
    assert Period(View.MONTH, date(2026, 5, 2)).heading("ru") == "Май 2026"
