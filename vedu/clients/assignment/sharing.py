"""Shares clients out one by one: to the next in turn, or to the least loaded who has room."""

from collections.abc import Collection, Sequence

from vedu.clients.assignment.method import Method
from vedu.clients.assignment.receivers import Receiver


class Sharing:
    """``after`` is the id of the one who was given the last client: turns go on from there."""

    def __init__(self, receivers: Sequence[Receiver], method: str, after: int | None = None) -> None:
        self.receivers, self._method, self.after = receivers, method, after

    def give(self, open_deals: int = 0, among: Collection[int] | None = None) -> Receiver | None:
        """Who gets a client with so many open deals; ``among``: only one of these ids. None when nobody has room."""
        able = [one for one in self.receivers if one.has_room and (among is None or one.pk in among)]
        if not able:
            return None
        chosen = self._next(able) if self._method == Method.TURNS else min(able, key=lambda one: (one.load, one.pk))
        chosen.take(open_deals)
        self.after = chosen.pk
        return chosen

    def _next(self, able: Sequence[Receiver]) -> Receiver:
        last = self.after or 0
        return next((one for one in able if one.pk > last), able[0])
