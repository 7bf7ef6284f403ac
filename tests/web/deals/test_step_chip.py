from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from vedu.sales.touches.channel import TaskKind
from vedu.web.deals.step_chip import StepChip, StepState, step_chip, step_state
from vedu.web.deals.step_nouns import NOUNS

ZONE = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 24, 9, 2, tzinfo=UTC)  # Tuesday, 12:02 in Moscow
MIDNIGHT = datetime(2026, 11, 23, 21, tzinfo=UTC)


def chip(
    due_at: datetime | None, *, has_time: bool = True, kind: str | None = "call", language: str = "ru"
) -> StepChip:
    with translation.override(language):
        return step_chip(kind, due_at, has_time, NOW, ZONE)


def words(due_at: datetime | None, **facts: object) -> str:
    return chip(due_at, **facts).words.replace("\u00a0", " ")


def test_a_deal_without_a_step_says_so_in_yellow() -> None:
    assert chip(None) == StepChip(StepState.NONE, "help-circle", "Шага нет")
    assert chip(None, language="en").words == "No step"


def test_a_step_of_another_day_is_called_by_its_day() -> None:
    assert words(NOW - timedelta(days=1)) == "Звонок · вчера"
    assert words(NOW + timedelta(days=1)) == "Звонок · завтра"
    assert words(NOW + timedelta(days=2), kind="meeting") == "Встреча · чт 26"
    assert words(NOW + timedelta(days=2), kind="meeting", language="en") == "Meeting · Thu 26"


def test_a_step_of_today_is_called_by_its_hour_when_it_has_one() -> None:
    assert words(NOW + timedelta(hours=2)) == "Звонок · 14:02"
    assert words(MIDNIGHT, has_time=False) == "Звонок · сегодня"


def test_a_step_is_overdue_from_its_minute() -> None:
    assert chip(NOW - timedelta(minutes=1)).state == StepState.OVERDUE
    assert chip(NOW).state == StepState.TODAY


def test_a_step_without_an_hour_is_overdue_when_its_day_is_over() -> None:
    assert chip(MIDNIGHT, has_time=False).state == StepState.TODAY
    assert chip(MIDNIGHT - timedelta(days=1), has_time=False).state == StepState.OVERDUE


def test_the_day_is_that_of_the_viewers_clock() -> None:
    due_at = datetime(2026, 11, 24, 20, tzinfo=UTC)
    assert step_state(due_at, True, NOW, ZONE) == StepState.TODAY
    assert step_state(due_at, True, NOW, ZoneInfo("Asia/Vladivostok")) == StepState.LATER


@pytest.mark.parametrize("kind", TaskKind.values)
def test_every_kind_of_task_has_a_noun_and_an_icon(kind: str) -> None:
    assert NOUNS[kind].icon
    assert words(NOW, kind=kind).endswith(" · 12:02")


def test_an_unknown_kind_is_a_task() -> None:
    assert words(NOW, kind="seance") == "Задача · 12:02"


def test_the_part_shows_colour_icon_and_words() -> None:
    html = render_to_string("deals/_step.html", {"step": chip(NOW - timedelta(days=1))})
    assert '<span class="v-step overdue">' in html
    assert "icons.svg#phone" in html
    assert "вчера" in html
