"""What budgets would leave out of today's plans (DAY-3), before anybody decides them; in five queries for any number of
sellers."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from operator import itemgetter

from vedu.insight.day_plan.current import JUST_PASSED
from vedu.insight.day_plan.moment import ONE_DAY, Moment, start_of
from vedu.insight.day_plan.order import Funnel, Rank
from vedu.insight.day_plan.spending import Spending, Work, spending_of
from vedu.insight.day_plan.task_row import MOST_ENTRIES
from vedu.insight.day_plan.weighing import worth_of
from vedu.sales.deals.deal import DealState
from vedu.sales.time_budgets.time_budget import SegmentBudget, budgets_of
from vedu.sales.touches.task import Task

# Of a large company the earliest deadlines only: some hundredths of a second.
MOST_TASKS = 8_000
_FACTS = (
    "assignee_id",
    "client_id",
    "minutes",
    "has_time",
    "due_at",
    "deal__state",
    "deal__stage_id",
    "deal__amount",
    "deal__chance",
    "deal__signal_strength",
    "deal__signals_at",
)


def left_out(
    people: Collection[int], budgets: Sequence[SegmentBudget], now: datetime | None = None
) -> dict[int, Spending]:
    """By person, for those who have something to do today or have done it."""
    if not budgets or not people:
        return {}
    moment = Moment.of(None, now)
    planned, done = _planned(people, moment), _done(people, moment)
    clients = {work.client_id for works in (*planned.values(), *done.values()) for work in works}
    of = budgets_of(clients, budgets)
    return {
        person: spending_of(planned.get(person, ()), done.get(person, ()), budgets, of)
        for person in sorted({*planned, *done})
    }


def _planned(people: Collection[int], moment: Moment) -> Mapping[int, list[Work]]:
    """In the order of each one's day, as many as one day holds."""
    funnel = Funnel()
    found: dict[int, list[tuple[Rank, Work]]] = defaultdict(list)
    due = Task.objects.due_before(start_of(moment.on + ONE_DAY)).filter(assignee__in=people)
    rows = due.order_by("due_at", "pk").values_list(*_FACTS)[:MOST_TASKS]
    for turn, (person, client, minutes, has_time, due_at, state, stage, amount, chance, *signals) in enumerate(rows):
        worth = worth_of(amount, chance, signals[0], signals[1], moment.now)
        rank = funnel.rank(stage if state == DealState.OPEN else None, worth, turn)
        is_promised = has_time and due_at >= moment.now - JUST_PASSED
        found[person].append((rank, Work(client, minutes, is_promised)))
    return {
        person: [work for _rank, work in sorted(ranked, key=itemgetter(0))[:MOST_ENTRIES]]
        for person, ranked in found.items()
    }


def _done(people: Collection[int], moment: Moment) -> Mapping[int, list[Work]]:
    bounds = {"done_at__gte": start_of(moment.on), "done_at__lt": start_of(moment.on + ONE_DAY)}
    rows = (
        Task.objects.filter(assignee__in=people, **bounds).order_by().values_list("assignee_id", "client_id", "minutes")
    )
    found: dict[int, list[Work]] = defaultdict(list)
    for person, client, minutes in rows[:MOST_TASKS]:
        found[person].append(Work(client, minutes))
    return found
