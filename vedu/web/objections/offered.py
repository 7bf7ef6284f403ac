"""What to answer to an objection of a deal (objections/_offered.html): the best five have keys."""

from typing import NamedTuple

from vedu.insight.rebuttals.ranking import ranked
from vedu.sales.objections.rebuttal import Against
from vedu.sales.talk.objection import Objection
from vedu.web.objections.answer_row import AnswerRow, against_words, answer_row
from vedu.web.shell.address import address_of

KEYS = 5


class Offer(NamedTuple):
    """``version`` is what is kept when it is used; ``key`` "" behind the first five."""

    version: int
    answer: AnswerRow
    key: str


class Offered:
    """Two queries."""

    def __init__(self, objection: Objection, *, can_work: bool) -> None:
        self.objection, self.can_work = objection, can_work
        rows = ranked(objection.kind, is_indecision=objection.is_indecision)
        against = against_words()
        self.offers = [
            Offer(row.version.pk, answer_row(row, against), str(number) if number <= KEYS else "")
            for number, row in enumerate(rows, 1)
        ]

    @property
    def kind(self) -> str:
        return str(self.objection.get_kind_display())

    @property
    def against(self) -> str:
        return str((Against.INDECISION if self.objection.is_indecision else Against.DOUBT).label)

    @property
    def reply_url(self) -> str:
        return address_of("deal:reply", self.objection.pk)
