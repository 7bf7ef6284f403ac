"""Closings of a deal: won, lost, postponed; and its reopenings."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by
from vedu.api.v1.shapes.deal import COLUMNS, DealOut
from vedu.api.v1.shapes.deal import deal as deal_shape
from vedu.api.v1.shapes.move import CLOSING_COLUMNS, ClosingIn, ClosingOut, ReopeningIn, closing
from vedu.api.v1.shapes.values import Page, row_of
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.deals.closing import Closing, ClosingResult
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.refusal_reason import RefusalReason

router = Router(tags=["deals"])


@router.get("/deals/{int:pk}/closings", response=Page[ClosingOut])
def list_closings(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """How the deal was closed, the last time first."""
    closings = Closing.objects.filter(deal=deal_seen_by(request.user, pk))
    return page(request, paging, closings.values(*CLOSING_COLUMNS), each(closing))


@router.post("/deals/{int:pk}/closings", response={201: ClosingOut})
def close_deal(request: ApiRequest, pk: int, body: ClosingIn) -> HttpResponse:
    """Closes a deal as won, lost (with a reason and a return date, or do_not_return) or postponed (until a day)."""
    record = _close(deal_seen_by(request.user, pk), body, request.user)
    return answer(closing(Closing.objects.values(*CLOSING_COLUMNS).get(pk=record.pk)), 201)


@router.post("/deals/{int:pk}/reopenings", response={201: DealOut})
def reopen_deal(request: ApiRequest, pk: int, body: ReopeningIn | None = None) -> HttpResponse:
    """Takes a closed deal back to work in the stage where it was closed. Answers with the deal."""
    reopened = deal_seen_by(request.user, pk)
    reopened.reopen(by=request.user, why=body.why if body else "")
    return answer(deal_shape(row_of(reopened, COLUMNS)), 201)


def _close(deal: Deal, body: ClosingIn, by: User) -> Closing:
    match body.result:
        case ClosingResult.WON:
            return deal.win(by=by, note=body.note, override_reason=body.override_reason)
        case ClosingResult.POSTPONED:
            return deal.postpone(by=by, until=body.until or body.return_on, note=body.note)
        case _:
            return _lose(deal, body, by)


def _lose(deal: Deal, body: ClosingIn, by: User) -> Closing:
    return deal.lose(
        by=by,
        reason=_reason(body.reason),
        return_on=body.return_on,
        do_not_return=body.do_not_return,
        objection=body.objection,
        competitor=body.competitor,
        note=body.note,
    )


def _reason(key: str | int | None) -> RefusalReason | None:
    """By its id or its code; None is for the verb to refuse."""
    if key is None:
        return None
    by_id = isinstance(key, int) or key.isdecimal()
    reason = RefusalReason.objects.in_use().filter(**{"pk" if by_id else "code": key}).first()
    if reason is None:
        raise invalid("reason", "unknown-word", _("There is no such refusal reason: see GET /refusal-reasons."))
    return reason
