"""Lays the entries of a day on its working hours (DAY-1): whole minutes since the day began, no base and no clock.

What is promised for an hour stands at it. Each of the others begins as early as it may. In the order of rank it is
asked whether one more finds a place beside those that have one; where places are given out, those that may begin in a
part of the day only go before those that can wait, the soonest to end first. So nothing nearer to money is left out for
the sake of what is further, and no window is lost while another entry could have waited.
"""

from bisect import insort
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """The end is not in it."""

    start: int
    end: int


class Piece(NamedTuple):
    """An entry to be laid. ``at``: promised for this minute. ``spans``: when it may begin, in their order and apart.
    ``is_last``: it gets what the others have left."""

    minutes: int
    at: int | None = None
    spans: Sequence[Span] = ()
    is_last: bool = False


def fit(pieces: Sequence[Piece], hours: Span) -> list[int | None]:
    """When each begins; None for what does not fit. ``pieces`` come in the order of rank."""
    starts = {place: piece.at for place, piece in enumerate(pieces) if piece.at is not None}
    for is_last in (False, True):
        waiting = [
            place for place, piece in enumerate(pieces) if piece.at is None and piece.spans and piece.is_last == is_last
        ]
        busy = sorted(_span(pieces[place], start) for place, start in starts.items())
        starts |= _round(waiting, pieces, busy, hours)
    return [starts.get(place) for place in range(len(pieces))]


def _round(waiting: Sequence[int], pieces: Sequence[Piece], busy: Sequence[Span], hours: Span) -> dict[int, int]:
    """All at once where there is room for all; else one by one, and at the end what still finds a gap."""
    order = sorted(waiting, key=lambda place: _turn(place, pieces[place], hours))
    laid = _laid(order, pieces, busy, hours)
    if len(laid) == len(waiting):
        return laid
    laid, chosen = {}, set[int]()
    for place in waiting:
        found = _laid([one for one in order if one in chosen or one == place], pieces, busy, hours)
        if len(found) > len(chosen):
            laid = found
            chosen.add(place)
    taken = sorted([*busy, *(_span(pieces[place], start) for place, start in laid.items())])
    return laid | _laid([place for place in waiting if place not in laid], pieces, taken, hours)


def _laid(places: Iterable[int], pieces: Sequence[Piece], busy: Iterable[Span], hours: Span) -> dict[int, int]:
    """Each as early as what stands before it allows; those that find no place are left out."""
    taken, starts = list(busy), dict[int, int]()
    for place in places:
        start = _earliest(pieces[place], taken, hours)
        if start is not None:
            starts[place] = start
            insort(taken, _span(pieces[place], start))
    return starts


def _earliest(piece: Piece, taken: Sequence[Span], hours: Span) -> int | None:
    for span in piece.spans:
        start = max(span.start, hours.start)
        for one in taken:
            if one.start >= start + piece.minutes:
                break
            start = max(start, one.end)
        if start < span.end and start + piece.minutes <= hours.end:
            return start
    return None


def _turn(place: int, piece: Piece, hours: Span) -> tuple[bool, int, int]:
    """Who cannot wait comes first, by the last minute at which he may begin."""
    latest = hours.end - piece.minutes
    if any(span.start <= hours.start and span.end > latest for span in piece.spans):
        return True, 0, place
    return False, min(piece.spans[-1].end - 1, latest), place


def _span(piece: Piece, start: int) -> Span:
    return Span(start, start + piece.minutes)
