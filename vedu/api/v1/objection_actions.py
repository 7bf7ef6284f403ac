"""What is given to a client to remove his doubt, till a day (TALK-4)."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by, found, named
from vedu.api.v1.shapes.rebuttal import ActionEndingIn, ActionIn, ActionOut, action
from vedu.api.v1.shapes.values import Page
from vedu.sales.deals.deal import Deal
from vedu.sales.objections.objection_action import ObjectionAction
from vedu.sales.talk.objection import Objection

router = Router(tags=["talk"])


@router.get("/deals/{int:pk}/objection-actions", response=Page[ActionOut])
def list_objection_actions(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """Demo access, links to reviews, trial lots of a deal, the last given first."""
    actions = ObjectionAction.objects.filter(deal=deal_seen_by(request.user, pk)).select_related("task")
    return page(request, paging, actions, each(action))


@router.post("/deals/{int:pk}/objection-actions", response={201: ActionOut})
def give_objection_action(request: ApiRequest, pk: int, body: ActionIn) -> HttpResponse:
    """Gives it till a day; a call is planned for that day."""
    deal = deal_seen_by(request.user, pk)
    facts = body.model_dump(exclude={"objection"})
    if body.objection is not None:
        facts["objection"] = named(Objection.objects.filter(deal=deal), body.objection, "objection")
    return answer(action(ObjectionAction.give(deal, by=request.user, **facts)), 201)


@router.post("/objection-actions/{int:pk}/ending", response={201: ActionOut})
def end_objection_action(request: ApiRequest, pk: int, body: ActionEndingIn) -> HttpResponse:
    """What came of it; its call is done with it."""
    seen = ObjectionAction.objects.filter(deal__in=Deal.objects.visible_to(request.user))
    given = found(seen.select_related("deal__client", "deal__owner", "task__client", "task__assignee"), pk)
    given.end(body.outcome, by=request.user)
    return answer(action(given), 201)
