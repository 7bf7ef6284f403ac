"""Hours of a day as people write them: 10, 16 and 17 are «10:00–11:00, 16:00–18:00»."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from vedu.foundation.refusal import invalid

_STRETCH = re.compile(r"(\d{1,2})(?::00)?(?:\s*[-–—]\s*(\d{1,2})(?::00)?)?")


def hours_text(hours: Iterable[int]) -> str:
    known = sorted(set(hours))
    starts = [hour for hour in known if hour - 1 not in known]
    ends = [hour + 1 for hour in known if hour + 1 not in known]
    return ", ".join(f"{start}:00–{end}:00" for start, end in zip(starts, ends, strict=True))


def read_hours(text: str) -> list[int]:
    """«10–12, 16» is 10, 11 and 16; the end of a stretch is not in it. Raises Invalid."""
    found: set[int] = set()
    for part in filter(None, (one.strip() for one in re.split("[,;]", text))):
        match = _STRETCH.fullmatch(part)
        start = int(match[1]) if match else -1
        end = int(match[2] or start + 1) if match else -1
        if not 0 <= start < end <= 24:
            raise invalid("hours", "hours-wrong", _("Write hours as 10-12, 16-18: from 0 to 24."))
        found.update(range(start, end))
    return sorted(found)
