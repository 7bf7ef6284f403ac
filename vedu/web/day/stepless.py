"""Open deals with nothing planned: the first few and how many there are (STAGE-4)."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import IntegerField, QuerySet, Subquery

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.foundation.values.money_text import money_text
from vedu.sales.deals.deal import Deal
from vedu.web.deals.chip import Chip
from vedu.web.deals.scope import MINE
from vedu.web.shell.address import address_of
from vedu.web.shell.capped_counts import CAP, count_text

SHOWN = 3


@dataclass(frozen=True, slots=True)
class SteplessDeal:
    url: str
    client: str
    name: str
    amount: str


@dataclass(frozen=True, slots=True)
class Stepless:
    """``count`` is «7» or «99+»; ``all_url`` is the list of deals narrowed to them, empty when they are another's."""

    deals: list[SteplessDeal]
    count: str
    all_url: str


def stepless_of(user: User, language: str, *, is_own: bool) -> Stepless:
    """One query; the longest forgotten come first."""
    rows = _STEPLESS.rows(user.pk)
    deals = [
        SteplessDeal(address_of("deal:card", pk), client, name, money_text(amount, currency, language))
        for pk, client, name, amount, currency, _count in rows
    ]
    return Stepless(deals, count_text(rows[0][-1] if rows else 0), list_url(Chip.STEPLESS) if is_own else "")


def _stepless(owner: Any) -> "QuerySet[Deal, Any]":
    # The clients are looked up for the chosen deals only: joined before the cut, PostgreSQL reads all of them.
    stepless = Deal.objects.stepless().filter(owner=owner)
    first = stepless.order_by("attend_at", "pk")[:SHOWN]
    # Without an order SQLite counts by another index, row by row: a hundred times slower.
    count = CountOf(stepless.order_by("attend_at", "pk").values("pk")[: CAP + 1])
    found = Deal.objects.filter(pk__in=first.values("pk")).annotate(count=count).order_by("attend_at", "pk")
    return found.values_list("pk", "client__name", "name", "amount", "currency", "count")


class CountOf(Subquery):
    """How many rows the query finds, which may be cut."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) found)"
    output_field = IntegerField()


_STEPLESS = Prepared(_stepless)


def list_url(chip: Chip) -> str:
    """One's own deals behind a filter chip."""
    return f"{address_of('deals:list')}?{urlencode({'scope': MINE, 'chip': chip.value})}"
