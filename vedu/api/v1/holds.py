"""How long a company without a deal stays with its owner (OWN-3): heads read, those who run the business decide."""

from django.http import HttpResponse
from ninja import Router

from vedu.api.answer import Json, answer
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import named
from vedu.api.v1.shapes.rules import HoldIn, HoldsIn, HoldsOut
from vedu.clients.hold_rule import Hold, HoldRule
from vedu.clients.segments.segment import Segment

router = Router(tags=["rules"])


@router.get("/rules/holds", response=HoldsOut)
def get_holds(request: ApiRequest) -> HttpResponse:
    """In their order: the first whose segment a company belongs to decides; `segment` null is all the others."""
    request.user.require_leading()
    return answer(_holds())


@router.put("/rules/holds", response=HoldsOut)
def decide_holds(request: ApiRequest, body: HoldsIn) -> HttpResponse:
    """All of them anew. They act from the next run of the clock, and take no company sooner than in a week."""
    request.user.require_leading()
    HoldRule.decide([_hold(hold) for hold in body.holds], by=request.user)
    return answer(_holds())


def _hold(hold: HoldIn) -> Hold:
    segment = None if hold.segment is None else named(Segment.objects.all(), hold.segment, "segment")
    return Hold(segment, hold.days)


def _holds() -> Json:
    rules = HoldRule.objects.select_related("segment")
    return {
        "holds": [
            {"segment": rule.segment_id, "segment_name": rule.segment and rule.segment.name, "days": rule.days}
            for rule in rules
        ]
    }
