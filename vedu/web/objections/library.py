"""The library as its page shows it: by kinds of objections, those answers first that have worked."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from django.utils.safestring import SafeString

from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.insight.rebuttals.ranking import NOTHING, Ranked, in_order
from vedu.insight.rebuttals.rates import FEWEST, Rates, rates
from vedu.sales.objections.rebuttal import Rebuttal
from vedu.sales.talk.objection_kind import ObjectionKind
from vedu.web.objections.answer_html import answers_html
from vedu.web.objections.answer_row import AnswerRow, against_words, answer_row
from vedu.web.shell.share_bar import ShareBar


class KindRows(NamedTuple):
    """``may_change``: the reader writes the library."""

    code: str
    name: str
    rows: list[AnswerRow]
    may_change: bool

    @property
    def html(self) -> SafeString:
        return answers_html(self.rows, may_change=self.may_change)


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
        for one in _IN_USE.objects():
            if one.latest is not None:
                row = Ranked(one, one.latest, self._rates.get(one.pk, NOTHING))
                by_kind.setdefault(one.kind, []).append(row)
        against, may_change = against_words(), self.user.is_leading
        return [
            KindRows(
                code, _titled(str(label)), [answer_row(row, against) for row in in_order(by_kind[code])], may_change
            )
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
        return _RETIRED.objects() if self.user.is_leading else []

    @cached_property
    def _rates(self) -> Mapping[int | None, Rates]:
        return rates()


def bars(known: Rates) -> tuple[ShareBar, ShareBar]:
    return ShareBar.of(known.removed, FEWEST), ShareBar.of(known.won, FEWEST)


def _titled(words: str) -> str:
    """With a capital at the front; «КП» further on keeps its own."""
    return words[:1].upper() + words[1:]


_IN_USE = PreparedObjects(Rebuttal.objects.in_use, ids=0, related=["latest"])
_RETIRED = PreparedObjects(lambda: Rebuttal.objects.filter(is_retired=True), ids=0, related=["latest"])
