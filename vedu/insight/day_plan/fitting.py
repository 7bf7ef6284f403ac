"""Lays the entries of a day on its working hours (DAY-1): whole minutes since the day began, no base and no clock.

What is promised for an hour stands at it. Each of the others begins as early as it may. In the order of rank it is
asked whether one more finds a place beside those that have one: tried with those first who may begin in a part of the
day only, the soonest to end before the others. So nothing nearer to money is left out for the sake of what is further,
and no window is lost while another entry could have waited. Places are given out by rank too; somebody goes ahead only
where he would lose his window otherwise.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
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
    """Those that can all be laid, in their order; at the end what still finds a gap."""
    chosen = _chosen(waiting, pieces, busy, hours)
    starts = _by_rank(chosen, pieces, busy, hours)
    taken = sorted([*busy, *(_span(pieces[place], start) for place, start in starts.items())])
    return starts | _laid([place for place in waiting if place not in starts], pieces, taken, hours)


def _chosen(waiting: Sequence[int], pieces: Sequence[Piece], busy: Sequence[Span], hours: Span) -> list[int]:
    """All where there is room for all; else one by one, by rank."""
    order = _in_a_hurry(waiting, pieces, hours)
    if len(_laid(order, pieces, busy, hours)) == len(waiting):
        return list(waiting)
    chosen: list[int] = []
    for place in waiting:
        more = {*chosen, place}
        if len(_laid([one for one in order if one in more], pieces, busy, hours)) == len(more):
            chosen.append(place)
    return chosen


def _by_rank(chosen: Sequence[int], pieces: Sequence[Piece], busy: Sequence[Span], hours: Span) -> dict[int, int]:
    """Each in turn the nearest to money whose place leaves room for all the rest."""
    starts = _laid(chosen, pieces, busy, hours)
    if len(starts) == len(chosen):
        return starts
    left, taken, starts = _in_a_hurry(chosen, pieces, hours), sorted(busy), {}
    while left:
        place, start = next(_leaving_room(left, pieces, taken, hours))
        starts[place] = start
        left.remove(place)
        insort(taken, _span(pieces[place], start))
    return starts


def _leaving_room(
    left: Sequence[int], pieces: Sequence[Piece], taken: Sequence[Span], hours: Span
) -> Iterator[tuple[int, int]]:
    """By rank; the first of those in a hurry is always one of them."""
    for place in sorted(left):
        start = _earliest(pieces[place], taken, hours)
        if start is not None:
            rest = [one for one in left if one != place]
            with_it = sorted([*taken, _span(pieces[place], start)])
            if len(_laid(rest, pieces, with_it, hours)) == len(rest):
                yield place, start


def _in_a_hurry(places: Iterable[int], pieces: Sequence[Piece], hours: Span) -> list[int]:
    return sorted(places, key=lambda place: _turn(place, pieces[place], hours))


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
