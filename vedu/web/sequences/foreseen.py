"""Who would begin a sequence and who would not, before anything is written."""

from collections import Counter
from collections.abc import Sequence as Rows
from functools import cached_property
from typing import NamedTuple

from vedu.sales.contact_policy.decision import Objection
from vedu.sales.contact_policy.words import by_clock, sentence_of
from vedu.sales.sequences.admission import Admission
from vedu.sales.sequences.enrolling import MOST
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock

MOST_SHOWN = 100
WHOLE = 100


class PersonRow(NamedTuple):
    """``words``: why not, or why later; ``when`` is by the client's clock."""

    url: str
    client: str
    contact: str
    when: str
    words: list[str]


class ReasonRow(NamedTuple):
    sentence: str
    number: int
    percent: int


class Foreseen:
    def __init__(self, seen: Rows[Admission], clock: Clock) -> None:
        self.seen, self.clock = seen, clock

    @property
    def is_whole(self) -> bool:
        """Not only the first 200."""
        return len(self.seen) < MOST

    @cached_property
    def begin(self) -> list[Admission]:
        return [one for one in self.seen if one.is_admitted]

    @cached_property
    def put_off(self) -> list[Admission]:
        return [one for one in self.begin if one.is_put_off]

    @cached_property
    def refused(self) -> list[Admission]:
        return [one for one in self.seen if not one.is_admitted]

    @property
    def begin_rows(self) -> list[PersonRow]:
        return [_row(one, [sentence_of(why) for why in _why_later(one)]) for one in self.begin[:MOST_SHOWN]]

    @property
    def refused_rows(self) -> list[PersonRow]:
        return [_row(one, [reason.sentence for reason in one.reasons]) for one in self.refused[:MOST_SHOWN]]

    @property
    def reasons(self) -> list[ReasonRow]:
        """Of one code the first sentence stands for all."""
        first = {reason.code: reason.sentence for one in reversed(self.refused) for reason in reversed(one.reasons)}
        counts = Counter(reason.code for one in self.refused for reason in one.reasons[:1])
        most = max(counts.values(), default=1)
        return [ReasonRow(first[code], count, WHOLE * count // most) for code, count in counts.most_common()]


def _why_later(one: Admission) -> list[Objection]:
    return [why for why in one.objections if why.is_hard] if one.is_put_off else []


def _row(one: Admission, words: list[str]) -> PersonRow:
    client, contact = one.person.client, one.person.contact
    when = by_clock(one.first_at, one.known.whom.clock.zone) if one.first_at and one.is_admitted else ""
    return PersonRow(address_of("clients:card", client.pk), client.name, contact.name if contact else "", when, words)
