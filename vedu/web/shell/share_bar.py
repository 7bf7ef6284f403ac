"""A share with how sure it is, drawn: the dot is the share, the band its interval. Put together in Python, for a report
has a hundred and fifty of them."""

from html import escape
from typing import NamedTuple, Self

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from vedu.insight.win_rate import WinRate
from vedu.web.shell.said import said_once


class Words(NamedTuple):
    """Formats, but ``few``."""

    said: str
    between: str
    few: str


class ShareBar(NamedTuple):
    """``low``, ``middle`` and ``high`` in per cent; without ``is_enough`` only the count is said."""

    said: str
    percent: str = ""
    low: int = 0
    middle: int = 0
    high: int = 0
    is_enough: bool = False
    is_empty: bool = False
    words: Words | None = None

    @classmethod
    def of(cls, rate: WinRate, fewest: int) -> Self:
        """With fewer than ``fewest`` a share says nothing that a person could use."""
        words = _words()
        said = words.said % {"part": rate.won, "whole": rate.total}
        if rate.total < fewest:
            return cls(said, is_empty=not rate.total, words=words)
        low, high = rate.interval
        middle = round(100 * rate.share)
        return cls(said, f"{middle}\u00a0%", round(100 * low), middle, round(100 * high), is_enough=True, words=words)

    @property
    def markup(self) -> SafeString:
        words = self.words or _words()
        return mark_safe(self._drawn(words.between) if self.is_enough else self._told(words.few))

    def _drawn(self, between: str) -> str:
        words = between % {"low": self.low, "high": self.high}
        return (
            f'<span class="v-share"><span class="v-num"><b>{escape(self.percent)}</b> '
            f'<span class="v-3">{escape(self.said)}</span></span><span class="scale" role="img" '
            f'aria-label="{words}" style="--a:{self.low};--b:{self.high};--m:{self.middle}"><i></i><b></b>'
            "</span></span>"
        )

    def _told(self, few: str) -> str:
        if self.is_empty:
            return '<span class="v-3">—</span>'
        return f'<span class="v-3 v-num">{escape(self.said)} <small>{few}</small></span>'


@said_once
def _words() -> Words:
    return Words(
        _("%(part)d of %(whole)d"),
        escape(_("most likely between %(low)s and %(high)s per cent")),
        escape(_("too few to say")),
    )
