"""Business events for the tests: days are counted from today by the clock of the installation."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from tests.cast import Cast
from vedu.foundation.people.installation import local_day
from vedu.foundation.people.user import User
from vedu.foundation.values.money import Money
from vedu.sales.business_events.business_event import BusinessEvent


def day(days: int = 0) -> date:
    return local_day(timezone.now()) + timedelta(days=days)


def fair(cast: Cast, *, by: User | None = None, starts: int = 0, lasts: int = 3, **said: Any) -> BusinessEvent:
    """An exhibition of three days that begins so many days from now, made by Anna; it cost 90 000."""
    facts = {"name": "FoodExpo", "city": "Moscow", "place": "Hall 2", "cost": Money.parse("90000"), **said}
    days = {"starts_on": day(starts), "ends_on": day(starts + lasts - 1)}
    return BusinessEvent.plan(by=by or cast.anna, **{**days, **facts})
