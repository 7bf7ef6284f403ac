"""Sellers who follow the plan of the day and the contact policy, clients who answer by chance."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from vedu.clients.client import Client
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.foundation.values.working_calendar import is_working_day
from vedu.insight.day_plan.plan import day_plan
from vedu.sales.contact_policy.asking import Known, known_of, known_of_all
from vedu.sales.contact_policy.decision import ContactVerdict
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.deals.presets.active import WHOLESALE
from vedu.sales.deals.presets.install import install, install_refusal_reasons
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.touches.channel import TWO_WAY, Channel, Direction, Outcome
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

ZONES = "Europe/Moscow Europe/Kaliningrad Europe/Samara Asia/Yekaterinburg Asia/Novosibirsk Asia/Vladivostok".split()
HERE = ZoneInfo("Europe/Moscow")
OPENS, CLOSES, EVENING = time(9), time(18), time(19)
ONE_TOUCH = timedelta(minutes=12)
WAYS = (Channel.CALL, Channel.EMAIL, Channel.MESSENGER)
OPT_OUT = "opt_out"
# What comes of it when we reach out, in shares; and how many write to us by themselves in a day.
CALLED = {Outcome.NO_ANSWER: 45, Outcome.TALKED: 32, Outcome.CALL_BACK: 10, Outcome.REFUSED: 10, OPT_OUT: 3}
WRITTEN = {Outcome.SENT: 70, Outcome.REPLIED: 25, Outcome.REFUSED: 4, OPT_OUT: 1}
WRITES_HIMSELF = 0.004


@dataclass
class Month:
    start: date
    dice: Random = field(default_factory=lambda: Random(7))
    weeks: list[Counter[str]] = field(default_factory=list)

    def count(self, at: datetime, what: str) -> None:
        week = (at.astimezone(HERE).date() - self.start).days // 7
        self.weeks.extend(Counter[str]() for _week in range(week + 1 - len(self.weeks)))
        self.weeks[week][what] += 1


@dataclass(eq=False)
class Waiting:
    """A task of the day with what the policy knows of its client."""

    task: Task
    known: Known

    @property
    def channel(self) -> str:
        return self.task.kind


def lived(clients: int, sellers: int, days: int) -> list[Counter[str]]:
    """What was counted, by week. The month has just ended."""
    month = Month(datetime.now(UTC).astimezone(HERE).date() - timedelta(days=days + 1))
    people = _begin(clients, sellers, month)
    for day in (month.start + timedelta(days=number) for number in range(days)):
        if is_working_day(day):
            for seller in people:
                _work(seller, day, month)
        _hear(day, month)
    return month.weeks


def _begin(clients: int, sellers: int, month: Month) -> list[User]:
    """Everybody has a deal with each of his clients and a first call planned when the client may be called."""
    (pipeline,) = install([WHOLESALE])
    install_refusal_reasons()
    people = [User.objects.create_user(f"seller{number}", role=Role.SELLER) for number in range(sellers)]
    for number in range(clients):
        _lead(people[number % sellers], number, pipeline, month)
    return people


def _lead(seller: User, number: int, pipeline: Pipeline, month: Month) -> None:
    began = _at(month.start - timedelta(days=1), OPENS)
    client = Client.add(name=f"Client {number}", by=seller, at=began, time_zone=month.dice.choice(ZONES))
    first = began + timedelta(days=month.dice.randrange(1, 20), minutes=month.dice.randrange(600))
    decision = known_of(client, at=began).decide(Channel.CALL, first, seller)
    step = NextStep(Channel.CALL, decision.better_at or first)
    Deal.open(client, pipeline, name="An order", by=seller, next_step=step, at=began)


def _work(seller: User, day: date, month: Month) -> None:
    """From nine to six: what may be done now, in the order of the plan; the rest is put off as the policy says."""
    now, end = _at(day, OPENS), _at(day, CLOSES)
    waiting = _waiting(seller, now)
    while waiting and now < end:
        decided = [(one, one.known.decide(one.channel, now, seller)) for one in waiting]
        free = next((one for one, decision in decided if decision.is_allowed and decision.better_at == now), None)
        if free is None:
            now = min((decision.better_at for _one, decision in decided if decision.better_at), default=end)
            continue
        _reach(free, seller, now, month)
        waiting = [one for one in waiting if one.task.client_id != free.task.client_id]
        now += ONE_TOUCH
    for one in waiting:
        _put_off(one, seller, end, month)


def _waiting(seller: User, now: datetime) -> list[Waiting]:
    ids = [entry.task.pk for entry in day_plan(seller, now=now).entries]
    tasks = Task.objects.select_related("client__owner", "deal__client", "deal__stage", "assignee").in_bulk(ids)
    known = known_of_all([(task.client, None) for task in tasks.values()], at=now)
    return [Waiting(tasks[pk], known[tasks[pk].client_id, None]) for pk in ids]


def _reach(one: Waiting, seller: User, now: datetime, month: Month) -> None:
    shares = WRITTEN if one.channel == Channel.EMAIL else CALLED
    result = month.dice.choices(list(shares), list(shares.values()))[0]
    outcome = Outcome.REFUSED if result == OPT_OUT else Outcome(result)
    client, deal = one.task.client, one.task.deal
    Touch.log(client, by=seller, deal=deal, channel=one.channel, outcome=outcome, at=now)
    if result == OPT_OUT:
        object_to(Subject(client), by=seller, channels=[one.channel], why="Asked", at=now)
    month.count(now, "touches")
    for what, happened in (
        ("answered", outcome in TWO_WAY),
        ("refused", result == Outcome.REFUSED),
        ("opted out", result == OPT_OUT),
    ):
        if happened:
            month.count(now, what)
    _go_on(one.task, seller, now, month)


def _go_on(task: Task, seller: User, now: datetime, month: Month) -> None:
    """The task is done, and the next step stands where the policy lets it; where no way is left, the deal is lost."""
    task.complete(by=seller, at=now)
    known, wanted = known_of(task.client, at=now), now + timedelta(days=month.dice.randrange(1, 8))
    assert task.deal_id is not None
    deal = Deal.objects.select_related("client", "owner", "stage").get(pk=task.deal_id)
    for way in sorted(WAYS, key=lambda channel: (channel != task.kind, month.dice.random())):
        decision = known.decide(way, wanted, seller)
        if decision.better_at:
            deal.plan(NextStep(way, decision.better_at), by=seller, at=now)
            return
    reason = RefusalReason.objects.get(code="expensive")
    deal.lose(by=seller, reason=reason, return_on=None, at=now)


def _put_off(one: Waiting, seller: User, now: datetime, month: Month) -> None:
    decision = one.known.decide(one.channel, now, seller)
    if decision.better_at is None:
        _go_on(one.task, seller, now, month)
        return
    if decision.verdict == ContactVerdict.BLOCK:
        month.count(now, "put off")
    one.task.move_due(decision.better_at, by=seller, at=now)


def _hear(day: date, month: Month) -> None:
    """Some clients write to us by themselves in the evening."""
    at = _at(day, EVENING)
    writing = [pk for pk in _of_open_deals() if month.dice.random() < WRITES_HIMSELF]
    for deal in Deal.objects.filter(pk__in=writing).select_related("client__owner", "owner"):
        Touch.log(
            deal.client, by=deal.owner, deal=deal, channel=Channel.EMAIL, direction=Direction.IN,
            outcome=Outcome.REPLIED, at=at,
        )  # fmt: skip
        month.count(at, "wrote themselves")


def _of_open_deals() -> Sequence[int]:
    return list(Deal.objects.open().order_by("pk").values_list("pk", flat=True))


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, HERE).astimezone(UTC)
