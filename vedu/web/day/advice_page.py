"""Which entries of a day are of deals that it is time to stop working (DAY-3), as the card of the deal says it."""

from collections.abc import Mapping
from typing import NamedTuple

from vedu.foundation.people.user import User
from vedu.insight.day_plan.task_row import TaskRow, open_rows_of
from vedu.insight.stage_norms.standings import hopeless_of
from vedu.web.day.fit_page import shown_in
from vedu.web.day.whose import may_work_in
from vedu.web.deal.dragging import stop_text
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock


class Advice(NamedTuple):
    """``why`` is the sentence of the card; the addresses are those of its two ways on, "" for one who may only look."""

    pk: int
    why: str
    put_off_url: str
    refusal_url: str


class AdvicePage:
    """``said`` is the query, with the tasks that the page shows."""

    def __init__(self, viewer: User, user: User, said: Mapping[str, str]) -> None:
        self.viewer, self.user = viewer, user
        self._shown = shown_in(said)
        self.clock = Clock.here()

    @property
    def rows(self) -> list[Advice]:
        """Four queries."""
        tasks = open_rows_of(self.user.pk, self._shown)
        may_work = may_work_in(self.viewer, self.user)
        hopeless = hopeless_of({task.deal_id for task in tasks.values() if task.deal_id}, self.clock.now)
        return [
            _advice(task, stop_text(stop), may_work)
            for task in tasks.values()
            if (stop := hopeless.get(task.deal_id or 0))
        ]


def _advice(task: TaskRow, why: str, may_work: bool) -> Advice:
    url = address_of("deal:closings", task.deal_id) if may_work else ""
    return Advice(task.pk, why, url and f"{url}?result=postponed", url and f"{url}?result=lost")
