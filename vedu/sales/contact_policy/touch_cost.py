"""What touches cost against what a deal may bring (CHAN-4): a simple estimate with numbers of the company."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from django.db import models, transaction
from django.utils.translation import gettext as _

from vedu.clients.channel import Channel
from vedu.foundation.events import tell
from vedu.foundation.people.installation import main_currency
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, Reason
from vedu.foundation.values.money import Money
from vedu.sales.contact_policy.rules import MARGIN_PERCENT, TOUCH_COSTS

ONLY = 1
DEAREST = 1_000_000
Costs = Mapping[str, int]


class Spent(NamedTuple):
    """``margin`` is what the deal is expected to bring, ``cost`` what our touches of it have cost by now."""

    touches: int
    cost: Money
    margin: Money

    @property
    def is_too_much(self) -> bool:
        return self.cost.amount > self.margin.amount


class TouchCost(models.Model):
    """One row at most; without it the estimates of rules.py hold. ``costs``: channel → whole units of the
    installation's currency for one touch. ``margin_percent`` of a deal's amount stays with the company."""

    costs = models.JSONField(default=dict)
    margin_percent = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=ONLY), name="one_touch_cost")]

    def __str__(self) -> str:
        return f"{self.costs}, {self.margin_percent} %"

    @classmethod
    def known(cls) -> "TouchCost":
        """What holds now."""
        return cls.objects.first() or cls(pk=ONLY, costs=_plain(TOUCH_COSTS), margin_percent=MARGIN_PERCENT)

    @classmethod
    def decide(cls, costs: Costs, margin_percent: int, *, by: User) -> None:
        """For heads. Raises Invalid with everything that cannot be right."""
        by.require_leading()
        wrong = [
            _wrong(f"cost_{channel}", DEAREST)
            for channel, cost in costs.items()
            if channel not in TOUCH_COSTS or not 0 <= cost <= DEAREST
        ]
        wrong += [] if 0 <= margin_percent <= 100 else [_wrong("margin_percent", 100)]
        if wrong:
            raise Invalid(*wrong)
        known = _plain({**TOUCH_COSTS, **costs})
        with transaction.atomic():
            cls.objects.update_or_create(pk=ONLY, defaults={"costs": known, "margin_percent": margin_percent})
            tell("contact_rules.costs_decided", by=by, costs=known, margin_percent=margin_percent)


def spent_on(deal_id: int, value: Money, touches: Mapping[tuple[int | None, str], int]) -> Spent | None:
    """``touches`` are ours by deal and channel (asking.py). None without an amount, in another currency than that of
    the costs, or before the first touch. One query."""
    counted = {channel: number for (deal, channel), number in touches.items() if deal == deal_id}
    if not (counted and value and value.currency == main_currency()):
        return None
    known = TouchCost.known()
    cost = sum(known.costs.get(channel, 0) * number for channel, number in counted.items())
    margin = (value.amount * known.margin_percent / 100).quantize(Decimal(1))
    return Spent(sum(counted.values()), Money(Decimal(cost), value.currency), Money(margin, value.currency))


def channel_costs() -> list[Channel]:
    """Those that have a cost, in the order in which they are asked for."""
    return [Channel(channel) for channel in TOUCH_COSTS]


def _plain(costs: Costs) -> dict[str, int]:
    """As JSON keeps it."""
    return {str(channel): cost for channel, cost in costs.items()}


def _wrong(field: str, most: int) -> Reason:
    sentence = _("Write a whole number from 0 to %(most)d.") % {"most": most}
    return Reason("number-wrong", sentence, {"field": field})
