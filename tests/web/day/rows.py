"""Entries of a day made without a database."""

from datetime import datetime

from tests.web.day.morning import HOUR, NOW
from vedu.insight.day_plan.entry import DayPlan, Entry, Group
from vedu.insight.day_plan.task_row import DoneRow, TaskRow
from vedu.sales.touches.channel import TaskKind


def task_row(pk: int = 1, **facts: object) -> TaskRow:
    """A call at 12:20 without a deal."""
    usual = {
        "pk": pk,
        "kind": TaskKind.CALL,
        "title": "Call",
        "due_at": NOW + 2 * HOUR,
        "has_time": True,
        "minutes": 15,
    }
    client = {"client_id": 7, "client_name": "Bakery", "client_time_zone": "", "client_region": ""}
    return TaskRow(**dict.fromkeys(TaskRow._fields) | usual | client | facts)


def done_row(done_at: datetime = NOW, kind: str = TaskKind.CALL, **facts: object) -> DoneRow:
    usual = {
        "pk": 9,
        "title": "Call",
        "minutes": 20,
        "result": "",
        "client_id": 7,
        "client_name": "Bakery",
        "deal_id": None,
    }
    return DoneRow(**usual | {"done_at": done_at, "kind": kind} | facts)


def entry_of(task: TaskRow, *, is_overdue: bool = False) -> Entry:
    return Entry(task, "The largest in this stage", 0, is_overdue)


def plan_of(*entries: Entry, done: list[DoneRow] | None = None) -> DayPlan:
    return DayPlan([Group("Contract", "Wholesale", list(entries))] if entries else [], done or [], 0)
