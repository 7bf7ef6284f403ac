"""Hours of a day side by side where they overlap."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Minutes from the day's beginning."""

    begins: int
    ends: int


class Lane(NamedTuple):
    """The place among so many that stand side by side."""

    place: int
    of: int


def lanes(spans: Iterable[Span]) -> list[Lane]:
    """In the order in which they came, which is that of their beginnings. Each takes the first free place; those that
    touch each other, directly or through others, are equally wide."""
    places: list[int] = []
    widths: list[int] = []
    free_at: list[int] = []
    group_start, group_end = 0, 0
    for number, span in enumerate(spans):
        if span.begins >= group_end:
            widths += [len(free_at)] * (number - group_start)
            group_start, free_at = number, []
        place = next((at for at, end in enumerate(free_at) if end <= span.begins), len(free_at))
        free_at[place : place + 1] = [span.ends]
        group_end = max(group_end, span.ends) if free_at[1:] or number > group_start else span.ends
        places.append(place)
    widths += [len(free_at)] * (len(places) - group_start)
    return [Lane(place, of) for place, of in zip(places, widths, strict=True)]
