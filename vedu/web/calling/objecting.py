"""«If they say…»: the likeliest objections of this talk with the answer that works best (calling/_objecting.html)."""

from typing import NamedTuple

from vedu.insight.rebuttals.likeliest import Likely, likeliest
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.talk.objection_kind import ObjectionKind
from vedu.web.calling.words import percent_of
from vedu.web.objections.answer_row import AnswerRow, against_words, answer_row

# Fewer objections say nothing about how often each comes.
FEWEST_HEARD = 20


class Objecting(NamedTuple):
    """``percent`` of the objections heard, 0 while there are too few; ``key`` opens it."""

    kind: str
    percent: int
    key: str
    answer: AnswerRow


def objecting_of(calls: CallingList) -> list[Objecting]:
    """At most four queries."""
    return [_objecting(one, number) for number, one in enumerate(likeliest(calls.playbook_id), 1)]


def _objecting(one: Likely, number: int) -> Objecting:
    is_enough = one.heard.total >= FEWEST_HEARD
    percent = percent_of(one.heard.won, one.heard.total) if is_enough else 0
    label = str(ObjectionKind(one.kind).label)
    return Objecting(label[:1].upper() + label[1:], percent, f"shift+{number}", answer_row(one.best, against_words()))
