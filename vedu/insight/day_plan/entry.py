"""An entry of the day: one task with the facts that say when it comes and why."""

from dataclasses import dataclass
from typing import NamedTuple

from vedu.insight.day_plan.task_row import DoneRow, TaskRow


class Entry(NamedTuple):
    """``why`` is a sentence or two. ``overdue_days`` is 0 for what is due today."""

    task: TaskRow
    why: str
    overdue_days: int
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one stage; ``pipeline`` is "" for what belongs to no open deal."""

    name: str
    pipeline: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class DayPlan:
    """``groups`` run from the end of the funnel to its start; ``done`` are the day's finished tasks, newest first.

    ``hidden`` counts open tasks beyond the limit of one day's page."""

    groups: list[Group]
    done: list[DoneRow]
    hidden: int

    @property
    def entries(self) -> list[Entry]:
        return [entry for group in self.groups for entry in group.entries]

    @property
    def overdue(self) -> int:
        return sum(entry.is_overdue for entry in self.entries)
