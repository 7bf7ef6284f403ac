"""Days and hours in the words of the interface: «вчера», «сегодня 14:00», «чт 26», «3 дек.».

``language`` None is that of the request; a loop should ask for it once and pass it on. A day and its month or
weekday are held together by a no-break space.
"""

from datetime import date, datetime, tzinfo

from vedu.foundation.values.words_of_time import Words, words_in

GAP = "\u00a0"
DAYS_NAMED_BY_WEEKDAY = 6


def moment_text(at: date, now: datetime, zone: tzinfo, with_time: bool = True, language: str | None = None) -> str:
    """«вчера», «сегодня 14:00», «завтра», «чт 26», «3 дек.», «3 дек. 2025».

    ``at`` is a moment or a bare date, ``now`` a moment; the hour is said for today only.
    """
    words = words_in(language)
    day, hour = _local(at, zone)
    text = _day_text(day, now.astimezone(zone).date(), words)
    return f"{text} {hour}" if with_time and hour and text == words.today else text


def step_text(at: date, now: datetime, zone: tzinfo, language: str | None = None) -> str:
    """As short as a chip needs it: today's hour stands alone, «14:02»."""
    day, hour = _local(at, zone)
    today = now.astimezone(zone).date()
    return hour if hour and day == today else _day_text(day, today, words_in(language))


def full_text(at: date, zone: tzinfo, language: str | None = None) -> str:
    """With nothing left out, for records and hints: «24 ноября 2026, 14:02»."""
    day, hour = _local(at, zone)
    text = f"{day.day}{GAP}{words_in(language).months[day.month - 1]} {day.year}"
    return f"{text}, {hour}" if hour else text


def hour_text(at: datetime, zone: tzinfo) -> str:
    """«09:15», in two digits so that a column of them is even."""
    local = at.astimezone(zone)
    return f"{local.hour:02}:{local.minute:02}"


def day_heading(day: date, today: date, language: str | None = None) -> str:
    """«Вчера, 23 ноября», «Пятница, 20 ноября», with the year when it is not this one."""
    words = words_in(language)
    name = _near_day(day, today, words) or words.weekdays[day.weekday()]
    year = "" if day.year == today.year else f" {day.year}"
    return f"{name[0].upper()}{name[1:]}, {day.day}{GAP}{words.months[day.month - 1]}{year}"


def _local(at: date, zone: tzinfo) -> tuple[date, str]:
    """The day and the hour by the clock of the zone; no hour for a bare date."""
    if not isinstance(at, datetime):
        return at, ""
    local = at.astimezone(zone)
    return local.date(), f"{local.hour}:{local.minute:02}"


def _day_text(day: date, today: date, words: Words) -> str:
    if near := _near_day(day, today, words):
        return near
    if abs(day.toordinal() - today.toordinal()) <= DAYS_NAMED_BY_WEEKDAY:
        return f"{words.short_weekdays[day.weekday()]}{GAP}{day.day}"
    month = words.short_months[day.month - 1]
    return f"{day.day}{GAP}{month}" if day.year == today.year else f"{day.day}{GAP}{month} {day.year}"


def _near_day(day: date, today: date, words: Words) -> str:
    distance = day.toordinal() - today.toordinal()
    if distance == 0:
        return words.today
    if distance == -1:
        return words.yesterday
    return words.tomorrow if distance == 1 else ""
