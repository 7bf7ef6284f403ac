"""Everything the page of a brief shows: the parts with their questions, and the versions before."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.forms import BoundField
from django.utils import timezone

from vedu.clients.client import Client
from vedu.clients.preparation.brief import FIELDS, Brief
from vedu.clients.preparation.brief_rule import BriefRule, industry_of
from vedu.clients.preparation.part import Part, names_of
from vedu.clients.preparation.questions import questions_for
from vedu.clients.preparation.readiness import readiness_of
from vedu.foundation.people.user import User
from vedu.web.preparation.forms import BriefForm
from vedu.web.preparation.panel import Text, count_words, written_words

MOST_VERSIONS = 20


class Row(NamedTuple):
    """``text`` is shown to one who may only look."""

    field: BoundField
    questions: Sequence[str]
    text: str


class Version(NamedTuple):
    """What a version before had said where a later one says something else."""

    written: str
    texts: list[Text]


@dataclass
class BriefPage:
    """``sent`` is a form that came back with its errors."""

    client: Client
    user: User
    sent: BriefForm | None = None

    @property
    def may_work(self) -> bool:
        return self.client.is_workable_by(self.user)

    @cached_property
    def briefs(self) -> list[Brief]:
        return list(self.client.briefs.select_related("by")[: MOST_VERSIONS + 1])

    @property
    def present(self) -> Brief | None:
        return self.briefs[0] if self.briefs else None

    @cached_property
    def rule(self) -> BriefRule:
        return BriefRule.current()

    @cached_property
    def form(self) -> BriefForm:
        known = {field: self.text_of(field) for field in FIELDS}
        return self.sent or BriefForm(initial=known)

    @property
    def rows(self) -> list[Row]:
        """A part that the company does not count is not asked about, but keeps its place once it says something."""
        questions = questions_for(industry_of(self.rule))
        shown = [part for part in Part if part in self.rule.asked or self.text_of(part)]
        rows = [Row(self.form[part], [str(one) for one in questions[part]], self.text_of(part)) for part in shown]
        return [*rows, Row(self.form["links"], (), self.text_of("links"))]

    def text_of(self, field: str) -> str:
        return getattr(self.present, field) if self.present else ""

    @property
    def count(self) -> str:
        return count_words(readiness_of(self.present, self.rule))

    @property
    def percent(self) -> int:
        return readiness_of(self.present, self.rule).percent

    @property
    def missing(self) -> str:
        return ", ".join(names_of(readiness_of(self.present, self.rule).missing))

    @property
    def written(self) -> str:
        return written_words(self.present, timezone.now()) if self.present else ""

    @property
    def versions(self) -> list[Version]:
        """Those before the present one, the newest first."""
        now = timezone.now()
        pairs = zip(self.briefs, self.briefs[1:], strict=False)
        return [Version(written_words(before, now), _differing(before, after)) for after, before in pairs]


def _differing(before: Brief, after: Brief) -> list[Text]:
    fields = [field for field in FIELDS if getattr(before, field) and getattr(before, field) != getattr(after, field)]
    return [Text(name, getattr(before, field)) for field, name in zip(fields, names_of(fields), strict=True)]
