"""One deal of the board or of the list as the database gives it: plain values, no model instance."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import QuerySet

from vedu.sales.deals.deal import Deal


class DealRow(NamedTuple):
    """The order is that of FIELDS."""

    pk: int
    name: str
    client: str
    amount: Decimal
    currency: str
    chance: int
    stage_id: int
    stage_since: datetime
    stage_due_at: datetime
    last_two_way_at: datetime | None
    attend_at: datetime
    step_at: datetime | None
    step_kind: str | None
    step_has_time: bool | None
    owner_id: int
    owner_first_name: str
    owner_last_name: str
    owner_login: str

    @property
    def owner_name(self) -> str:
        """As User.name gives it."""
        return f"{self.owner_first_name} {self.owner_last_name}".strip() or self.owner_login


FIELDS = (
    "pk",
    "name",
    "client__name",
    "amount",
    "currency",
    "chance",
    "stage_id",
    "stage_since",
    "stage_due_at",
    "last_two_way_at",
    "attend_at",
    "next_step_at",
    "next_step__kind",
    "next_step__has_time",
    "owner_id",
    "owner__first_name",
    "owner__last_name",
    "owner__username",
)


def rows_of(deals: "QuerySet[Deal]") -> "QuerySet[Deal, tuple[Any, ...]]":
    """A query whose results make_rows takes."""
    return deals.values_list(*FIELDS)


def make_rows(found: Iterable[Sequence[Any]]) -> list[DealRow]:
    return [DealRow._make(values) for values in found]


def row_of(deal: Deal) -> DealRow:
    """The same of a deal with client, owner and next step loaded."""
    step = deal.next_step
    return DealRow(
        pk=deal.pk,
        name=deal.name,
        client=deal.client.name,
        amount=deal.amount,
        currency=deal.currency,
        chance=deal.chance,
        stage_id=deal.stage_id,
        stage_since=deal.stage_since,
        stage_due_at=deal.stage_due_at,
        last_two_way_at=deal.last_two_way_at,
        attend_at=deal.attend_at,
        step_at=deal.next_step_at,
        step_kind=step.kind if step else None,
        step_has_time=step.has_time if step else None,
        owner_id=deal.owner_id,
        owner_first_name=deal.owner.first_name,
        owner_last_name=deal.owner.last_name,
        owner_login=deal.owner.username,
    )
