"""«Important» on my day: unread notices in groups, the most urgent first (notices/_panel.html)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import ngettext

from vedu.foundation.people.notice import Notice
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.web.notices.told import KINDS, NOT_ON_DAY, days_left, words_of

SHOWN = 3
MOST = 300


@dataclass(frozen=True, slots=True)
class Named:
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """``named`` are the first few, ``more`` says how many others; ``ids`` are of them all."""

    heading: str
    named: list[Named]
    more: str
    url: str
    urgent: bool
    ids: str


def groups_of(user: User) -> list[Group]:
    """One query; mostly there are none. Of a kind, those with the fewest days first; a warning whose day is over is
    left to the page of notices."""
    found: dict[tuple[int, int], list[tuple[int, Mapping[str, Any]]]] = defaultdict(list)
    for pk, kind, data in _UNREAD.rows(user.pk):
        days = days_left(data) if kind == "hold.ending" else 0
        if kind in KINDS and days >= 0:
            found[KINDS.index(kind), days].append((pk, data))
    return [_group(KINDS[place], found[place, days]) for place, days in sorted(found)]


def _group(kind: str, told: list[tuple[int, Mapping[str, Any]]]) -> Group:
    words = words_of(kind)
    assert words is not None
    first = told[0][1]
    named = {url: Named(words.name(data), url) for _pk, data in told for url in [words.url(data)]}
    rest = len(named) - SHOWN
    more = ngettext("and %(number)d more", "and %(number)d more", rest) % {"number": rest} if rest > 0 else ""
    return Group(
        heading=words.heading(first),
        named=list(named.values())[:SHOWN],
        more=more,
        url=words.where.address(),
        urgent=words.urgent,
        ids=",".join(str(pk) for pk, _data in told),
    )


def _unread(person: Any) -> "QuerySet[Notice, Any]":
    found = Notice.objects.filter(person=person, read_at=None).exclude(kind__in=NOT_ON_DAY).order_by("-at", "-pk")
    return found.values_list("pk", "kind", "data")[:MOST]


_UNREAD = Prepared(_unread)
