"""What is overdue for some working days is told to the head, once a week for each task (DAY-4). May run twice."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Exists
from django.utils import timezone

from vedu.foundation.people.absence import Absence
from vedu.foundation.people.calendar_day import changes, is_working_time
from vedu.foundation.people.heads import heads_of
from vedu.foundation.people.installation import day_start, local_day
from vedu.foundation.people.notice import News, Notice
from vedu.foundation.values.working_calendar import Changes, add_working_days, is_working_day
from vedu.sales.reminders.overdue_rule import OverdueRule
from vedu.sales.reminders.reminder import Reminder, ReminderKind
from vedu.sales.touches.task import Task

BATCH = 500
LONGEST = 250  # working days that are counted


def escalate(at: datetime | None = None) -> int:
    """The job, in working time only. Answers of how many tasks heads were told."""
    at = at or timezone.now()
    days = OverdueRule.days()
    if days is None or not is_working_time(at):
        return 0
    today = local_day(at)
    week = day_start(today - timedelta(days=today.weekday()))
    before = day_start(add_working_days(today, -days, changes()) + timedelta(days=1))
    told = 0
    while batch := _overdue(before, week):
        if not _tell(batch, week, at):
            break
        told += len(batch)
    return told


def _overdue(before: datetime, week: datetime) -> list[Task]:
    told = Reminder.objects.of_this(ReminderKind.OVERDUE, week)
    found = Task.objects.due_before(before).filter(~Exists(told)).order_by("due_at", "pk")
    return list(found.select_related("client", "assignee__team")[:BATCH])


def _tell(tasks: list[Task], week: datetime, at: datetime) -> bool:
    heads = _heads(tasks, at)
    today, known = local_day(at), changes()
    news = [
        News(head, "overdue.escalated", f"{task.pk}:{week:%Y-%m-%d}", _facts(task, _working_days(task, today, known)))
        for task in tasks
        for head in heads.get(task.assignee_id, ())
    ]
    try:
        with transaction.atomic():
            Reminder.objects.bulk_create(
                Reminder(task=task, kind=ReminderKind.OVERDUE, about_at=week, at=at) for task in tasks
            )
            Notice.send(news, at=at)
    except IntegrityError:  # another run tells of them at this moment
        return False
    return True


def _heads(tasks: list[Task], at: datetime) -> Mapping[int, list[int]]:
    """Ids of those to tell, by assignee; for a head who is away, his substitute."""
    found = heads_of({task.assignee for task in tasks})
    away = dict(Absence.objects.in_force(at).exclude(substitute=None).values_list("person", "substitute"))
    return {pk: [away.get(head.pk, head.pk) for head in heads] for pk, heads in found.items()}


def _working_days(task: Task, today: date, known: Changes) -> int:
    day, days = local_day(task.due_at), 0
    while day < today and days < LONGEST:
        day += timedelta(days=1)
        days += is_working_day(day, known)
    return days


def _facts(task: Task, days: int) -> dict[str, object]:
    return {
        "client": task.client_id,
        "name": task.client.name,
        "deal": task.deal_id,
        "task": task.pk,
        "title": task.title,
        "due_at": task.due_at,
        "days": days,
        "owner": task.assignee.name,
    }
