"""The client's clock beside ours."""

import pytest
from django.utils import timezone, translation

from tests.web.day.morning import HOUR, NOW
from tests.web.day.rows import task_row
from vedu.sales.touches.channel import TaskKind
from vedu.web.day.their_clock import their_hour
from vedu.web.shell.clock import Clock


@pytest.fixture(autouse=True)
def moscow():
    with translation.override("en"), timezone.override("Europe/Moscow"):
        yield


def said(**facts: object) -> str:
    return their_hour(task_row(**facts), Clock.here(NOW))


def test_at_the_hour_of_the_call_their_clock_will_show_another() -> None:
    assert said(client_time_zone="Asia/Tomsk") == "Their time will be 16:20"


def test_a_call_without_an_hour_sees_their_clock_of_now() -> None:
    assert said(client_time_zone="Asia/Tomsk", has_time=False) == "Their time is 14:20"
    assert said(client_time_zone="Asia/Tomsk", due_at=NOW - HOUR) == "Their time is 14:20"


def test_the_region_tells_the_zone_that_is_not_known() -> None:
    assert said(client_region="70") == "Their time will be 16:20"


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"client_time_zone": "Europe/Moscow"},
        {"client_time_zone": "Europe/Minsk"},
        {"client_time_zone": "Mars/Olympus"},
        {"client_time_zone": "Asia/Tomsk", "kind": TaskKind.DOCUMENT},
    ],
)
def test_nothing_is_said_when_the_clocks_agree_or_nobody_is_talked_to(facts: dict[str, str]) -> None:
    assert said(**facts) == ""
