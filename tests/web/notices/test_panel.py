"""«Important» on my day."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.notices.news import told
from tests.web.visitor import HTMX, text_of, visitor
from vedu.foundation.people.notice import Notice
from vedu.web.notices.panel import groups_of


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_one_group_names_the_first_few_and_counts_the_rest(cast: Cast) -> None:
    told(cast.anna, 13)
    (group,) = groups_of(cast.anna)
    assert group.heading == "Go back to the base in 7 days"
    assert [one.name for one in group.named] == ["Client 0", "Client 1", "Client 2"]
    assert group.named[0].url == "/clients/1/"
    assert (group.more, group.url) == ("and 10 more", "/clients/?scope=mine&state=soon&sort=hold")


def test_the_most_urgent_stand_first(cast: Cast) -> None:
    told(cast.anna, kind="hold.ended")
    told(cast.anna, days=7)
    told(cast.anna, kind="neglect.began")
    told(cast.anna, days=1)
    assert [group.heading for group in groups_of(cast.anna)] == [
        "Go back to the base tomorrow",
        "Go back to the base in 7 days",
        "Left alone: plan a step or talk",
        "Went back to the base",
    ]


def test_a_warning_whose_day_is_over_is_left_to_the_page(cast: Cast) -> None:
    told(cast.anna, days=-1)
    assert groups_of(cast.anna) == []
    assert "Client 0" in text_of(visitor(cast.anna).get("/notices/"))


def test_it_stands_on_the_own_day_only(cast: Cast) -> None:
    told(cast.anna, 2)
    assert "Client 0" in text_of(visitor(cast.anna).get("/day/"))
    assert "Client 0" not in text_of(visitor(cast.igor).get("/day/"))
    assert "Client 0" not in text_of(visitor(cast.sergey).get(f"/day/?person={cast.anna.pk}"))


def test_read_ones_leave_the_panel(cast: Cast) -> None:
    told(cast.anna, 2)
    told(cast.anna, kind="hold.ended")
    (first, _second) = groups_of(cast.anna)
    part = text_of(visitor(cast.anna).post("/notices/reads", {"ids": first.ids}, headers=HTMX))
    assert part.startswith('<section class="v-panel v-important" id="important">')
    assert "Client 0" not in part
    assert "Client 2" in part
    assert Notice.objects.unread().count() == 1


def test_it_asks_the_database_once(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    told(cast.anna, 20)
    groups_of(cast.anna)
    with django_assert_num_queries(1):
        groups_of(cast.anna)
