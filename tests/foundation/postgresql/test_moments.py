from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.foundation.postgresql.conftest import Connect

pytestmark = pytest.mark.postgres_only


@pytest.mark.every_case
@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-24 09:02:03.456789+00", datetime(2026, 11, 24, 9, 2, 3, 456789, tzinfo=UTC)),
        ("2026-11-24 09:02:03+00", datetime(2026, 11, 24, 9, 2, 3, tzinfo=UTC)),
        ("2026-11-24 12:02:03.5+03", datetime(2026, 11, 24, 9, 2, 3, 500000, tzinfo=UTC)),
        (None, None),
    ],
)
def test_a_moment_comes_out_in_utc(connect: Connect, written: str | None, moment: datetime | None) -> None:
    with connect().cursor() as cursor:
        cursor.execute("SELECT %s::timestamptz", [written])
        (found,) = cursor.fetchone()
    assert found == moment
    assert found is None or found.tzinfo is UTC


def test_a_moment_goes_in_from_any_zone(connect: Connect) -> None:
    khabarovsk = timezone(timedelta(hours=10))
    with connect().cursor() as cursor:
        cursor.execute("SELECT %s::timestamptz", [datetime(2026, 11, 24, 19, 2, tzinfo=khabarovsk)])
        assert cursor.fetchone() == (datetime(2026, 11, 24, 9, 2, tzinfo=UTC),)


def test_a_base_of_another_zone_answers_in_that_zone(connect: Connect) -> None:
    connection = connect()
    connection.settings_dict["TIME_ZONE"] = "Asia/Vladivostok"
    with connection.cursor() as cursor:
        cursor.execute("SELECT '2026-11-24 09:02:03+00'::timestamptz")
        (found,) = cursor.fetchone()
    assert found == datetime(2026, 11, 24, 9, 2, 3, tzinfo=UTC)
    assert found.utcoffset() == timedelta(hours=10)
