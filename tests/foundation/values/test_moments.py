from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from vedu.foundation.values.moments import day_heading, full_text, hour_text, moment_text, step_text

YEKATERINBURG = ZoneInfo("Asia/Yekaterinburg")
NOW = datetime(2026, 11, 24, 9, 2, tzinfo=UTC)  # Tuesday, 14:02 in Yekaterinburg
TODAY = date(2026, 11, 24)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("day", "russian", "english"),
    [
        (date(2026, 11, 23), "вчера", "yesterday"),
        (date(2026, 11, 24), "сегодня", "today"),
        (date(2026, 11, 25), "завтра", "tomorrow"),
        (date(2026, 11, 26), "чт 26", "Thu 26"),
        (date(2026, 11, 30), "пн 30", "Mon 30"),
        (date(2026, 12, 1), "1 дек.", "1 Dec"),
        (date(2026, 11, 20), "пт 20", "Fri 20"),
        (date(2026, 11, 18), "ср 18", "Wed 18"),
        (date(2026, 11, 17), "17 нояб.", "17 Nov"),
        (date(2025, 12, 3), "3 дек. 2025", "3 Dec 2025"),
        (date(2027, 1, 15), "15 янв. 2027", "15 Jan 2027"),
    ],
)
def test_a_day_is_named_by_its_distance(day: date, russian: str, english: str) -> None:
    for text in (moment_text, step_text):
        assert plain(text(day, NOW, YEKATERINBURG, language="ru")) == russian
        assert plain(text(day, NOW, YEKATERINBURG, language="en")) == english


def test_the_hour_is_said_for_today_only() -> None:
    assert moment_text(NOW, NOW, YEKATERINBURG, language="ru") == "сегодня 14:02"
    assert moment_text(NOW + timedelta(days=1), NOW, YEKATERINBURG, language="ru") == "завтра"
    assert moment_text(NOW - timedelta(days=1), NOW, YEKATERINBURG, language="en") == "yesterday"


def test_the_hour_of_today_can_be_left_out() -> None:
    assert moment_text(NOW, NOW, YEKATERINBURG, with_time=False, language="ru") == "сегодня"


def test_a_chip_shows_the_hour_of_today_alone() -> None:
    assert step_text(NOW, NOW, YEKATERINBURG, language="ru") == "14:02"
    assert step_text(NOW.replace(hour=4), NOW, YEKATERINBURG, language="ru") == "9:02"


def test_the_clock_of_the_zone_decides_which_day_it_is() -> None:
    late = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
    assert moment_text(late, NOW, YEKATERINBURG, language="ru") == "завтра"
    assert moment_text(late, NOW, ZoneInfo("Europe/Moscow"), language="ru") == "сегодня 23:00"


def test_nothing_is_left_out_of_a_full_text() -> None:
    assert plain(full_text(NOW, YEKATERINBURG, "ru")) == "24 ноября 2026, 14:02"
    assert plain(full_text(TODAY, YEKATERINBURG, "en")) == "24 November 2026"


def test_hours_of_a_column_have_two_digits() -> None:
    assert hour_text(datetime(2026, 11, 24, 4, 5, tzinfo=UTC), YEKATERINBURG) == "09:05"


@pytest.mark.parametrize(
    ("day", "russian", "english"),
    [
        (date(2026, 11, 23), "Вчера, 23 ноября", "Yesterday, 23 November"),
        (date(2026, 11, 24), "Сегодня, 24 ноября", "Today, 24 November"),
        (date(2026, 11, 25), "Завтра, 25 ноября", "Tomorrow, 25 November"),
        (date(2026, 11, 20), "Пятница, 20 ноября", "Friday, 20 November"),
        (date(2025, 12, 19), "Пятница, 19 декабря 2025", "Friday, 19 December 2025"),
    ],
)
def test_a_heading_names_its_day(day: date, russian: str, english: str) -> None:
    assert plain(day_heading(day, TODAY, "ru")) == russian
    assert plain(day_heading(day, TODAY, "en")) == english


def test_a_day_and_its_month_are_never_parted_by_a_line_end() -> None:
    assert moment_text(date(2026, 12, 3), NOW, YEKATERINBURG, language="ru") == "3\u00a0дек."
    assert day_heading(TODAY, TODAY, "ru") == "Сегодня, 24\u00a0ноября"


def test_the_language_of_the_request_is_taken_when_none_is_given() -> None:
    with translation.override("en"):
        assert moment_text(TODAY, NOW, YEKATERINBURG) == "today"
    with translation.override("ru"):
        assert moment_text(TODAY, NOW, YEKATERINBURG) == "сегодня"
