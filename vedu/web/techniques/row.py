"""A row of a table as it is shown: shares, their difference drawn, and what may be said of it."""

from typing import NamedTuple, Self

from django.utils.translation import pgettext

from vedu.insight.preparation import percent
from vedu.insight.techniques.comparison import Effect, Verdict
from vedu.web.shell.said import said_once
from vedu.web.shell.share_bar import ShareBar

# The part v-interval draws 20 units to each side of zero; here a unit is three points.
WIDEST, POINTS = 20, 3
TONES = {Verdict.MORE: "good", Verdict.LESS: "bad"}


class Gap(NamedTuple):
    """``low``, ``middle`` and ``high`` in units of the drawing; ``words`` «+20 п. п. (от +11 до +29)»."""

    low: float
    middle: float
    high: float
    tone: str
    words: str

    @classmethod
    def of(cls, effect: Effect, verdict: Verdict) -> Self:
        low, high = effect.interval
        words = _points() % {"apart": points(effect.apart), "low": points(low), "high": points(high)}
        return cls(_drawn(low), _drawn(effect.apart), _drawn(high), TONES.get(verdict, ""), words)


class Cell(NamedTuple):
    """A share, or words."""

    label: str
    bar: ShareBar | None = None
    text: str = ""


class Row(NamedTuple):
    """``tag`` is a word beside the name; ``about`` stands under it."""

    name: str
    about: str
    tag: str
    cells: list[Cell]
    verdict: str
    tone: str
    gap: Gap | None


def points(share: float) -> str:
    """With a real minus."""
    number = percent(abs(share))
    return f"{'−' if share < 0 and number else '+' if number else ''}{number}"


def _drawn(share: float) -> float:
    return round(max(-WIDEST, min(WIDEST, share * 100 / POINTS)), 1)


@said_once
def _points() -> str:
    return pgettext("difference of shares", "%(apart)s points (from %(low)s to %(high)s)")
