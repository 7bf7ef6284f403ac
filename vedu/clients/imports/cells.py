"""Values out of the text of cells, as people and other systems write them. Each raises BadCell."""

import datetime as dt
import re
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.refusal import Reason


class BadCell(ValueError):
    """``reason`` tells the person what is wrong in this cell."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = Reason(code, sentence)


_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?:[ ,T]+(.+))?", re.ASCII)
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ T]+(.+))?", re.ASCII)
_CLOCK = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AP]M)?\s*(Z|[+-]\d{2}:?\d{2})?", re.ASCII | re.IGNORECASE
)
_SERIAL = re.compile(r"\d{5}(\.\d+)?", re.ASCII)
SERIAL_START = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - day 0 of spreadsheets, made aware with the rest
SERIALS = (18_000, 80_000)
YEARS = range(1980, 2101)
CENTURY = 2000


@lru_cache(maxsize=4096)
def moment_of(text: str) -> dt.datetime:
    """«31.12.2025 18:00:00», "2025-12-31T18:00Z", "12/31/2025 6:00 PM", a spreadsheet's day number; aware.

    Without a zone in it, the time is that of the installation. A bare day begins at midnight."""
    moment = _written(text.strip()) or _serial(text.strip())
    if moment is None or moment.year not in YEARS:
        raise BadCell("date-wrong", _("“%(text)s” is not a date.") % {"text": text[:40]})
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def day_of(text: str) -> dt.date:
    """The local day of a date or a moment."""
    return timezone.localdate(moment_of(text))


def split_many(text: str) -> list[str]:
    """«8 912 …, 8 913 …» → both; an extension stays with its number."""
    parts = [part.strip() for part in re.split(r"[,;\n|]+", text)]
    whole: list[str] = []
    for part in filter(None, parts):
        if whole and _EXTENSION.match(part):
            whole[-1] = f"{whole[-1]} {part}"
        else:
            whole.append(part)
    return whole


_EXTENSION = re.compile(r"(доб|ext|вн)", re.IGNORECASE)


def _written(text: str) -> dt.datetime | None:
    if match := _ISO.fullmatch(text):
        year, month, day, clock = match.groups()
    elif match := _DOTTED.fullmatch(text):
        day, month, year, clock = match.groups()
        if "/" in text and (int(month) > 12 or _is_american(clock)):
            day, month = month, day
    else:
        return None
    number = int(year) + (CENTURY if len(year) == 2 else 0)
    try:
        return _at(dt.datetime(number, int(month), int(day)), clock)  # noqa: DTZ001 - _at knows of the zone
    except ValueError:
        return None


def _is_american(clock: str | None) -> bool:
    """Where hours are counted twice to twelve the month stands first."""
    return bool(clock) and str(clock).strip().lower().endswith(("am", "pm"))


def _at(day: dt.datetime, clock: str | None) -> dt.datetime | None:
    if not clock:
        return day
    match = _CLOCK.fullmatch(clock.strip())
    if not match:
        return None
    hour, minute, second, half, zone = match.groups()
    past = int(hour) % 12 + 12 * (half.lower() == "pm") if half else int(hour)
    moment = day.replace(hour=past, minute=int(minute), second=int(second or 0))
    return moment.replace(tzinfo=dt.datetime.fromisoformat(f"2000-01-01T00:00{zone}").tzinfo) if zone else moment


def _serial(text: str) -> dt.datetime | None:
    if not _SERIAL.fullmatch(text) or not SERIALS[0] < float(text) < SERIALS[1]:
        return None
    return SERIAL_START + dt.timedelta(seconds=round(float(text) * 86_400))
