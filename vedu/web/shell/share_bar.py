"""A share with how sure it is, drawn: the dot is the share, the band its interval. Put together in Python, for a report
has a hundred and fifty of them."""

from functools import cache
from html import escape
from typing import NamedTuple, Self

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vedu.insight.win_rate import WinRate


class Words(NamedTuple):
    """Formats, but ``few``."""

    said: str
    between: str
    few: str


class ShareBar(NamedTuple):
    """``low``, ``middle`` and ``high`` in per cent; without ``is_enough`` only the count is said. ``language`` is that
    which is active."""

    said: str
    percent: str = ""
    low: int = 0
    middle: int = 0
    high: int = 0
    is_enough: bool = False
    is_empty: bool = False
    language: str | None = None

    @classmethod
    def of(cls, rate: WinRate, fewest: int, language: str | None = None) -> Self:
        """With fewer than ``fewest`` a share says nothing that a person could use."""
        language = language or get_language()
        said = _words(language).said % {"part": rate.won, "whole": rate.total}
        if rate.total < fewest:
            return cls(said, is_empty=not rate.total, language=language)
        low, high = rate.interval
        middle = round(100 * rate.share)
        return cls(
            said, f"{middle}\u00a0%", round(100 * low), middle, round(100 * high), is_enough=True, language=language
        )

    @property
    def markup(self) -> SafeString:
        return mark_safe(self._drawn() if self.is_enough else self._told())

    def _drawn(self) -> str:
        words = _words(self.language).between % {"low": self.low, "high": self.high}
        return (
            f'<span class="v-share"><span class="v-num"><b>{escape(self.percent)}</b> '
            f'<span class="v-3">{escape(self.said)}</span></span><span class="scale" role="img" '
            f'aria-label="{words}" style="--a:{self.low};--b:{self.high};--m:{self.middle}"><i></i><b></b>'
            "</span></span>"
        )

    def _told(self) -> str:
        if self.is_empty:
            return '<span class="v-3">—</span>'
        few = _words(self.language).few
        return f'<span class="v-3 v-num">{escape(self.said)} <small>{few}</small></span>'


@cache
def _words(_language: str | None) -> Words:
    """Looked up once for each language."""
    return Words(
        _("%(part)d of %(whole)d"),
        escape(_("most likely between %(low)s and %(high)s per cent")),
        escape(_("too few to say")),
    )
