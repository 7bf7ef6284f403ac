from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.foundation.sqlite.conftest import Connect


@pytest.mark.parametrize(
    ("kept", "moment"),
    [
        ("2026-11-24 09:02:03.456789", datetime(2026, 11, 24, 9, 2, 3, 456789, tzinfo=UTC)),
        ("2026-11-24 09:02:03", datetime(2026, 11, 24, 9, 2, 3, tzinfo=UTC)),
        (datetime(2026, 11, 24, 9, 2), datetime(2026, 11, 24, 9, 2, tzinfo=UTC)),  # noqa: DTZ001 as adapters give it
        (None, None),
    ],
)
def test_a_moment_comes_out_in_utc(connect: Connect, kept: object, moment: datetime | None) -> None:
    connection = connect()
    assert connection.ops.convert_datetimefield_value(kept, None, connection) == moment


def test_another_zone_of_the_base_is_respected(connect: Connect) -> None:
    connection = connect()
    connection.__dict__["timezone"] = ZoneInfo("Europe/Moscow")
    found = connection.ops.convert_datetimefield_value("2026-11-24 12:02:00", None, connection)
    assert found == datetime(2026, 11, 24, 9, 2, tzinfo=UTC)
