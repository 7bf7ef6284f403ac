"""What works, as the tables of the page."""

from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.foundation.values.moments import full_text
from vedu.insight.techniques.answers import answers_judged
from vedu.insight.techniques.comparison import FEWEST
from vedu.insight.techniques.report import Report, report_for
from vedu.sales.deals.pipeline import Pipeline
from vedu.web.shell.clock import Clock
from vedu.web.techniques import tables
from vedu.web.techniques.tables import Table

USUAL = 365


class Choice(NamedTuple):
    """A part of the filter: its address, its words, is it on."""

    url: str
    words: str
    is_on: bool


class TechniquesPage:
    """Five queries."""

    fewest = FEWEST

    def __init__(self, viewer: User, days: int, pipeline: int | None) -> None:
        self.viewer, self.days, self.pipeline = viewer, days, pipeline

    @property
    def periods(self) -> list[Choice]:
        named = {90: _("90 days"), 365: _("a year"), 730: _("two years")}
        return [Choice(_url(days, self.pipeline), words, days == self.days) for days, words in named.items()]

    @cached_property
    def pipelines(self) -> list[Choice]:
        """Nothing to choose from where there is one."""
        known = _PIPELINES.rows()
        if len(known) < 2:
            return []
        everything = Choice(_url(self.days, None), _("All pipelines"), self.pipeline is None)
        return [everything, *(Choice(_url(self.days, pk), name, pk == self.pipeline) for pk, name in known)]

    @cached_property
    def tables(self) -> list[Table]:
        found = [
            tables.techniques(self._report),
            tables.questions(self._report),
            tables.arguments(self._report),
            tables.flags(self._report),
            tables.answers(answers_judged()),
        ]
        return [table for table in found if table.rows or table.few]

    @property
    def counted(self) -> str:
        """When, in words; "" while no night has been yet."""
        return full_text(self._report.at, Clock.here().zone) if self._report.at else ""

    @property
    def is_empty(self) -> bool:
        return self._report.is_empty

    @cached_property
    def _report(self) -> Report:
        return report_for(self.viewer, self.days, self.pipeline)


def _url(days: int, pipeline: int | None) -> str:
    return f"?days={days}" + (f"&pipeline={pipeline}" if pipeline else "")


_PIPELINES = Prepared(lambda: Pipeline.objects.in_use().values_list("pk", "name"), ids=0)
