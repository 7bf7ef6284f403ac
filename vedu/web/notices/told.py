"""Which words tell a notice: each by itself, and as a group of its kind. A kind that is not here is not shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vedu.foundation.values.moments import full_text, hour_text, moment_text
from vedu.web.clients.chosen import FREE, MINE, SOON, TEAM, Chosen
from vedu.web.shell.address import address_of

Data = Mapping[str, Any]


CLIENT, CLIENT_ID, DEAL = "clients:card", "client", "deal:card"


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that is no list of clients."""

    view: str
    query: str = ""

    def address(self) -> str:
        return address_of(self.view) + self.query


@dataclass(frozen=True, slots=True)
class Words:
    """``line`` follows the client's name, ``heading`` stands over the names of many; ``where`` is the list of them all.

    ``urgent``: red, for something is lost unless the person acts. ``about`` is the view that shows one of them, by the
    id that stands in the data under its last word; empty: the list itself. ``on_day``: the day says it, for it shows
    nothing of the kind by itself."""

    line: Callable[[Data], str]
    heading: Callable[[Data], str]
    where: Chosen | Listed
    urgent: bool = False
    about: str = CLIENT
    on_day: bool = True
    name: Callable[[Data], str] = lambda data: str(data["name"])

    def url(self, data: Data) -> str:
        """Of whom or what the notice is about: the deal where there is one."""
        if not self.about:
            return self.where.address()
        if data.get("deal"):
            return address_of(DEAL, data["deal"])
        return address_of(self.about, data[CLIENT_ID if self.about == CLIENT else self.about.partition(":")[2]])


def words_of(kind: str) -> Words | None:
    return _WORDS.get(kind)


def days_left(data: Data) -> int:
    """Till the day that ``hold.ending`` speaks of; the notice may have been sent days ago."""
    return (date.fromisoformat(data["on"]) - timezone.localdate()).days


def _ending(data: Data) -> str:
    return _("goes back to the base on %(day)s") % {"day": full_text(date.fromisoformat(data["on"]), UTC)}


def _ending_many(data: Data) -> str:
    days = days_left(data)
    if days < 1:
        return _("Go back to the base today")
    if days == 1:
        return _("Go back to the base tomorrow")
    words = ngettext("Go back to the base in %(days)d day", "Go back to the base in %(days)d days", days)
    return words % {"days": days}


def _ended(data: Data) -> str:
    words = ngettext(
        "went back to the base: %(days)d day without a talk or a purchase",
        "went back to the base: %(days)d days without a talk or a purchase",
        data["days"],
    )
    return words % {"days": data["days"]}


def _escalated(data: Data) -> str:
    words = ngettext(
        "left alone for %(days)d day, led by %(owner)s", "left alone for %(days)d days, led by %(owner)s", data["days"]
    )
    return words % {"days": data["days"], "owner": data["owner"]}


def _neglect_ended(data: Data) -> str:
    words = ngettext(
        "went to the base: nobody attended to it for %(days)d day",
        "went to the base: nobody attended to it for %(days)d days",
        data["days"],
    )
    return words % {"days": data["days"]}


def _due(data: Data) -> str:
    at, zone = datetime.fromisoformat(data["due_at"]), timezone.get_current_timezone()
    day = moment_text(at, timezone.now(), zone, with_time=False)
    if not data["has_time"]:
        return _("%(title)s, %(day)s") % {"title": data["title"], "day": day}
    return _("%(title)s, %(day)s at %(hour)s") % {"title": data["title"], "day": day, "hour": hour_text(at, zone)}


def _overdue(data: Data) -> str:
    words = ngettext(
        "%(title)s: overdue for %(days)d working day, led by %(owner)s",
        "%(title)s: overdue for %(days)d working days, led by %(owner)s",
        data["days"],
    )
    return words % {"title": data["title"], "days": data["days"], "owner": data["owner"]}


def _digest(data: Data) -> str:
    """«5 tasks today, 2 with an hour, the first at 10:00; 3 overdue; 4 unread notices»."""
    parts = [ngettext("%(number)d task today", "%(number)d tasks today", data["today"]) % {"number": data["today"]}]
    if data["first_at"]:
        hour = hour_text(datetime.fromisoformat(data["first_at"]), timezone.get_current_timezone())
        parts.append(_("the first at %(hour)s") % {"hour": hour})
    if number := data["overdue"]:
        parts.append(ngettext("%(number)d overdue", "%(number)d overdue", number) % {"number": number})
    if number := data["unread"]:
        words = ngettext("%(number)d unread notice", "%(number)d unread notices", number)
        parts.append(words % {"number": number})
    return ", ".join(parts)


_WORDS: dict[str, Words] = {
    "task.due": Words(_due, lambda _data: _("Tasks that are due"), Listed("day:index"), urgent=True, on_day=False),
    "hold.ending": Words(_ending, _ending_many, Chosen(scope=MINE, state=SOON, sort="hold"), urgent=True),
    "neglect.began": Words(
        lambda _data: _("is left alone: plan the next step or talk to the client"),
        lambda _data: _("Left alone: plan a step or talk"),
        Chosen(scope=MINE, state="neglected"),
        urgent=True,
    ),
    "neglect.escalated": Words(
        _escalated,
        lambda _data: _("Your people leave clients alone"),
        Chosen(scope=TEAM, state="neglected"),
        urgent=True,
    ),
    "inquiry.passed_on": Words(
        lambda data: _("came by himself, received by %(by)s: “%(words)s”") % {"by": data["by"], "words": data["words"]},
        lambda _data: _("Your clients came by themselves: answer them"),
        Listed("inquiry:index"),
        urgent=True,
    ),
    "overdue.escalated": Words(_overdue, lambda _data: _("Overdue at your people"), Listed("head:index"), urgent=True),
    "product.review_due": Words(
        lambda _data: _("read what is known of it and put it right"),
        lambda _data: _("Products to review"),
        Listed("catalogue:index", "?state=review"),
        about="catalogue:product",
    ),
    "hold.ended": Words(_ended, lambda _data: _("Went back to the base"), Chosen(scope=FREE)),
    "neglect.ended": Words(
        _neglect_ended, lambda _data: _("Went to the base: nobody attended to them"), Chosen(scope=FREE)
    ),
    "day.digest": Words(
        _digest,
        lambda _data: pgettext("digest", "Your day"),
        Listed("day:index"),
        about="",
        on_day=False,
        name=lambda _data: pgettext("digest", "Your day"),
    ),
}
KINDS = tuple(_WORDS)
# What the panel of the day leaves out: it has the tasks themselves.
NOT_ON_DAY = tuple(kind for kind, words in _WORDS.items() if not words.on_day)
