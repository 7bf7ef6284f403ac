"""A deal begins: in the first stage, with its client led by whoever leads it (OWN-2)."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients import ownership, protection
from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid
from vedu.foundation.values.money import Money
from vedu.sales.deals import findable, receiving, totals
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal

NOTHING = Money(Decimal(0), "RUB")


def begin(
    deals: "type[Deal]",
    client: Client,
    pipeline: Pipeline,
    *,
    name: str,
    by: User,
    owner: User | None,
    value: Money | None,
    next_step: NextStep | None,
    expected_on: date | None,
    source: str,
    at: datetime | None,
) -> "Deal":
    """See Deal.open."""
    at, name, value = at or timezone.now(), " ".join(name.split()), value or NOTHING
    owner = owner or _whose(client, by)
    _require_right(by, owner)
    require_facts(name, value.amount)
    stage = pipeline.first_stage
    with transaction.atomic():
        receiving.require_receiving(stage)
        take_client(client, owner, at)
        deal = deals(
            name=name[:255],
            client=client,
            pipeline=pipeline,
            owner=owner,
            amount=value.amount,
            currency=value.currency,
            expected_on=expected_on,
            source=source,
            sales_point_id=client.sales_point_id,
            opened_at=at,
            created_by=by,
            attend_at=at,
        )
        deal.enter(stage, at)
        deal.save()
        _enrol(deal, next_step, by=by, at=at)
    return deal


def require_facts(name: str, amount: Decimal) -> None:
    """Raises Invalid for a deal that nobody could read."""
    if not name:
        raise invalid("name", "name-empty", _("Name the deal: what the client wants to buy."))
    if amount < 0:
        raise invalid("value", "value-negative", _("The value of a deal cannot be negative."))


def take_client(client: Client, owner: User, at: datetime) -> None:
    """A deal makes its client led: a free one is claimed, another's is refused (OWN-2)."""
    if client.owner_id is None:
        ownership.claim(client, by=owner, at=at, cause=ownership.Ownership.Cause.DEAL)
    protection.require_leader(client, owner)


def _whose(client: Client, by: User) -> User:
    """His own, or, of one who stands in for the client's owner, that owner's (OWN-7)."""
    return client.owner if client.owner and by.stands_in_for(client.owner_id) else by


def _require_right(by: User, owner: User) -> None:
    by.require_selling()
    if owner.pk != by.pk and not by.may_work_for(owner.pk):
        raise NotAllowed(Reason("not-your-person", _("You may open deals only for yourself or for your people.")))


def _enrol(deal: "Deal", next_step: NextStep | None, *, by: User, at: datetime) -> None:
    """What others know of it: its history, the totals of columns, its client, the search, the log."""
    Move.objects.create(deal=deal, to_stage=deal.stage, by=by, at=at)
    totals.count_in(deal)
    if next_step is not None:
        Task.plan(deal.client, next_step, by=by, deal=deal, at=at)  # the client follows with it
    else:
        deal.follow_client()
    findable.refresh([deal])
    deal.tell("deal.opened", by=by, at=at, stage=deal.stage.name, amount=deal.amount, currency=deal.currency)
