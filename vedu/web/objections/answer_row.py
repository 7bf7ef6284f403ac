"""An answer of the library in words and shares."""

from collections.abc import Mapping
from typing import NamedTuple

from vedu.insight.rebuttals.ranking import Ranked
from vedu.insight.rebuttals.rates import FEWEST
from vedu.sales.objections.rebuttal import Against
from vedu.web.shell.said import said_once
from vedu.web.shell.share_bar import ShareBar


class AnswerRow(NamedTuple):
    """``against`` is the word on its tag."""

    pk: int
    title: str
    against: str
    is_for_indecision: bool
    steps: list[str]
    question: str
    used: int
    removed: ShareBar
    won: ShareBar


@said_once
def against_words() -> dict[str, str]:
    """What the tag of an answer says."""
    return {against.value: str(against.label) for against in Against}


def answer_row(row: Ranked, against: Mapping[str, str]) -> AnswerRow:
    """``against`` are the words of against_words()."""
    return AnswerRow(
        pk=row.rebuttal.pk,
        title=row.version.title,
        against=against[row.rebuttal.against],
        is_for_indecision=row.rebuttal.against == Against.INDECISION,
        steps=row.version.steps,
        question=row.version.question,
        used=row.rates.used,
        removed=ShareBar.of(row.rates.removed, FEWEST),
        won=ShareBar.of(row.rates.won, FEWEST),
    )
