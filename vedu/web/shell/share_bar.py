"""A share with how sure it is, drawn: the dot is the share, the band its interval (shell/_share_bar.html)."""

from typing import NamedTuple, Self

from django.utils.translation import gettext as _

from vedu.insight.win_rate import WinRate


class ShareBar(NamedTuple):
    """``low``, ``middle`` and ``high`` in per cent; without ``is_enough`` only the count is said."""

    said: str
    percent: str = ""
    low: int = 0
    middle: int = 0
    high: int = 0
    is_enough: bool = False
    is_empty: bool = False

    @classmethod
    def of(cls, rate: WinRate, fewest: int) -> Self:
        """With fewer than ``fewest`` a share says nothing that a person could use."""
        said = _("%(part)d of %(whole)d") % {"part": rate.won, "whole": rate.total}
        if rate.total < fewest:
            return cls(said, is_empty=not rate.total)
        low, middle, high = (round(100 * share) for share in (rate.interval.low, rate.share, rate.interval.high))
        return cls(said, f"{middle}\u00a0%", low, middle, high, is_enough=True)
