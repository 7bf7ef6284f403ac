"""GET /day/fit: planned hours and reasons, put into the page after it has come."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.day.morning import DAY, HOUR, MIDNIGHT, NOW, entry, morning, page_of, row_of
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.substitution import plan_absence
from vedu.foundation.people.user import User
from vedu.sales.contact_policy.contact_rule import ContactRule
from vedu.sales.time_budgets.time_budget import TimeBudget
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task


@pytest.fixture(autouse=True)
def tuesday():
    with morning():
        yield


def fit_url(page: str) -> str:
    """Where the page says that its fit comes from."""
    found = re.search(r'hx-get="(/day/fit[^"]*)"', page)
    assert found
    return found[1].replace("&amp;", "&")


def fit_of(user: User, address: str = "/day/") -> str:
    response = visitor(user).get(fit_url(page_of(user, address)), headers=HTMX)
    assert response.status_code == 200
    return text_of(response)


def far(task: Task) -> Task:
    """The client lives where it is evening already."""
    Client.objects.filter(pk=task.client_id).update(time_zone="Pacific/Auckland")
    return task


def test_the_page_asks_for_the_fit_of_what_it_shows(cast: Cast) -> None:
    first, second = entry(cast, position=2), entry(cast)
    page = page_of(cast.anna)
    asked = parse_qs(urlsplit(fit_url(page)).query)
    assert asked["shown"] == [f"{first.pk}.{second.pk}"]
    assert asked["now"] == [str(first.pk)]
    assert f'id="fit-{first.pk}"' in page
    assert 'class="laid"' not in page


def test_hours_reasons_and_blocks_come_out_of_band(cast: Cast) -> None:
    first, shut = entry(cast, position=2, minutes=30), far(entry(cast))
    html = fit_of(cast.anna)
    assert f'<small class="v-num" id="fit-at-{first.pk}" hx-swap-oob="true">at 10:20</small>' in html
    assert f'id="fit-{shut.pk}" hx-swap-oob="true">Better not today: outside of the usual hours' in html
    assert f'id="fit-at-{shut.pk}"' not in html
    assert 'id="day-ruler"' in html
    assert '<i class="laid" style="--m:620;--d:30">' in html
    assert "1 of 2 entries fit into the working hours" in html


def test_what_has_its_hour_keeps_it_and_needs_no_mark(cast: Cast) -> None:
    promised = entry(cast, NOW + HOUR)
    html = fit_of(cast.anna)
    assert f"fit-at-{promised.pk}" not in html
    assert '<i class="today" style="--m:680;--d:15">' in html


def test_the_order_of_the_list_is_not_touched(cast: Cast) -> None:
    first, hurries = entry(cast, position=2, minutes=60), entry(cast)
    Client.objects.filter(pk=hurries.client_id).update(time_zone="Asia/Vladivostok")
    html = fit_of(cast.anna)
    assert f'id="fit-at-{hurries.pk}" hx-swap-oob="true">at 10:20' in html
    page = page_of(cast.anna)
    assert page.index(f"entry-{first.pk}") < page.index(f"entry-{hurries.pk}")


def test_now_is_somebody_who_may_be_reached_now(cast: Cast) -> None:
    shut, good = far(entry(cast, position=2)), entry(cast)
    address = re.search(r'hx-get="(/day/\?now=\d+)"', fit_of(cast.anna))
    assert address
    queue = text_of(visitor(cast.anna).get(address[1], headers=HTMX))
    assert "<html" not in queue
    assert "v-entry now" in row_of(queue, good)
    assert "v-entry now" not in row_of(queue, shut)
    assert "the clients before it may not be disturbed at this hour" in queue
    again = text_of(visitor(cast.anna).get(fit_url(queue), headers=HTMX))
    assert "/day/?now=" not in again


def test_when_nobody_may_be_reached_the_first_stays(cast: Cast) -> None:
    far(entry(cast, position=2))
    far(entry(cast))
    assert "/day/?now=" not in fit_of(cast.anna)


def test_tomorrow_is_fitted_too(cast: Cast) -> None:
    task = entry(cast, MIDNIGHT + DAY, has_time=False)
    html = fit_of(cast.anna, "/day/tomorrow/")
    assert f'id="fit-at-{task.pk}" hx-swap-oob="true">at 09:00' in html


def test_an_empty_day_asks_for_nothing(cast: Cast) -> None:
    assert "/day/fit" not in page_of(cast.anna)
    assert "/day/fit" not in page_of(cast.anna, "/day/done/")


def test_without_scripts_the_fit_is_a_page_with_the_way_back(cast: Cast) -> None:
    task = far(entry(cast))
    page = page_of(cast.anna, fit_url(page_of(cast.anna)))
    assert "<h1>How the day fits into working hours</h1>" in page
    assert "Better not today: outside of the usual hours" in page
    assert f'href="/deals/{task.deal_id}/"' in page
    assert 'href="/day/"' in page
    assert "How the day fits into working hours" in page_of(cast.anna, "/day/fit")


def test_after_the_hours_it_is_said_once(cast: Cast) -> None:
    task = entry(cast, kind=TaskKind.EMAIL)
    with morning(NOW + 9 * HOUR):
        html = fit_of(cast.anna)
    assert "The working hours of today are over." in html
    assert f"fit-{task.pk}" not in html


def test_somebody_else_s_tasks_are_not_shown(cast: Cast) -> None:
    theirs = entry(cast, owner=cast.igor, title="Secret")
    html = text_of(visitor(cast.anna).get(f"/day/fit?shown={theirs.pk}.junk.99999999999999999999", headers=HTMX))
    assert f"fit-at-{theirs.pk}" not in html
    assert "Secret" not in page_of(cast.anna, f"/day/fit?shown={theirs.pk}")


def test_a_head_and_a_substitute_see_the_fit_of_the_person(cast: Cast) -> None:
    task = entry(cast)
    address = f"/day/?person={cast.anna.pk}"
    assert f"fit-at-{task.pk}" in fit_of(cast.sergey, address)
    plan_absence(cast.anna, by=cast.anna, from_on=NOW.date(), substitute=cast.igor)
    assert f"fit-at-{task.pk}" in fit_of(cast.igor, address)


def test_a_teammate_and_an_outsider_do_not_and_a_stranger_signs_in(cast: Cast) -> None:
    entry(cast)
    address = f"/day/fit?person={cast.anna.pk}"
    for who in (cast.igor, cast.olga):
        assert visitor(who).get(address).status_code == 404
    assert is_sign_in(visitor().get(address))


def test_the_fit_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    """With rules of contact and budgets by segment."""
    for position in (0, 0, 2, 3):
        entry(cast, position=position).client.describe(by=cast.anna, city="Kirov")
    entry(cast).complete(by=cast.anna)
    kirov = Segment.define("Cold", [{"field": "city", "op": "in", "values": ["Kirov"]}], by=cast.vera)
    ContactRule.decide([(kirov, {"most_a_week": 9}), (None, {})], by=cast.vera)
    TimeBudget.decide([(kirov, 30)], by=cast.vera)
    browser, url = visitor(cast.anna), fit_url(page_of(cast.anna))
    browser.get(url, headers=HTMX)
    with django_assert_max_num_queries(12):
        html = text_of(browser.get(url, headers=HTMX))
    assert "is used up" in html
