"""The answer of the contact policy."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class ContactVerdict(StrEnum):
    ALLOW = "allow"
    WARN = "warn"
    BLOCK = "block"


class Objection(NamedTuple):
    """What speaks against it: ``code`` is stable, ``facts`` fill its sentence (words.py). ``is_hard`` forbids, else it
    warns. ``until`` is when this alone stands no longer; None when time does not heal it."""

    code: str
    is_hard: bool
    until: datetime | None = None
    facts: tuple[object, ...] = ()


class Decision(NamedTuple):
    """``next_at`` is the earliest moment from the asked one on at which it is not forbidden, ``better_at`` the earliest
    at which the clock gives no warning either; None when there is none to come."""

    verdict: ContactVerdict
    objections: tuple[Objection, ...]
    next_at: datetime | None
    better_at: datetime | None

    @property
    def is_allowed(self) -> bool:
        """With a warning too."""
        return self.verdict != ContactVerdict.BLOCK


class Forbidden(NamedTuple):
    """The part of a decision that forbids: its hard objections, none where he may be reached, and ``next_at`` as
    above."""

    objections: tuple[Objection, ...]
    next_at: datetime | None
