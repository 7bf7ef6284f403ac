"""Days of the past in words that a record needs: «12 марта», with the year when it is not this one."""

from datetime import datetime

from django.utils import timezone

from vedu.foundation.values.words_of_time import words_in

GAP = "\u00a0"


def day_text(at: datetime, now: datetime) -> str:
    """In the time zone and the language of the request."""
    day, today = timezone.localdate(at), timezone.localdate(now)
    text = f"{day.day}{GAP}{words_in(None).months[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"
