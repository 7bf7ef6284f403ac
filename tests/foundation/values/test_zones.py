from datetime import UTC, datetime, timedelta

import pytest

from vedu.foundation.values.zones import zone_name, zone_of_region

HOURS = {
    2: "39",
    3: "77 78 23 61 91",
    4: "18 63 30 64 73",
    5: "02 45 56 59 66 72 74 86 89",
    6: "55",
    7: "04 22 17 19 24 42 54 70",
    8: "03 38",
    9: "14 28 75",
    10: "25 27 79",
    11: "49 65",
    12: "41 87",
}


@pytest.mark.parametrize(("hours", "region"), [(hours, r) for hours, regions in HOURS.items() for r in regions.split()])
def test_the_clock_of_a_region_is_its_own(hours: int, region: str) -> None:
    assert datetime(2026, 11, 24, tzinfo=UTC).astimezone(zone_of_region(region)).utcoffset() == timedelta(hours=hours)


def test_an_unknown_region_lives_by_moscow_time() -> None:
    assert zone_name("") == zone_name("xx") == zone_name("99") == "Europe/Moscow"


def test_a_code_may_lack_its_zero() -> None:
    assert zone_name("2") == zone_name("02") == "Asia/Yekaterinburg"
