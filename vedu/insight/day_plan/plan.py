"""Builds the plan of a day (DAY-1)."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.db.models import Case, F, When
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.insight.day_plan import why
from vedu.insight.day_plan.entry import DayPlan, Entry, Group
from vedu.insight.day_plan.order import Funnel, Rank
from vedu.sales.deals.closing import Closing
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task

MOST_ENTRIES = 60
MOST_WEIGHED = 500


def day_plan(user: User, on: date | None = None, now: datetime | None = None) -> DayPlan:
    """What ``user`` has to do on a day: everything due till its end and everything overdue.

    At most 60 entries, the nearest to money first; the rest are counted in ``hidden``. Six queries."""
    now = now or timezone.now()
    on = on or timezone.localdate(now)
    funnel = Funnel()
    ranks = _ranks(user, start_of(on + timedelta(days=1)), funnel)
    chosen = sorted(ranks, key=lambda pk: ranks[pk].key())[:MOST_ENTRIES]
    groups = _groups(chosen, ranks, funnel, now)
    return DayPlan(groups=groups, done=_done(user, on), hidden=len(ranks) - len(chosen))


def start_of(day: date) -> datetime:
    """The first moment of a local day."""
    return timezone.make_aware(datetime.combine(day, time.min))


def _ranks(user: User, end: datetime, funnel: Funnel) -> dict[int, Rank]:
    """Weigh the tasks by bare columns first; only the chosen are loaded whole."""
    stage = Case(When(deal__state="open", then=F("deal__stage_id")))
    due = Task.objects.due_before(end).filter(assignee=user).order_by("due_at", "pk").annotate(at_stage=stage)
    rows = due.values_list("pk", "at_stage", "deal__amount", "deal__chance", "due_at")[:MOST_WEIGHED]
    return {pk: funnel.rank(stage_id, amount, chance, due_at) for pk, stage_id, amount, chance, due_at in rows}


def _groups(chosen: Sequence[int], ranks: dict[int, Rank], funnel: Funnel, now: datetime) -> list[Group]:
    tasks = Task.objects.select_related("client", "contact", "deal__stage").in_bulk(chosen)
    closings = _closings([task.deal_id for task in tasks.values() if task.kind == TaskKind.RETURN])
    groups = []
    for stage_id, keys in groupby(chosen, key=lambda pk: ranks[pk].stage_id):
        members = [tasks[pk] for pk in keys]
        name = funnel.name(stage_id) if stage_id else _("Returns and promises")
        groups.append(Group(name, [_entry(task, now, place, closings) for place, task in enumerate(members)]))
    return groups


def _entry(task: Task, now: datetime, place: int, closings: dict[int, Closing]) -> Entry:
    closing = closings.get(task.deal_id) if task.deal_id else None
    return Entry(
        task=task,
        why=why.why(task, now, is_largest=place == 0, closing=closing),
        overdue_days=max(0, why.days_late(task, now)),
        is_overdue=why.is_overdue(task, now),
    )


def _closings(deal_ids: Sequence[int | None]) -> dict[int, Closing]:
    """The latest closing of each deal."""
    found = Closing.objects.filter(deal__in=deal_ids).select_related("reason").order_by("at", "pk")
    return {closing.deal_id: closing for closing in found} if deal_ids else {}


def _done(user: User, on: date) -> list[Task]:
    today = Task.objects.filter(assignee=user, done_at__gte=start_of(on), done_at__lt=start_of(on + timedelta(days=1)))
    return list(today.select_related("client", "deal").order_by("-done_at")[:MOST_ENTRIES])
