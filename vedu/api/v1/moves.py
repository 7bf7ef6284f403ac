"""Moves of a deal: the one transition command, and its history."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by, known
from vedu.api.v1.shapes.move import MOVE_COLUMNS, MoveIn, MoveOut, move
from vedu.api.v1.shapes.values import Page, row_of
from vedu.foundation.prepared import PreparedObjects
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Stage

router = Router(tags=["deals"])
_STAGES = PreparedObjects(lambda pk: Stage.objects.filter(pk=pk))


@router.get("/deals/{int:pk}/moves", response=Page[MoveOut])
def list_moves(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """The moves of a deal, the last one first, with the seconds it had stood in the stage before."""
    moves = Move.objects.filter(deal=deal_seen_by(request.user, pk))
    return page(request, paging, moves.values(*MOVE_COLUMNS), each(move))


@router.post("/deals/{int:pk}/moves", response={201: MoveOut})
def move_deal(request: ApiRequest, pk: int, body: MoveIn) -> HttpResponse:
    """Moves a deal; 422 lists in `missing` what has to be known first. A head may override with a reason."""
    deal = deal_seen_by(request.user, pk)
    stage = known(_STAGES.objects(body.stage), body.stage, "stage")
    record = deal.move_to(stage, by=request.user, override_reason=body.override_reason)
    return answer(move(row_of(record, MOVE_COLUMNS)), 201)
