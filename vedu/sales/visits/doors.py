"""Addresses to walk, as a person pastes them: a line each, or a range of houses «ул. Ленина 1–45 нечётные»."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from vedu.foundation.refusal import invalid

MOST_DOORS, LONGEST_ADDRESS = 200, 255
_DASH = r"\s*(?:-|–|—|\.\.|…)\s*"
_RANGE = re.compile(
    rf"^(?P<street>.*?[^\W\d_].*?[\s,.])(?:(?:д|дом|дома)\.?\s*)?(?P<first>\d{{1,4}}){_DASH}(?P<last>\d{{1,4}})"
    r"(?:[\s,(]*(?P<side>нечётн|нечетн|чётн|четн|odd|even)\w*\.?\)?)?\s*$",
    re.IGNORECASE,
)
_ODD = ("неч", "odd")


def doors_of(text: str) -> list[str]:
    """Each address once, in the order given. Raises Invalid where there is none, or more than a day's walk."""
    found = dict.fromkeys(door for line in text.splitlines() for door in _doors(" ".join(line.split())))
    if not found:
        raise invalid("addresses", "address-needed", _("Paste addresses, one a line, or a range: “Lenin St. 1–45”."))
    if len(found) > MOST_DOORS:
        sentence = _("That is %(count)d doors: a list holds at most %(most)d, split the street.")
        raise invalid("addresses", "too-many-doors", sentence % {"count": len(found), "most": MOST_DOORS})
    return list(found)


def _doors(line: str) -> Iterator[str]:
    if not line:
        return
    named = _RANGE.match(line)
    if named is None:
        yield line[:LONGEST_ADDRESS]
        return
    street = named["street"].strip(" ,")
    for house in _houses(int(named["first"]), int(named["last"]), (named["side"] or "").lower()):
        yield f"{street}, {house}"[:LONGEST_ADDRESS]


def _houses(first: int, last: int, side: str) -> range:
    """Down the street where it is written so; one side of it where that is said. One more than fits tells too many."""
    step = 1 if first <= last else -1
    if side:
        is_odd = side.startswith(_ODD)
        first += step if first % 2 != is_odd else 0
        step *= 2
    houses = range(first, last + (1 if step > 0 else -1), step)
    return houses[: MOST_DOORS + 1]
