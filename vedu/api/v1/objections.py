"""Objections of a deal's client, and what was answered."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by, found, named
from vedu.api.v1.shapes.rebuttal import REPLY_COLUMNS, ReplyOut, reply
from vedu.api.v1.shapes.talk import OBJECTION_COLUMNS, ObjectionIn, ObjectionOut, ReplyIn, objection
from vedu.api.v1.shapes.values import Page
from vedu.sales.deals.deal import Deal
from vedu.sales.objections.rebuttal import Rebuttal, RebuttalVersion
from vedu.sales.talk.objection import Objection
from vedu.sales.talk.reply import Reply

router = Router(tags=["talk"])


@router.get("/deals/{int:pk}/objections", response=Page[ObjectionOut])
def list_objections(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """The objections of a deal, the last noted first."""
    objections = Objection.objects.filter(deal=deal_seen_by(request.user, pk))
    return page(request, paging, objections.values(*OBJECTION_COLUMNS), each(objection))


@router.post("/deals/{int:pk}/objections", response={201: ObjectionOut})
def note_objection(request: ApiRequest, pk: int, body: ObjectionIn) -> HttpResponse:
    """Writes an objection down in the client's words."""
    noted = Objection.note(deal_seen_by(request.user, pk), by=request.user, **body.model_dump())
    return answer(_one(noted.pk), 201)


@router.post("/objections/{int:pk}/reply", response={201: ObjectionOut})
def reply_to_objection(request: ApiRequest, pk: int, body: ReplyIn) -> HttpResponse:
    """What was answered, and whether it helped."""
    deals = Deal.objects.visible_to(request.user)
    raised = found(Objection.objects.filter(deal__in=deals).select_related("deal__owner"), pk)
    raised.reply(by=request.user, version=_version(body.rebuttal), **body.model_dump(exclude={"rebuttal"}))
    return answer(_one(pk), 201)


@router.get("/objections/{int:pk}/replies", response=Page[ReplyOut])
def list_replies(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """Everything that was answered to an objection, the last first."""
    raised = found(Objection.objects.filter(deal__in=Deal.objects.visible_to(request.user)), pk)
    return page(request, paging, Reply.objects.filter(objection=raised).values(*REPLY_COLUMNS), each(reply))


def _version(rebuttal: int | None) -> RebuttalVersion | None:
    """As it is worded today."""
    if rebuttal is None:
        return None
    version = named(Rebuttal.objects.select_related("latest"), rebuttal, "rebuttal").latest
    assert version is not None, "an answer is made with its first version"
    return version


def _one(pk: int) -> Json:
    return objection(Objection.objects.values(*OBJECTION_COLUMNS).get(pk=pk))
