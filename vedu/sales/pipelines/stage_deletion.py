"""A stage is deleted: its deals go to another one, and their history stays (STAGE-3)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.events import Told, tell, tell_each
from vedu.foundation.many_rows import chunked, update
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Missing, Reason, Refused
from vedu.sales.deals import totals
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move, MoveCause
from vedu.sales.deals.pipeline import Stage
from vedu.sales.deals.totals import StageTotal
from vedu.sales.pipelines.authority import require_arranging
from vedu.sales.pipelines.facts import wrong
from vedu.sales.pipelines.held import held_with_stage
from vedu.sales.pipelines.stage_order import close_ranks
from vedu.sales.pipelines.standing_deals import Standing, standing_in

AT_ONCE = 900
PLACE = ("stage_id", "stage_since", "stage_due_at", "chance")


def delete_stage(stage: Stage, *, by: User, into: Stage | None = None, at: datetime | None = None) -> int:
    """Answers how many deals went to ``into``, open and closed ones; each has a Move with the cause.

    The row stays for the history, with the name it had; its gates ask no more. Raises Missing while deals stand here
    and ``into`` is not said, Refused for the last stage of a pipeline."""
    require_arranging(stage.pipeline, by)
    at = at or timezone.now()
    with transaction.atomic():
        pipeline = held_with_stage(stage)
        _require_another(stage)
        standing = standing_in(stage)
        _require_place(stage, into, standing)
        if into is not None and standing.deals:
            _move_all(stage, into, by=by, at=at)
        gates = list(stage.gates.values_list("evidence", flat=True))
        _retire(stage, at)
        close_ranks(pipeline)
        tell(
            "stage.deleted",
            by=by,
            at=at,
            pipeline=pipeline.pk,
            stage=stage.pk,
            name=stage.name,
            gates=gates,
            into=into.pk if into and standing.deals else None,
            deals=standing.deals,
        )
    return standing.deals


def _require_another(stage: Stage) -> None:
    if not stage.pipeline.stages.exclude(pk=stage.pk).exists():
        sentence = _("A pipeline keeps at least one stage: add another one first, or archive the pipeline.")
        raise Refused(Reason("last-stage", sentence, {"stage": stage.pk}))


def _require_place(stage: Stage, into: Stage | None, standing: Standing) -> None:
    if into is None:
        if standing.deals:
            raise Missing(_where_to(stage, standing))
        return
    if into.pk == stage.pk:
        raise wrong("into", "same-stage", _("Choose another stage than the one you delete."))
    if not stage.pipeline.stages.filter(pk=into.pk).exists():
        raise wrong("into", "stage-elsewhere", _("Choose a stage of the same pipeline."))


def _where_to(stage: Stage, standing: Standing) -> Reason:
    sentence = ngettext(
        "%(number)d deal stands in “%(stage)s” (open: %(open)d): choose the stage where it goes.",
        "%(number)d deals stand in “%(stage)s” (open: %(open)d): choose the stage where they go.",
        standing.deals,
    )
    words = {"number": standing.deals, "open": standing.in_work, "stage": stage.name}
    facts = {"field": "into", "stage": stage.pk, "deals": standing.deals, "open_deals": standing.in_work}
    return Reason("stage-has-deals", sentence % words, facts)


def _move_all(stage: Stage, into: Stage, *, by: User, at: datetime) -> None:
    """All are locked before the first total is touched."""
    standing = Deal.objects.select_for_update().filter(stage=stage).order_by("pk")
    for ids in chunked(list(standing.values_list("pk", flat=True)), AT_ONCE):
        _move(list(Deal.objects.filter(pk__in=ids).order_by("pk")), stage, into, by=by, at=at)


def _move(deals: Sequence[Deal], stage: Stage, into: Stage, *, by: User, at: datetime) -> None:
    moves = Move.objects.bulk_create(_record(deal, stage, into, by, at) for deal in deals)
    totals.count_in_all(deals, sign=-1)
    for deal in deals:
        if deal.is_open:
            deal.enter(into, at)
        deal.stage = into
    update(Deal, PLACE, [(deal.pk, *(getattr(deal, name) for name in PLACE)) for deal in deals])
    totals.count_in_all(deals)
    told = (Told(deal.client_id, deal.pk, _told(move)) for deal, move in zip(deals, moves, strict=True))
    tell_each("deal.moved", told, by=by, at=at)


def _record(deal: Deal, stage: Stage, into: Stage, by: User, at: datetime) -> Move:
    """The days of a closed deal ended when it was closed."""
    stood = (deal.closed_at or at) - deal.stage_since
    return Move(
        deal=deal,
        from_stage=stage,
        to_stage=into,
        by=by,
        at=at,
        seconds=max(0, int(stood.total_seconds())),
        is_backward=into.position < stage.position,
        cause=MoveCause.STAGE_DELETED,
    )


def _told(move: Move) -> dict[str, object]:
    assert move.from_stage is not None
    return {
        "move": move.pk,
        "from_stage": move.from_stage.name,
        "to_stage": move.to_stage.name,
        "backward": move.is_backward,
        "override_reason": "",
        "cause": move.cause,
    }


def _retire(stage: Stage, at: datetime) -> None:
    StageTotal.objects.filter(stage=stage).delete()
    stage.gates.all().delete()
    stage.retired_at = at
    stage.save(update_fields=["retired_at"])
