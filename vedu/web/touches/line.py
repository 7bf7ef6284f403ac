"""A line of the timeline, ready to show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.safestring import SafeString

from vedu.web.shell.clock import Clock
from vedu.web.shell.icons import icon_markup
from vedu.web.shell.standing import standing

_SHOWN = ("what", "who", "body", "icon", "tone", "hour", "about", "about_url")


@dataclass(slots=True)
class Line:
    """``who`` stands in bold before ``what``; ``body`` are the words said. ``tone``: "", "in" (the client came
    to us) or "system" (small). ``about`` names the deal where the timeline is a client's."""

    what: str
    who: str = ""
    body: str = ""
    icon: SafeString | str = ""
    tone: str = ""
    is_quote: bool = False
    hour: str = ""
    about: str = ""
    about_url: str = ""

    @property
    def html(self) -> SafeString:
        said = {"who": self.who, "about": self.about, "body": self.body, "quote": self.is_quote}
        shape = " ".join(word for word, value in said.items() if value)
        return standing("touches/_line.html", shape=shape, values={name: getattr(self, name) for name in _SHOWN})

    @classmethod
    def small(cls, what: str, body: str = "") -> "Line":
        """What the system keeps for the record."""
        return cls(what, body=body, tone="system")

    @classmethod
    def marked(cls, what: str, *, icon: str, who: str = "", body: str = "", is_quote: bool = False) -> "Line":
        """What a person did or said."""
        return cls(what, who=who, body=body, icon=icon_markup(icon), is_quote=is_quote)


@dataclass(frozen=True, slots=True)
class Told:
    """An event as the log keeps it, with bare ids."""

    pk: int
    at: datetime
    kind: str
    actor_id: int | None
    deal_id: int | None
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TouchFacts:
    """What a line says of a touch."""

    at: datetime
    channel: str
    direction: str
    outcome: str
    text: str
    seconds: int | None
    contact: str | None
    two_way: bool


class DealName(NamedTuple):
    name: str
    currency: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Who reads the lines, when and where, and what stands behind the numbers in events."""

    viewer_id: int
    clock: Clock
    client_name: str
    you: str
    people: Mapping[int, str] = field(default_factory=dict)
    touches: Mapping[int, TouchFacts] = field(default_factory=dict)
    deals: Mapping[int, DealName] = field(default_factory=dict)

    def name(self, user_id: int | None) -> str:
        """«Вы» for the reader himself, nothing for the system."""
        return self.you if user_id == self.viewer_id else self.people.get(user_id or 0, "")

    def currency(self, event: Told) -> str:
        deal = self.deals.get(event.deal_id or 0)
        return deal.currency if deal else "RUB"


@dataclass(frozen=True, slots=True)
class Day:
    """``heading`` is empty where the page goes on with a day begun above."""

    heading: str
    lines: Sequence[Line]
