"""What has passed between us and a client, so that a decision costs a few bisections however long it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple


class Past(NamedTuple):
    """A touch: ``is_ours`` when we reached out, ``answered`` when the client himself spoke. ``asks_back`` when he asked
    us to come again, ``refused`` when he said no. ``by`` is the colleague's id."""

    at: datetime
    is_ours: bool
    answered: bool
    refused: bool = False
    asks_back: bool = False
    by: int = 0


class History:
    """Touches in any order."""

    def __init__(self, touches: Iterable[Past]) -> None:
        self._touches = known = sorted(touches)
        self._ours = [one.at for one in known if one.is_ours]
        self._by = [one.by for one in known if one.is_ours]
        self._refusals = [one.at for one in known if one.refused]
        self._answers = [one.at for one in known if one.answered or not one.is_ours]
        # His word that waits for ours.
        self._calls = [one.at for one in known if not one.refused and (one.asks_back or not one.is_ours)]

    def known_at(self, moment: datetime) -> "History":
        """What had passed by then: one who asks about yesterday does not know of today."""
        if not self._touches or self._touches[-1].at <= moment:
            return self
        return History(touch for touch in self._touches if touch.at <= moment)

    def before(self, moment: datetime) -> "History":
        """What had passed until just before it: what was known to him who made a touch at that moment."""
        return History(touch for touch in self._touches if touch.at < moment)

    def with_ours(self, moment: datetime, by: int) -> "History":
        """As it will be when one of us has reached out at that moment and was not answered."""
        return History([*self._touches, Past(moment, is_ours=True, answered=False, by=by)])

    def count(self, moment: datetime, within: timedelta) -> int:
        """Our touches after ``moment - within`` up to the moment."""
        return bisect_right(self._ours, moment) - bisect_right(self._ours, moment - within)

    def latest(self, moment: datetime, number: int) -> datetime:
        """The ``number``-th of our touches back from the moment, the last one is the first. IndexError without it."""
        return self._ours[self._place(moment, number)]

    def last(self, moment: datetime) -> tuple[datetime, int] | None:
        """When one of us reached out last, and who."""
        place = bisect_right(self._ours, moment) - 1
        return (self._ours[place], self._by[place]) if place >= 0 else None

    def since(self, moment: datetime, start: datetime) -> int:
        """Our touches from ``start`` on."""
        return bisect_right(self._ours, moment) - bisect_left(self._ours, start)

    def refused_at(self, moment: datetime) -> datetime | None:
        """The last refusal, unless he has spoken to us of his own will or asked us back since."""
        refused = _last(self._refusals, moment)
        called = _last(self._calls, moment)
        return None if refused is None or (called is not None and called > refused) else refused

    def unanswered(self, moment: datetime) -> int:
        """Our touches since the client's last word."""
        answered = _last(self._answers, moment)
        known = bisect_right(self._ours, moment)
        return known if answered is None else known - bisect_right(self._ours, answered)

    def has_talked(self, moment: datetime) -> bool:
        return _last(self._answers, moment) is not None

    def is_awaited(self, moment: datetime) -> bool:
        """He spoke last and waits for us: to answer him is no disturbance."""
        called, ours = _last(self._calls, moment), self.last(moment)
        return called is not None and (ours is None or called >= ours[0])

    def _place(self, moment: datetime, number: int) -> int:
        place = bisect_right(self._ours, moment) - number
        if place < 0:
            raise IndexError(number)
        return place


def _last(moments: list[datetime], moment: datetime) -> datetime | None:
    place = bisect_right(moments, moment)
    return moments[place - 1] if place else None
