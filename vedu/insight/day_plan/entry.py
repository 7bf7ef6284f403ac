"""An entry of the day: one task with the facts that say when it comes and why."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from vedu.sales.touches.task import Task


@dataclass(frozen=True, slots=True)
class Entry:
    """``task`` comes with its client, contact, and deal with stage loaded. ``why`` is a sentence or two.

    ``overdue_days`` is 0 for what is due today."""

    task: Task
    why: str
    overdue_days: int
    is_overdue: bool

    @property
    def amount(self) -> Decimal:
        return self.task.deal.amount if self.task.deal else Decimal(0)

    @property
    def due_at(self) -> datetime:
        return self.task.due_at


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one stage. ``position`` is the place of the stage, counted from the end of its pipeline."""

    name: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class DayPlan:
    """``groups`` run from the end of the funnel to its start; ``done`` are today's finished tasks, newest first.

    ``hidden`` counts open tasks beyond the limit of one day's page."""

    groups: list[Group]
    done: list[Task]
    hidden: int

    @property
    def entries(self) -> list[Entry]:
        return [entry for group in self.groups for entry in group.entries]

    @property
    def first(self) -> Entry | None:
        return next(iter(self.entries), None)

    @property
    def overdue(self) -> int:
        return sum(entry.is_overdue for entry in self.entries)
