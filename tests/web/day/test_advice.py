"""GET /day/advice: which entries it is time to stop working (DAY-3)."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.day.morning import entry, morning, page_of
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.substitution import plan_absence
from vedu.foundation.people.user import User
from vedu.insight.stage_norms.stage_norm import StageNorm
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task

SENTENCE = "Of the deals that stood here as long 2 of 64 were won"


@pytest.fixture(autouse=True)
def tuesday():
    with morning():
        yield


@pytest.fixture
def task(cast: Cast) -> Task:
    """Of a deal in its first stage for 23 days, where hardly any such was won."""
    rates = {"won": 310, "closed": 1000, "outstayed": [[9.0, 30, 200], [20.0, 2, 64]]}
    StageNorm.objects.create(stage=cast.stage(0), days=9.0, since=timezone.now(), spells=60, events=40, **rates)
    found = entry(cast)
    since = timezone.now() - timedelta(days=23, hours=2)
    Deal.objects.filter(pk=found.deal_id).update(stage_since=since, opened_at=since)
    return found


def advice(user: User, *tasks: Task, person: User | None = None) -> str:
    query = f"?shown={'.'.join(str(one.pk) for one in tasks)}" + (f"&person={person.pk}" if person else "")
    response = visitor(user).get(f"/day/advice{query}", headers=HTMX)
    assert response.status_code == 200
    return text_of(response)


def test_the_page_asks_for_it_after_it_has_come(cast: Cast, task: Task) -> None:
    page = page_of(cast.anna)
    assert f'hx-get="/day/advice?shown={task.pk}"' in page.replace("&amp;", "&")
    assert f'id="stop-{task.pk}"' in page
    assert "Time to stop" not in page


def test_an_entry_of_a_deal_without_odds_says_so_with_the_way_on(cast: Cast, task: Task) -> None:
    html = advice(cast.anna, task, entry(cast))
    assert html.count("Time to stop working this deal") == 1
    assert f'id="stop-{task.pk}" hx-swap-oob="true"' in html
    assert SENTENCE in html
    assert f'href="/deals/{task.deal_id}/closings?result=postponed"' in html
    assert f'href="/deals/{task.deal_id}/closings?result=lost"' in html
    assert "closing" in page_of(cast.anna, f"/deals/{task.deal_id}/closings?result=lost")


def test_the_card_says_the_same(cast: Cast, task: Task) -> None:
    assert SENTENCE in page_of(cast.anna, f"/deals/{task.deal_id}/")


def test_a_head_reads_it_and_a_substitute_may_act(cast: Cast, task: Task) -> None:
    assert SENTENCE in advice(cast.sergey, task, person=cast.anna)
    assert "closings" not in advice(cast.sergey, task, person=cast.anna)
    plan_absence(cast.anna, by=cast.anna, from_on=timezone.localdate(), substitute=cast.igor)
    assert "closings?result=lost" in advice(cast.igor, task, person=cast.anna)


def test_a_teammate_an_outsider_and_a_stranger_get_nothing(cast: Cast, task: Task) -> None:
    for who in (cast.igor, cast.olga):
        assert visitor(who).get(f"/day/advice?person={cast.anna.pk}&shown={task.pk}").status_code == 404
        assert "Time to stop" not in advice(who, task)
    assert is_sign_in(visitor().get("/day/advice"))


def test_it_costs_few_queries(cast: Cast, task: Task, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    tasks = [task, *(entry(cast) for _number in range(4))]
    advice(cast.anna, *tasks)
    with django_assert_max_num_queries(6):
        advice(cast.anna, *tasks)
