"""What events keep as JSON, read back as words: moments, days, sums."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from vedu.foundation.values.moments import moment_text
from vedu.foundation.values.money_text import money_text
from vedu.web.shell.clock import Clock
from vedu.web.touches.line import Setting, Told


def moment_of(text: str) -> datetime:
    return datetime.fromisoformat(text)


def day_words(text: str, setting: Setting) -> str:
    """«3 дек.» of "2026-12-03"."""
    return _words(date.fromisoformat(text), setting.clock)


def moment_words(text: str, setting: Setting) -> str:
    return _words(moment_of(text), setting.clock)


def sum_words(amount: Any, currency: str, setting: Setting) -> str:
    return money_text(Decimal(str(amount)), currency, setting.clock.language)


def sum_after(event: Told, setting: Setting) -> str:
    """« · 480 000 ₽», nothing for a deal without a value."""
    amount = Decimal(str(event.data.get("amount") or 0))
    return f" · {sum_words(amount, event.data.get('currency', 'RUB'), setting)}" if amount else ""


def _words(at: date, clock: Clock) -> str:
    return moment_text(at, clock.now, clock.zone, language=clock.language)
