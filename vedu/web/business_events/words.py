"""What the screens of business events say alike."""

from datetime import date

from django.utils.translation import gettext as _

from vedu.foundation.values.moments import GAP, full_text, moment_text
from vedu.foundation.values.money import Money
from vedu.foundation.values.money_text import money_text
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.web.shell.clock import Clock


def days_text(event: BusinessEvent, clock: Clock) -> str:
    """«12–14 октября 2026», «30 ноября – 2 декабря 2026»."""
    last = full_text(event.ends_on, clock.zone, clock.language)
    if event.starts_on == event.ends_on:
        return last
    first = event.starts_on
    if (first.year, first.month) == (event.ends_on.year, event.ends_on.month):
        return f"{first.day}–{last}"
    start = full_text(first, clock.zone, clock.language)
    return f"{start.removesuffix(f' {first.year}') if first.year == event.ends_on.year else start}{GAP}– {last}"


def when_text(event: BusinessEvent, today: date, clock: Clock) -> str:
    """«идёт сегодня», «через 12 дней» in the words of the clock."""
    if event.has_begun(today) and not event.is_over(today):
        return _("going on now")
    return moment_text(event.starts_on, clock.now, clock.zone, False, clock.language)


def money(value: Money, clock: Clock) -> str:
    return money_text(value.amount, value.currency, clock.language)


def sums(values: dict[str, Money], clock: Clock) -> str:
    """Each currency by itself; "—" where there are none."""
    return ", ".join(money(value, clock) for value in values.values()) or "—"
