"""/inquiry/speed/: how fast people answer, for heads."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.sales.inquiries.beginning import Arrival, begin
from vedu.web.inquiry.speed_page import SpeedPage
from vedu.web.inquiry.timer import Waiting, duration, timer_of
from vedu.web.shell.clock import Clock


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def answered(cast: Cast, minutes: int, number: int) -> None:
    """A week ago at noon of a working day, whatever today is."""
    day = timezone.localtime().date() - timedelta(days=2)
    while day.weekday() > 3:
        day -= timedelta(days=1)
    at = timezone.localtime().replace(year=day.year, month=day.month, day=day.day, hour=12, minute=number)
    came = Arrival(reach=f"+7917812304{number}", channel="form", is_here=False)
    begin(came, by=cast.anna, at=at).answer(by=cast.anna, channel="call", at=at + timedelta(minutes=minutes))


def test_the_median_and_the_share_are_drawn(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number, minutes in enumerate((5, 7, 40)):
        answered(cast, minutes, number)
    head = visitor(cast.sergey)
    head.get("/inquiry/speed/")
    with django_assert_max_num_queries(8):
        page = text_of(head.get("/inquiry/speed/?days=7"))
    assert "Anna Kotova" in page
    assert "67\u00a0%" in page
    (row,) = SpeedPage(cast.sergey, 30).rows
    assert (row.median, row.median_percent, row.share_percent, row.answered, row.is_low) == ("7:00", 100, 67, 3, True)


def test_an_empty_period_says_what_is_counted(cast: Cast) -> None:
    assert "Nobody came by himself" in text_of(visitor(cast.vera).get("/inquiry/speed/"))


def test_heads_see_it_and_nobody_else(cast: Cast) -> None:
    codes = [visitor(one).get("/inquiry/speed/").status_code for one in (cast.sergey, cast.vera, cast.anna, cast.boris)]
    assert codes == [200, 200, 403, 403]
    assert is_sign_in(visitor(None).get("/inquiry/speed/"))


def test_a_timer_turns_from_calm_to_over(cast: Cast) -> None:
    came = Arrival(reach="+79178123049", channel="form", is_here=False)
    inquiry = begin(came, by=cast.anna, at=timezone.now())
    assert inquiry.due_at is not None
    states = []
    for left in (14, 5, -3):
        timer = timer_of(Waiting.of(inquiry), Clock.here(inquiry.due_at - timedelta(minutes=left)))
        assert timer is not None
        states.append((timer.state, timer.text))
    assert states == [("calm", "14:00 left"), ("soon", "5:00 left"), ("over", "late by 3:00")]
    asleep = timer_of(Waiting.of(inquiry), Clock.here(inquiry.due_at - timedelta(minutes=20)))
    assert asleep is not None
    assert asleep.text.startswith("from ")
    assert [duration(seconds) for seconds in (5, 3660, 90_000)] == ["0:05", "1 h 1 min", "1 d"]
