"""What the budgets as typed would leave out of today's plans, seller by seller."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString

from vedu.foundation.people.colleagues import selling_people
from vedu.foundation.people.user import User
from vedu.insight.day_plan.left_out import left_out
from vedu.insight.day_plan.spending import Use
from vedu.sales.time_budgets.time_budget import SegmentBudget
from vedu.web.day.budget_bar import BudgetBar, bar_of
from vedu.web.shell.person import person_markup

MOST_SHOWN = 30


class SellerShown(NamedTuple):
    bubble: SafeString
    name: str
    bars: Sequence[BudgetBar]
    beyond: int


def preview_of(head: User, budgets: Sequence[SegmentBudget]) -> list[SellerShown]:
    """Of the head's own sellers, those who would put off most first; ``beyond`` in minutes. At most seven queries."""
    ids = head.managed_ids()
    people = {one.pk: one for one in selling_people() if ids is None or one.pk in ids or one.pk == head.pk}
    found = left_out(list(people), budgets)
    rows = [_shown(people[pk], spending.uses) for pk, spending in found.items() if spending.uses]
    return sorted(rows, key=lambda row: -row.beyond)[:MOST_SHOWN]


def _shown(person: User, uses: Sequence[Use]) -> SellerShown:
    bubble = person_markup(person.name, person.pk, decorative=True)
    return SellerShown(bubble, person.name, [bar_of(use) for use in uses], sum(use.beyond for use in uses))
