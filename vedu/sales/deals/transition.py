"""The transition command: the only way from one stage to another (STAGE-2, STAGE-3)."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.foundation.refusal import Missing, NotAllowed, Reason, Refused, invalid
from vedu.sales.deals import gates, receiving, totals
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Stage

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


def move(deal: "Deal", stage: Stage, *, by: User, override_reason: str = "", at: datetime | None = None) -> Move:
    """See Deal.move_to."""
    with transaction.atomic():
        receiving.require_receiving(stage)
        take_fresh(deal)
        at = at or timezone.now()  # not before: who waited for the row comes after the other
        deal.require_work(by)
        _require_other_stage(deal, stage)
        is_backward = stage.position < deal.stage.position
        missing = [] if is_backward else gates.missing_for(deal, stage)
        require_passable(deal, missing, by=by, override_reason=override_reason)
        record = Move.objects.create(
            deal=deal,
            from_stage=deal.stage,
            to_stage=stage,
            by=by,
            at=at,
            seconds=max(0, int((at - deal.stage_since).total_seconds())),
            is_backward=is_backward,
            override_reason=override_reason.strip() if missing else "",
            missing=[reason.code for reason in missing],
        )
        with totals.following(deal):
            deal.enter(stage, at)
            deal.back_moves += is_backward
            deal.save(update_fields=["stage", "stage_since", "stage_due_at", "chance", "back_moves"])
        _tell(deal, record, by=by, at=at)
    return record


def require_passable(deal: "Deal", missing: list[Reason], *, by: User, override_reason: str) -> None:
    """Raises Missing, unless one who manages the owner gives a reason (override)."""
    if not missing:
        return
    if not override_reason.strip():
        raise Missing(*missing)
    if not by.manages(deal.owner_id):
        sentence = _("Only the head may let a deal pass without evidence.")
        raise NotAllowed(Reason("head-only", sentence), *missing)


def take_fresh(deal: "Deal") -> None:
    """Lock the row and take its present place, so that two people cannot move from the same stage at once.

    No join: PostgreSQL would find nothing when the row it waited for has gone to another stage."""
    found = _locked(type(deal)).rows(deal.pk)
    if not found:
        raise type(deal).DoesNotExist
    for field, value in zip(PLACE, found[0], strict=True):
        setattr(deal, field, value)


PLACE = ("stage_id", "stage_since", "state", "owner_id", "last_two_way_at", "back_moves", "amount", "chance")


@cache
def _locked(deals: "type[Deal]") -> Prepared:
    return Prepared(lambda pk: deals.objects.select_for_update().filter(pk=pk).values_list(*PLACE))


def _require_other_stage(deal: "Deal", stage: Stage) -> None:
    if stage.pipeline_id != deal.pipeline_id:
        raise invalid("stage", "stage-elsewhere", _("This stage belongs to another pipeline."))
    if stage.pk == deal.stage_id:
        raise Refused(Reason("same-stage", _("The deal already stands in this stage.")))


def _tell(deal: "Deal", record: Move, *, by: User, at: datetime) -> None:
    assert record.from_stage is not None
    deal.tell(
        "deal.moved",
        by=by,
        at=at,
        move=record.pk,
        from_stage=record.from_stage.name,
        to_stage=record.to_stage.name,
        backward=record.is_backward,
        override_reason=record.override_reason,
    )
