"""Rules as they are kept and sent: plain JSON with units in the names; what is left out is as usual."""

from collections.abc import Callable, Mapping
from datetime import time, timedelta
from functools import partial
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from vedu.clients.channel import REMOTE
from vedu.foundation.refusal import Invalid, Reason, invalid
from vedu.sales.contact_policy.rules import Hours, Rules

HOURS = ("usual", "outer", "outer_on_days_off")
# With how many at most.
COUNTS = {"most_a_day": 50, "most_a_week": 100, "most_a_month": 300, "most_unanswered": 100}
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Span(NamedTuple):
    """A length of time: how JSON calls it, in what unit, how many at most."""

    word: str
    unit: timedelta
    most: int


SPANS = {
    "between": Span("hours_between", HOUR, 24 * 30),
    "after_refusal": Span("days_after_refusal", DAY, 1000),
    "after_colleague": Span("hours_after_colleague", HOUR, 24 * 30),
    "rest_after_unanswered": Span("days_of_rest", DAY, 1000),
}


def as_json(rules: Rules) -> dict[str, Any]:
    hours = {name: _hours_text(getattr(rules, name)) for name in HOURS}
    counts = {name: getattr(rules, name) for name in COUNTS}
    spans = {span.word: getattr(rules, name) // span.unit for name, span in SPANS.items()}
    return {**hours, **counts, **spans, "need_consent": sorted(rules.need_consent)}


def read(written: Mapping[str, Any]) -> Rules:
    """Raises Invalid with everything that cannot be right."""
    found: dict[str, Any] = {}
    wrong: list[Reason] = []
    for word, said in written.items():
        try:
            found |= _part(word, said)
        except Invalid as refused:
            wrong.extend(refused.reasons)
    if wrong:
        raise Invalid(*wrong)
    return Rules(**found)


def _part(word: str, said: Any) -> dict[str, Any]:
    if word not in _PARTS:
        raise invalid(word, "unknown-word", _("“%(name)s” is no rule of contact.") % {"name": word})
    name, read_one = _PARTS[word]
    return {name: read_one(word, said)}


def _hours(word: str, said: Any) -> Hours:
    """«09:00-18:00»."""
    try:
        start, end = (time.fromisoformat(part.strip()) for part in str(said).replace("–", "-").split("-"))
    except ValueError as error:
        raise invalid(word, "hours-wrong", _("Write hours as 09:00-18:00.")) from error
    if not start < end:
        raise invalid(word, "hours-turned", _("The hours end before they begin: write them as 09:00-18:00."))
    return Hours(start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0))


def _hours_or_none(word: str, said: Any) -> Hours | None:
    return None if said in (None, "") else _hours(word, said)


def _hours_text(hours: Hours | None) -> str:
    return f"{hours.start:%H:%M}-{hours.end:%H:%M}" if hours else ""


def _whole(word: str, said: Any, most: int) -> int:
    text = str(said).strip()
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) <= most):
        raise invalid(word, "number-wrong", _("Write a whole number from 0 to %(most)d.") % {"most": most})
    return int(text)


def _span(word: str, said: Any, span: Span) -> timedelta:
    return span.unit * _whole(word, said, span.most)


def _channels(word: str, said: Any) -> frozenset[str]:
    unknown = [channel for channel in said if channel not in REMOTE]
    if unknown:
        words = {"value": unknown[0], "allowed": ", ".join(REMOTE)}
        raise invalid(word, "unknown-word", _("“%(value)s” is unknown here: use one of %(allowed)s.") % words)
    return frozenset(map(str, said))


# By the word of JSON: the field of the rules, and how it is read.
_PARTS: dict[str, tuple[str, Callable[[str, Any], Any]]] = {
    "usual": ("usual", _hours),
    "outer": ("outer", _hours),
    "outer_on_days_off": ("outer_on_days_off", _hours_or_none),
    **{name: (name, partial(_whole, most=most)) for name, most in COUNTS.items()},
    **{span.word: (name, partial(_span, span=span)) for name, span in SPANS.items()},
    "need_consent": ("need_consent", _channels),
}
