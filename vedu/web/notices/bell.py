"""The bell of every page: how many notices are new, and the panel that opens under it."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vedu.foundation.people.notice import Notice
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.web.notices.rows import Row, page_of, rows_of
from vedu.web.shell.clock import Clock

MOST, SHOWN = 100, 15


@dataclass(frozen=True, slots=True)
class Group:
    """Notices of one topic, the newest first; new ones stand in groups above those that were read."""

    heading: str
    rows: list[Row]
    is_new: bool
    ids: str


def count_of(user: User) -> int:
    """At most a hundred: further on nobody counts. One query by the index of unread notices."""
    return len(_UNREAD.rows(user.pk))


def bell_text(number: int) -> str:
    return "99+" if number >= MOST else str(number)


def groups_of_centre(user: User, clock: Clock) -> list[Group]:
    """The newest few, unread first, by topics in the order of their newest."""
    rows = rows_of(page_of(user, size=SHOWN).notices, clock)
    order = {key: place for place, key in reversed(list(enumerate(map(_key, rows))))}
    rows.sort(key=lambda row: order[_key(row)])
    return [_group(key, list(found)) for key, found in groupby(rows, _key)]


def _key(row: Row) -> tuple[bool, str]:
    return not row.unread, row.topic


def _group(key: tuple[bool, str], rows: list[Row]) -> Group:
    is_read, topic = key
    return Group(topic_name(topic), rows, not is_read, ",".join(str(row.pk) for row in rows))


def topic_name(topic: str) -> str:
    """What news of this topic are about, as a heading."""
    names = {
        "task": pgettext("topic of notices", "Tasks"),
        "day": pgettext("topic of notices", "The day"),
        "inquiry": pgettext("topic of notices", "Inquiries"),
        "hold": pgettext("topic of notices", "Holding clients"),
        "neglect": pgettext("topic of notices", "Clients left alone"),
        "overdue": pgettext("topic of notices", "Overdue at your people"),
        "product": pgettext("topic of notices", "Products"),
    }
    return names.get(topic) or _("Other news")


def count_words(number: int) -> str:
    return ngettext("%(number)d unread notice", "%(number)d unread notices", number) % {"number": number}


def _unread(person: Any) -> "QuerySet[Notice, Any]":
    return Notice.objects.filter(person=person, read_at=None).order_by("-at").values_list("pk")[:MOST]


_UNREAD = Prepared(_unread)
