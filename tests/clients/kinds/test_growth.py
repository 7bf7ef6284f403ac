"""How the base grew by month (SEE-9)."""

from datetime import UTC, date, datetime

import pytest

from tests.cast import Cast
from tests.clients.kinds.night import NOON
from vedu.clients.client import Client
from vedu.clients.kinds.base_night import BaseMonth
from vedu.clients.kinds.change import BaseKindChange
from vedu.clients.kinds.growth import month_back, reckon_months

APRIL, MARCH, JANUARY = date(2026, 4, 1), date(2026, 3, 1), date(2026, 1, 1)


def at(month: int, day: int = 15, year: int = 2026) -> datetime:
    return datetime(year, month, day, 9, tzinfo=UTC)


def added(cast: Cast, when: datetime) -> Client:
    client = Client.add(name="Bakery", by=cast.anna, at=when)
    client.claim(by=cast.anna, at=when)
    return client


def turned(client: Client, when: datetime, before: str, kind: str) -> None:
    BaseKindChange.objects.create(client=client, at=when, before=before, kind=kind)


def months() -> dict[tuple[date, str], tuple[int, int]]:
    reckon_months(NOON)
    return {(row.month, row.kind): (row.came, row.left) for row in BaseMonth.objects.all()}


def test_a_client_is_cold_from_the_month_it_came(cast: Cast) -> None:
    added(cast, at(1))
    assert months() == {(JANUARY, "cold"): (1, 0)}


def test_a_change_takes_from_one_and_gives_to_another(cast: Cast) -> None:
    client = added(cast, at(1))
    turned(client, at(3), "cold", "warm")
    turned(client, at(3, 20), "warm", "current")
    assert months() == {
        (JANUARY, "cold"): (1, 0),
        (MARCH, "cold"): (0, 1),
        (MARCH, "warm"): (1, 1),
        (MARCH, "current"): (1, 0),
    }


def test_the_month_is_that_of_the_installation(cast: Cast) -> None:
    added(cast, datetime(2026, 2, 28, 22, tzinfo=UTC))
    assert months() == {(MARCH, "cold"): (1, 0)}


def test_what_was_before_two_years_stands_in_the_first_month(cast: Cast) -> None:
    client = added(cast, at(1, year=2019))
    turned(client, at(1, year=2020), "cold", "warm")
    assert months() == {(date(2024, 4, 1), "cold"): (1, 1), (date(2024, 4, 1), "warm"): (1, 0)}


def test_an_imported_past_begins_with_its_first_fact(cast: Cast) -> None:
    """The client stood in the base from April, but bought in January."""
    client = added(cast, at(4, 1))
    turned(client, at(1), "cold", "current")
    found = months()
    total = {
        kind: sum(came - left for (_month, one), (came, left) in found.items() if one == kind) for _m, kind in found
    }
    assert found[JANUARY, "current"] == (1, 0)
    assert found[JANUARY, "cold"] == (1, 1)
    assert total == {"current": 1, "cold": 0}


def test_rows_are_by_the_owner_of_today(cast: Cast) -> None:
    added(cast, at(1))
    Client.add(name="Free", by=cast.anna, at=at(1))
    reckon_months(NOON)
    assert {row.owner for row in BaseMonth.objects.all()} == {cast.anna, None}


def test_the_night_may_come_twice(cast: Cast) -> None:
    added(cast, at(1))
    assert months() == months()


@pytest.mark.parametrize(
    ("months_ago", "month"), [(0, APRIL), (1, MARCH), (4, date(2025, 12, 1)), (15, date(2025, 1, 1))]
)
def test_months_back(months_ago: int, month: date) -> None:
    assert month_back(APRIL, months_ago) == month
