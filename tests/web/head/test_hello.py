"""The first line of the morning."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from vedu.foundation.people.user import User
from vedu.web.head.figures import Figures
from vedu.web.head.hello import greeting, won_of
from vedu.web.shell.clock import Clock


@pytest.fixture(autouse=True)
def _in_moscow() -> object:
    with translation.override("en"), timezone.override("Europe/Moscow"):
        yield


def clock(hour: int) -> Clock:
    """At that hour in Moscow."""
    return Clock.here(datetime(2026, 11, 24, (hour - 3) % 24, tzinfo=UTC))


@pytest.mark.parametrize(("hour", "words"), [(6, "morning"), (12, "afternoon"), (17, "evening"), (23, "evening")])
def test_the_greeting_knows_the_hour(hour: int, words: str) -> None:
    assert (
        greeting(User(first_name="Sergey", patronymic="Pavlovich"), clock(hour)) == f"Good {words}, Sergey Pavlovich."
    )


def test_without_a_name_the_login_does() -> None:
    assert greeting(User(username="lapin"), clock(9)) == "Good morning, lapin."


def test_what_the_team_has_won_is_added_up() -> None:
    team = [Figures(won=2), Figures(won=1)]
    team[0].won_amount["RUB"] = Decimal(5_000)
    team[1].won_amount["RUB"] = Decimal(3_000)
    assert won_of(team, "RUB", clock(9)) == (3, "8,000\u00a0₽", "1\u00a0November")
