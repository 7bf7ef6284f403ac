from datetime import timedelta

import pytest
from django.utils import translation

from tests.web.deals.rows import NOW, clock, plain, row
from vedu.web.deals.board.why_red import NOTHING, Why, why_red
from vedu.web.deals.step_chip import StepState


def why(
    state: StepState, *, days: int = 2, norm: int = 7, is_over: bool = False, language: str = "ru", **facts: object
) -> Why:
    with translation.override(language):
        found = why_red(row(**facts), state, days, norm, clock(language), is_over=is_over)
    return Why(found.tone, plain(found.sentence))


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("call", "Звонок просрочен на 3 дня"),
        ("meeting", "Встреча просрочена на 3 дня"),
        ("email", "Письмо просрочено на 3 дня"),
        ("return", "Возвращение просрочено на 3 дня"),
    ],
)
def test_an_overdue_step_says_by_how_many_days(kind: str, sentence: str) -> None:
    assert why(StepState.OVERDUE, step_kind=kind, step_at=NOW - timedelta(days=3)) == Why("", sentence)


def test_on_the_day_itself_hours_and_minutes_count() -> None:
    assert why(StepState.OVERDUE, step_at=NOW - timedelta(hours=2)).sentence == "Звонок просрочен на 2 часа"
    assert why(StepState.OVERDUE, step_at=NOW - timedelta(minutes=21)).sentence == "Звонок просрочен на 21 минуту"
    assert why(StepState.OVERDUE, step_at=NOW - timedelta(seconds=5)).sentence == "Звонок просрочен на 1 минуту"


def test_a_deal_without_a_step_says_since_when_in_yellow() -> None:
    assert why(StepState.NONE, attend_at=NOW - timedelta(days=6)) == Why("none", "Шага нет с 18 ноября")
    assert why(StepState.NONE, attend_at=NOW - timedelta(days=1)).sentence == "Шага нет со вчерашнего дня"
    assert why(StepState.NONE, attend_at=NOW).sentence == "Следующий шаг ещё не назначен"


def test_longer_than_the_norm_names_the_norm_and_the_last_talk() -> None:
    found = why(StepState.LATER, days=11, norm=6, is_over=True)
    assert found == Why("", "11 дней при норме 6, говорили 9 дней назад")


@pytest.mark.parametrize(
    ("days_ago", "talk"),
    [(None, "разговора ещё не было"), (0, "говорили сегодня"), (1, "говорили вчера"), (2, "говорили 2 дня назад")],
)
def test_the_last_talk_in_words(days_ago: int | None, talk: str) -> None:
    at = None if days_ago is None else NOW - timedelta(days=days_ago)
    found = why(StepState.TODAY, days=8, norm=7, is_over=True, last_two_way_at=at)
    assert found.sentence == f"8 дней при норме 7, {talk}"


def test_what_is_neither_red_nor_yellow_says_nothing() -> None:
    assert why(StepState.LATER) == NOTHING
    assert why(StepState.TODAY) == NOTHING


def test_in_english() -> None:
    found = why(StepState.OVERDUE, step_at=NOW - timedelta(days=1), language="en")
    assert found.sentence == "Call is overdue by 1 day"
    found = why(StepState.LATER, days=11, norm=6, is_over=True, language="en")
    assert found.sentence == "11 days with a norm of 6, talked 9 days ago"
