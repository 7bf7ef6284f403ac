"""Rows of the board for tests that need no database."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from vedu.web.deals.row import DealRow
from vedu.web.shell.clock import Clock

ZONE = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 24, 9, 2, tzinfo=UTC)  # Tuesday, 12:02 in Moscow


def clock(language: str = "ru") -> Clock:
    start = datetime(2026, 11, 23, 21, tzinfo=UTC)
    return Clock(NOW, ZONE, language, NOW.date(), start, start + timedelta(days=1))


def row(**facts: object) -> DealRow:
    """A deal two days in its stage, its call tomorrow."""
    usual: dict[str, object] = {
        "pk": 7,
        "name": "Cake boxes",
        "client": "Volga Bakery",
        "amount": Decimal(480_000),
        "currency": "RUB",
        "chance": 38,
        "stage_id": 3,
        "stage_since": NOW - timedelta(days=2),
        "stage_due_at": NOW + timedelta(days=5),
        "last_two_way_at": NOW - timedelta(days=9),
        "attend_at": NOW + timedelta(days=1),
        "step_at": NOW + timedelta(days=1),
        "step_kind": "call",
        "step_has_time": True,
        "owner_id": 2,
        "owner_first_name": "Anna",
        "owner_last_name": "Kotova",
        "owner_login": "anna",
    }
    return DealRow(**{**usual, **facts})  # type: ignore[arg-type]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")
