from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone, translation

from vedu.web.shell.clock import Clock

LATE_EVENING = datetime(2026, 11, 24, 20, 30, tzinfo=UTC)


def test_the_day_is_that_of_the_active_zone() -> None:
    with timezone.override(ZoneInfo("Asia/Yekaterinburg")):
        clock = Clock.here(LATE_EVENING)
    assert clock.today.isoformat() == "2026-11-25"
    assert clock.day_start == datetime(2026, 11, 24, 19, tzinfo=UTC)
    assert clock.day_end == datetime(2026, 11, 25, 19, tzinfo=UTC)


def test_the_language_is_the_active_one() -> None:
    with translation.override("en"):
        assert Clock.here().language == "en"


def test_a_moment_falls_on_its_local_day() -> None:
    with timezone.override(ZoneInfo("Europe/Moscow")):
        clock = Clock.here(LATE_EVENING)
    assert clock.day_of(datetime(2026, 11, 24, 21, tzinfo=UTC)).isoformat() == "2026-11-25"
