"""The brief as a card shows it: how ready it is, what is missing, what is known (preparation/_brief.html)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.part import Part, names_of
from vedu.clients.preparation.readiness import Readiness, present_with_rule, readiness_of
from vedu.web.clients.since import day_text
from vedu.web.shell.address import address_of


class Text(NamedTuple):
    """``question`` is what the words answer."""

    question: str
    words: str


class Link(NamedTuple):
    """``url`` is empty for a line that is no address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class BriefPanel:
    """``words`` «3 из 6»; ``missing`` lists the parts that are not there; ``written`` says by whom and when."""

    url: str
    is_begun: bool = False
    is_ready: bool = False
    words: str = ""
    percent: int = 0
    missing: str = ""
    written: str = ""
    texts: list[Text] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def brief_panel(client_id: int, now: datetime) -> BriefPanel:
    """One query."""
    empty = empty_panel(client_id)
    known = present_with_rule(client_id)
    return _panel(empty.url, known[0], readiness_of(*known), now) if known else empty


def empty_panel(client_id: int) -> BriefPanel:
    """Nobody has begun it."""
    return BriefPanel(address_of("preparation:brief", client_id))


def _panel(url: str, brief: Brief, readiness: Readiness, now: datetime) -> BriefPanel:
    return BriefPanel(
        url=url,
        is_begun=True,
        is_ready=readiness.is_ready,
        words=count_words(readiness),
        percent=readiness.percent,
        missing=", ".join(names_of(readiness.missing)),
        written=written_words(brief, now),
        texts=[Text(str(part.label), getattr(brief, part)) for part in Part if getattr(brief, part)],
        links=links_of(brief),
    )


def count_words(readiness: Readiness) -> str:
    words = {"filled": readiness.filled, "total": readiness.total}
    return pgettext("readiness", "%(filled)d of %(total)d") % words


def written_words(brief: Brief, now: datetime) -> str:
    return _("%(person)s, %(day)s") % {"person": brief.by.name, "day": day_text(brief.at, now)}


def links_of(brief: Brief) -> list[Link]:
    lines = [line.strip() for line in brief.links.splitlines()]
    return [Link(line, line if line.startswith(("https://", "http://")) else "") for line in lines if line]
