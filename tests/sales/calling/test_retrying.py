"""When one who did not answer is called again, by his clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from vedu.foundation.values.working_calendar import is_working_day
from vedu.sales.calling.retrying import next_attempt

MOSCOW, KAMCHATKA = ZoneInfo("Europe/Moscow"), ZoneInfo("Asia/Kamchatka")


@pytest.mark.parametrize(
    ("attempts", "at", "then"),
    [
        (1, "2026-03-17 10:00", "2026-03-17 13:00"),  # three hours later
        (1, "2026-03-17 16:00", "2026-03-18 10:00"),  # they would be gone by then
        (2, "2026-03-17 13:00", "2026-03-18 10:00"),  # the next day, the other half of it
        (2, "2026-03-20 10:00", "2026-03-23 15:00"),  # over the week-end
        (3, "2026-03-17 10:00", "2026-03-24 15:00"),  # a week later
        (4, "2026-03-17 15:00", "2026-03-24 10:00"),
        (2, "2026-03-06 10:00", "2026-03-10 15:00"),  # after the holidays of March
    ],
)
def test_the_rule(attempts: int, at: str, then: str) -> None:
    found = next_attempt(attempts, datetime.fromisoformat(at).replace(tzinfo=MOSCOW), MOSCOW)
    assert found.astimezone(MOSCOW).strftime("%Y-%m-%d %H:%M") == then


def test_it_is_the_clients_clock() -> None:
    evening_there = datetime(2026, 3, 17, 5, 0, tzinfo=UTC)  # 17:00 in Kamchatka
    assert next_attempt(1, evening_there, KAMCHATKA).astimezone(KAMCHATKA).isoformat() == "2026-03-18T10:00:00+12:00"


@pytest.mark.parametrize("attempts", range(1, 8))
def test_it_is_always_later_and_in_working_hours(attempts: int) -> None:
    for hour in range(0, 24 * 9, 5):
        at = datetime(2026, 4, 27, tzinfo=UTC) + timedelta(hours=hour)
        local = next_attempt(attempts, at, MOSCOW).astimezone(MOSCOW)
        assert local > at
        assert is_working_day(local.date())
        assert 9 <= local.hour < 18
