"""A line for each base kind or stage: how many there are, who came and who left in 30 and 90 days. Each number opens
its list (client_base/_lines.html)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString

from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.counts import Turns
from vedu.clients.kinds.lifecycle import Lifecycle
from vedu.web.client_base.number import number_text
from vedu.web.clients.chosen import Chosen
from vedu.web.clients.kind_words import kind_icon, kinds_name, stages_name
from vedu.web.clients.narrow import Narrow
from vedu.web.head.sums import share

PLUS, MINUS = "+", "−"


class Number(NamedTuple):
    """ "" where there is none."""

    text: str
    url: str


class Span(NamedTuple):
    """What happened in so many days."""

    days: int
    came: Number
    left: Number


@dataclass(frozen=True, slots=True)
class Line:
    """``word`` is the class of the colour, ``percent`` of the largest line for the bar."""

    word: str
    icon: SafeString
    name: str
    count: int
    number: Number
    percent: int
    spans: list[Span]


def kind_lines(chosen: Chosen, counts: Mapping[str, int], turns: Mapping[int, Turns]) -> list[Line]:
    words = [(kind.value, kind_icon(kind), kinds_name(kind)) for kind in BaseKind]
    return list(_lines(words, "base", chosen, counts, turns))


def stage_lines(chosen: Chosen, counts: Mapping[str, int], turns: Mapping[int, Turns]) -> list[Line]:
    words = [(stage.value, SafeString(""), stages_name(stage)) for stage in Lifecycle]
    return list(_lines(words, "life", chosen, counts, turns))


def _lines(
    words: Iterable[tuple[str, SafeString, str]],
    part: str,
    chosen: Chosen,
    counts: Mapping[str, int],
    turns: Mapping[int, Turns],
) -> Iterator[Line]:
    words = list(words)
    most = max(counts.get(word, 0) for word, _icon, _name in words)
    for word, icon, name in words:
        count = counts.get(word, 0)
        yield Line(
            word=word,
            icon=icon,
            name=name,
            count=count,
            number=_number("", count, chosen, Narrow(**{part: word})),
            percent=share(count, most),
            spans=[_span(word, days, turn, chosen) for days, turn in turns.items()],
        )


def _span(word: str, days: int, turns: Turns, chosen: Chosen) -> Span:
    came, left = turns.came.get(word, 0), turns.left.get(word, 0)
    return Span(
        days,
        _number(PLUS, came, chosen, Narrow(came=word, days=str(days))),
        _number(MINUS, left, chosen, Narrow(left=word, days=str(days))),
    )


def _number(sign: str, count: int, chosen: Chosen, narrow: Narrow) -> Number:
    return Number(sign + number_text(count), chosen.address(narrow=narrow)) if count else Number("", "")
