"""The library as its page shows it: by kinds of objections, those answers first that have worked."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from vedu.foundation.people.user import User
from vedu.insight.rebuttals.ranking import NOTHING, Ranked, in_order
from vedu.insight.rebuttals.rates import FEWEST, Rates, rates
from vedu.sales.objections.rebuttal import Against, Rebuttal
from vedu.sales.talk.objection_kind import ObjectionKind
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


class KindRows(NamedTuple):
    code: str
    name: str
    rows: list[AnswerRow]


class Library:
    """Two queries for what is in use, one more for heads."""

    def __init__(self, user: User) -> None:
        self.user = user

    @property
    def fewest(self) -> int:
        return FEWEST

    @cached_property
    def kinds(self) -> list[KindRows]:
        by_kind: dict[str, list[Ranked]] = {}
        for one in Rebuttal.objects.in_use().select_related("latest"):
            if one.latest is not None:
                row = Ranked(one, one.latest, self._rates.get(one.pk, NOTHING))
                by_kind.setdefault(one.kind, []).append(row)
        return [
            KindRows(code, _titled(str(label)), [answer_row(row) for row in in_order(by_kind[code])])
            for code, label in ObjectionKind.choices
            if code in by_kind
        ]

    @cached_property
    def own_words(self) -> AnswerRow | None:
        """What came of answers that were not from the library, to compare with."""
        known = self._rates.get(None)
        return None if known is None else AnswerRow(0, "", "", False, [], "", known.used, *bars(known))

    @cached_property
    def retired(self) -> list[Rebuttal]:
        return list(Rebuttal.objects.filter(is_retired=True).select_related("latest")) if self.user.is_leading else []

    @cached_property
    def _rates(self) -> Mapping[int | None, Rates]:
        return rates()


def answer_row(row: Ranked) -> AnswerRow:
    against = Against(row.rebuttal.against)
    return AnswerRow(
        pk=row.rebuttal.pk,
        title=row.version.title,
        against=str(against.label),
        is_for_indecision=against == Against.INDECISION,
        steps=row.version.steps,
        question=row.version.question,
        used=row.rates.used,
        removed=ShareBar.of(row.rates.removed, FEWEST),
        won=ShareBar.of(row.rates.won, FEWEST),
    )


def bars(known: Rates) -> tuple[ShareBar, ShareBar]:
    return ShareBar.of(known.removed, FEWEST), ShareBar.of(known.won, FEWEST)


def _titled(words: str) -> str:
    """With a capital at the front; «КП» further on keeps its own."""
    return words[:1].upper() + words[1:]
