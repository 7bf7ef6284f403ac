"""What is done today, as lines (day/_done.html)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from vedu.foundation.values.moments import hour_text
from vedu.insight.day_plan.task_row import DoneRow, results_of
from vedu.web.day.row import card_url
from vedu.web.day.titles import line_of
from vedu.web.deals.step_nouns import noun_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.icons import icon_markup


@dataclass(frozen=True, slots=True)
class Finished:
    """``result`` is what came of it, in the person's words."""

    at: str
    icon: SafeString
    kind: str
    line: str
    url: str
    result: str


def finished_of(done: Sequence[DoneRow], clock: Clock) -> list[Finished]:
    results = results_of(done)
    return [
        Finished(
            at=hour_text(task.done_at, clock.zone),
            icon=icon_markup(noun_of(task.kind).icon),
            kind=str(noun_of(task.kind).name),
            line=line_of(task.client_name, task.title),
            url=card_url(task.deal_id, task.client_id),
            result=results[task.pk],
        )
        for task in done
    ]
