"""Laying entries on hours, held against brute force (DAY-1)."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as some

from vedu.insight.day_plan.fitting import Piece, Span, fit

HOURS = Span(2, 12)
MINUTES = range(15)


@some.composite
def spans(draw: some.DrawFn, most: int = 3) -> tuple[Span, ...]:
    edges = draw(some.lists(some.integers(0, 14), max_size=2 * most, unique=True))
    ordered = sorted(edges[: len(edges) // 2 * 2])
    return tuple(Span(*pair) for pair in zip(ordered[::2], ordered[1::2], strict=True))


FREE = (Span(0, 15),)
LENGTHS = some.integers(1, 4)
BOUND = some.builds(Piece, LENGTHS, some.integers(0, 14), some.just(()), some.just(False))
ANY = some.builds(Piece, LENGTHS, some.none(), spans() | some.just(FREE), some.booleans())
DAYS = some.lists(ANY | BOUND, max_size=8)
UNIT = some.builds(Piece, some.just(1), some.none(), spans(most=1) | some.just(FREE), some.just(False))


def may_begin(piece: Piece, minute: int, pieces: list[Piece], starts: list[int | None], place: int) -> bool:
    """Said anew, minute by minute: within its hours and the working ones, and beside all the others."""
    body = range(minute, minute + piece.minutes)
    others = {
        taken
        for other, start in enumerate(starts)
        if start is not None and other != place
        for taken in range(start, start + pieces[other].minutes)
    }
    is_open = any(span.start <= minute < span.end for span in piece.spans)
    return is_open and body[0] >= HOURS.start and body[-1] < HOURS.end and not others & set(body)


def can_all_begin(pieces: list[Piece]) -> bool:
    """Of pieces of one minute: by trying."""
    if not pieces:
        return True
    first, *rest = pieces

    def without(minute: int) -> list[Piece]:
        return [one._replace(spans=_without(one.spans, minute)) for one in rest]

    return any(
        can_all_begin(without(minute))
        for minute in range(*HOURS)
        if any(span.start <= minute < span.end for span in first.spans)
    )


def _without(spans: Sequence[Span], minute: int) -> list[Span]:
    halves = [
        half for start, end in spans for half in (Span(start, min(end, minute)), Span(max(start, minute + 1), end))
    ]
    return [half for half in halves if half.start < half.end]


@given(DAYS)
def test_what_is_promised_for_an_hour_stands_at_it(pieces: list[Piece]) -> None:
    starts = fit(pieces, HOURS)
    assert len(starts) == len(pieces)
    assert all(start == piece.at for piece, start in zip(pieces, starts, strict=True) if piece.at is not None)


@given(DAYS)
def test_all_the_others_stand_apart_at_the_earliest_minute_they_may(pieces: list[Piece]) -> None:
    starts = fit(pieces, HOURS)
    for place, (piece, start) in enumerate(zip(pieces, starts, strict=True)):
        if piece.at is None:
            earliest = next((at for at in MINUTES if may_begin(piece, at, pieces, starts, place)), None)
            assert start == earliest  # and None only where no minute is left


@given(DAYS)
def test_what_comes_last_takes_nothing_from_the_others(pieces: list[Piece]) -> None:
    others = [piece for piece in pieces if not piece.is_last]
    found = [start for piece, start in zip(pieces, fit(pieces, HOURS), strict=True) if not piece.is_last]
    assert found == fit(others, HOURS)


@given(some.lists(UNIT, max_size=7))
@settings(max_examples=60, deadline=None)
def test_no_window_is_lost_while_another_entry_could_have_waited(pieces: list[Piece]) -> None:
    """As many as can begin at all do; and whoever has no place could have none beside those nearer to money."""
    starts = fit(pieces, HOURS)
    laid = [piece for piece, start in zip(pieces, starts, strict=True) if start is not None]
    most = max(
        size
        for size in range(len(pieces) + 1)
        if any(can_all_begin(list(some_of)) for some_of in combinations(pieces, size))
    )
    assert len(laid) == most
    for place, start in enumerate(starts):
        if start is None:
            before = [piece for piece, at in zip(pieces[:place], starts[:place], strict=True) if at is not None]
            assert not can_all_begin([*before, pieces[place]])


@given(DAYS)
def test_nobody_goes_ahead_without_need(pieces: list[Piece]) -> None:
    """Where each in the order of rank finds its place, that is the day."""
    bound = [piece for piece in pieces if piece.at is not None]
    starts: list[int | None] = [piece.at for piece in pieces]
    for place, piece in enumerate(pieces):
        if piece.at is None and not piece.is_last:
            starts[place] = next((at for at in MINUTES if may_begin(piece, at, pieces, starts, place)), None)
    first = [place for place, piece in enumerate(pieces) if not piece.is_last or piece in bound]
    if all(starts[place] is not None for place in first):
        found = fit(pieces, HOURS)
        assert [found[place] for place in first] == [starts[place] for place in first]


def test_an_evening_that_comes_at_noon_goes_before_what_can_wait() -> None:
    rich, far = Piece(2, spans=FREE), Piece(2, spans=(Span(0, 3),))
    assert fit([rich, far], HOURS) == [4, 2]


def test_who_would_lose_nothing_by_waiting_waits() -> None:
    rich, morning = Piece(2, spans=FREE), Piece(2, spans=(Span(0, 8),))
    assert fit([rich, morning], HOURS) == [2, 4]


def test_the_order_is_that_of_rank_where_nobody_hurries() -> None:
    assert fit([Piece(3, spans=FREE), Piece(2, spans=FREE), Piece(4, spans=FREE)], HOURS) == [2, 5, 7]


def test_in_a_day_that_is_too_short_the_nearest_to_money_stay() -> None:
    assert fit([Piece(6, spans=FREE), Piece(5, spans=FREE), Piece(4, spans=FREE)], HOURS) == [2, None, 8]


def test_nobody_who_hurries_pushes_out_one_nearer_to_money() -> None:
    whole_day, hurries = Piece(10, spans=FREE), Piece(1, spans=(Span(2, 3),))
    assert fit([whole_day, hurries], HOURS) == [2, None]


def test_gaps_between_promised_hours_are_filled() -> None:
    pieces = [Piece(2, at=4), Piece(3, spans=FREE), Piece(2, spans=FREE), Piece(1, at=4)]
    assert fit(pieces, HOURS) == [4, 6, 2, 4]


def test_what_is_last_comes_into_what_is_left() -> None:
    assert fit([Piece(2, spans=FREE, is_last=True), Piece(2, spans=FREE)], HOURS) == [4, 2]
