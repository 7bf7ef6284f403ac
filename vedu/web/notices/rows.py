"""A page of notices, the unread first, each group from the newest on; words ready."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q

from vedu.foundation.notices.notice_choice import topic_of
from vedu.foundation.people.notice import Notice
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import full_text, moment_text, step_text
from vedu.web.notices.told import words_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.cursor import Cursor, read_cursor, read_moment

PAGE = 50
# Stands before the mark of a page that has come to the read ones.
READ = "read:"


@dataclass(frozen=True, slots=True)
class Row:
    """``hour``: when, as short as the panel of the bell needs it."""

    pk: int
    name: str
    url: str
    words: str
    when: str
    exactly: str
    unread: bool
    urgent: bool
    topic: str = ""
    hour: str = ""


class Page(NamedTuple):
    """``mark`` of the next page, or "" on the last."""

    notices: list[Notice]
    mark: str


def page_of(user: User, after: str = "", size: int = PAGE) -> Page:
    is_read = after.startswith(READ)
    place = read_cursor(after.removeprefix(READ), read_moment)
    found = [] if is_read else _some(user, place, size + 1, read=False)
    if len(found) <= size:
        found += _some(user, place if is_read else None, size + 1 - len(found), read=True)
    if len(found) <= size:
        return Page(found, "")
    last = found[size - 1]
    return Page(found[:size], f"{'' if last.read_at is None else READ}{Cursor(last.at, last.pk).mark}")


def _some(user: User, place: Cursor | None, limit: int, *, read: bool) -> list[Notice]:
    behind = place.behind("at", descending=True) if place else Q()
    return list(Notice.objects.of(user).filter(behind, read_at__isnull=not read).order_by("-at", "-pk")[:limit])


def rows_of(notices: Iterable[Notice], clock: Clock) -> list[Row]:
    """Of kinds that have words."""
    return [row for notice in notices if (row := _row(notice, clock))]


def _row(notice: Notice, clock: Clock) -> Row | None:
    words = words_of(notice.kind)
    if words is None:
        return None
    return Row(
        pk=notice.pk,
        name=words.name(notice.data),
        url=words.url(notice.data),
        words=words.line(notice.data),
        when=moment_text(notice.at, clock.now, clock.zone, language=clock.language),
        exactly=full_text(notice.at, clock.zone, clock.language),
        unread=notice.read_at is None,
        urgent=words.urgent,
        topic=topic_of(notice.kind),
        hour=step_text(notice.at, clock.now, clock.zone, clock.language),
    )
