"""How the company reaches its clients: rules and time budgets by segment, what clients have said of it, and some who
were pressed."""

from datetime import datetime, timedelta
from random import Random

from vedu.clients.channel import Channel
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.sales.contact_policy.contact_rule import ContactRule
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.contact_policy.touch_cost import TouchCost
from vedu.sales.deals.deal import Deal
from vedu.sales.time_budgets.time_budget import TimeBudget

PRESSED, SAID, HABITS = 3, 6, 8
COLD = {"field": "purchases", "op": "at_most", "values": ["0"]}
A_DAY_FOR_COLD = 150  # minutes
WAYS = (
    (Channel.CALL, (10, 11)),
    (Channel.EMAIL, ()),
    (Channel.MESSENGER, (16, 17)),
    (Channel.CALL, (9,)),
)


def manners(rng: Random, now: datetime, head: User, sellers: list[User]) -> None:
    """After the segments are named."""
    _decide(head)
    for seller in sellers[:PRESSED]:
        deals = list(Deal.objects.open().filter(owner=seller).select_related("client__owner", "owner").order_by("pk"))
        for deal in deals[:SAID]:
            _say(rng, deal, now)
        for deal in deals[SAID : SAID + PRESSED]:
            _press(rng, deal, now)
        for deal in deals[SAID + PRESSED : SAID + PRESSED + HABITS]:
            _answer_at_their_hour(rng, deal, now)
        _ask_not_to_call(deals[-1], now)


def _decide(head: User) -> None:
    key, near = (Segment.objects.get(name=name) for name in ("Ключевые", "Производства рядом"))
    ContactRule.decide(
        [
            (key, {"most_a_week": 3, "most_a_month": 8, "days_after_refusal": 60}),
            (near, {"usual": "08:00-17:00", "outer": "07:00-20:00", "outer_on_days_off": ""}),
            (None, {}),
        ],
        by=head,
    )
    cold = Segment.define(
        "Холодные", [COLD], by=head, about="Ещё ничего не купили: не больше двух с половиной часов в день"
    )
    TimeBudget.decide([(cold, A_DAY_FOR_COLD)], by=head)
    TouchCost.decide({Channel.CALL: 180, Channel.MEETING: 3_500}, 22, by=head)


def _say(rng: Random, deal: Deal, now: datetime) -> None:
    channel, hours = rng.choice(WAYS)
    at = now - timedelta(days=rng.randint(3, 60))
    ContactPreference.state(deal.client, by=deal.owner, channel=channel, hours=hours, at=at)


def _press(rng: Random, deal: Deal, now: datetime) -> None:
    """Called again and again in vain, the last week."""
    for days in range(6, 0, -1):
        at = (now - timedelta(days=days)).replace(hour=rng.randint(7, 13), minute=rng.randint(0, 59))
        deal.log_touch(by=deal.owner, channel=Channel.CALL, outcome="no_answer", at=at)


def _answer_at_their_hour(rng: Random, deal: Deal, now: datetime) -> None:
    """Answers in the afternoon, hardly in the morning."""
    for week in range(8, 0, -1):
        for hour, chance in ((7, 0.05), (12, 0.95)):  # UTC
            at = (now - timedelta(weeks=week, days=rng.randint(0, 4))).replace(hour=hour)
            outcome = "talked" if rng.random() < chance else "no_answer"
            deal.log_touch(by=deal.owner, channel=Channel.CALL, outcome=outcome, at=at)


def _ask_not_to_call(deal: Deal, now: datetime) -> None:
    contact = deal.client.contacts.order_by("pk").last()
    object_to(Subject(deal.client, contact), by=deal.owner, channels=[Channel.CALL], why="Просил не звонить", at=now)
