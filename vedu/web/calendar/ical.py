"""Entries as an iCalendar (RFC 5545): hours in the person's zone, reminders by his own rule."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings
from django.utils.translation import gettext as _

from vedu.foundation.notices.notice_choice import NoticeChoice, Remind
from vedu.foundation.values.working_calendar import OPENS
from vedu.web.calendar.feed_entries import Entry

REFRESH = timedelta(minutes=15)


def calendar_text(entries: list[Entry], choice: NoticeChoice, zone: ZoneInfo, name: str) -> bytes:
    """``name`` stands over the calendar. In the language that is active."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Vedu//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", str(zone))
    calendar.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
    if moments := [entry.begins for entry in entries if isinstance(entry.begins, datetime)]:
        calendar.add_component(_zone(zone, min(moments).year, max(moments).year + 1))
    for entry in entries:
        calendar.add_component(_todo(entry) if entry.is_task else _event(entry, choice, zone))
    return bytes(calendar.to_ical())


def uid(key: str) -> str:
    """The same for ever in this installation, and of no other one."""
    own = hashlib.sha256(f"{settings.SECRET_KEY}:calendar".encode()).hexdigest()[:16]
    return f"{key}@{own}.vedu"


def _todo(entry: Entry) -> icalendar.Todo:
    todo = icalendar.Todo()
    _say(todo, entry)
    todo.add("due", entry.begins)
    todo.add("status", "COMPLETED" if entry.done_at else "NEEDS-ACTION")
    if entry.done_at:
        todo.add("completed", entry.done_at.astimezone(UTC))
        todo.add("percent-complete", 100)
    return todo


def _event(entry: Entry, choice: NoticeChoice, zone: ZoneInfo) -> icalendar.Event:
    event = icalendar.Event()
    _say(event, entry)
    event.add("dtstart", entry.begins)
    event.add("dtend", entry.ends)
    event.add("status", "CONFIRMED")
    # A whole day at an exhibition leaves other hours free.
    event.add("transp", "OPAQUE" if isinstance(entry.begins, datetime) else "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.done_at is None and (alarm := _alarm(entry, choice, zone)):
        event.add_component(alarm)
    return event


def _say(component: icalendar.Component, entry: Entry) -> None:
    component.add("uid", uid(entry.key))
    component.add("dtstamp", entry.changed_at.astimezone(UTC))
    component.add("created", entry.made_at.astimezone(UTC))
    component.add("last-modified", entry.changed_at.astimezone(UTC))
    component.add("sequence", entry.revision)
    component.add("summary", entry.summary)
    component.add("url", entry.url)
    component.add("class", "PRIVATE")


def _alarm(entry: Entry, choice: NoticeChoice, zone: ZoneInfo) -> icalendar.Alarm | None:
    if not isinstance(entry.begins, datetime) or choice.remind == Remind.OFF:
        return None
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    if choice.remind == Remind.AHEAD:
        alarm.add("trigger", -timedelta(minutes=choice.ahead_minutes))
    else:
        alarm.add("trigger", _morning(entry.begins.date(), zone), {"VALUE": "DATE-TIME"})
    return alarm


def _morning(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, OPENS, zone).astimezone(UTC)


@lru_cache(maxsize=64)
def _zone(zone: ZoneInfo, first: int, last: int) -> icalendar.Timezone:
    """Its changes of these years. Looked for once: it is the dearest part."""
    return icalendar.Timezone.from_tzinfo(zone, str(zone), date(first, 1, 1), date(last, 12, 31))


def calendar_name(person: str) -> str:
    return _("Vedu: %(person)s") % {"person": person}
