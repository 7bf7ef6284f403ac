"""Handovers: a company passes from one seller to another by their own agreement."""

from typing import ClassVar

from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import any_company, colleague, found
from vedu.api.v1.shapes.owner import HANDOVER_COLUMNS, AnswerIn, HandoverIn, HandoverOut, handover
from vedu.api.v1.shapes.values import Id, Page
from vedu.clients.handover import Handover
from vedu.foundation.people.user import User

router = Router(tags=["ownership"])


class HandoverFilters(Paging):
    company: Id | None = None
    pending: bool | None = None

    lookups: ClassVar[dict[str, str]] = {"company": "client_id", "pending": "answered_at__isnull"}


@router.get("/handovers", response=Page[HandoverOut])
def list_handovers(request: ApiRequest, filters: Query[HandoverFilters]) -> HttpResponse:
    """Handovers that you take part in, and those of your people, the last asked first."""
    return page(request, filters, _seen_by(request.user).values(*HANDOVER_COLUMNS), each(handover))


@router.post("/companies/{int:pk}/handovers", response={201: HandoverOut})
def ask_handover(request: ApiRequest, pk: int, body: HandoverIn) -> HttpResponse:
    """Asks the owner for the company; with `to` its owner offers it to a colleague."""
    client, by = any_company(pk), request.user
    if body.to is None:
        asked = Handover.request(client, by=by, why=body.why)
    else:
        asked = Handover.offer(client, colleague(body.to, "to"), by=by, why=body.why)
    return answer(_one(asked.pk), 201)


@router.post("/handovers/{int:pk}/acceptance", response={201: HandoverOut})
def accept_handover(request: ApiRequest, pk: int) -> HttpResponse:
    """The company moves with its open deals and tasks."""
    _whole(request.user, pk).accept(by=request.user)
    return answer(_one(pk), 201)


@router.post("/handovers/{int:pk}/refusal", response={201: HandoverOut})
def decline_handover(request: ApiRequest, pk: int, body: AnswerIn | None = None) -> HttpResponse:
    """The company stays where it is; the other side sees the words."""
    _whole(request.user, pk).decline(by=request.user, why=body.why if body else "")
    return answer(_one(pk), 201)


def _seen_by(user: User) -> "QuerySet[Handover]":
    return Handover.objects.visible_to(user)


def _whole(user: User, pk: int) -> Handover:
    return found(_seen_by(user).select_related("client__owner", "giver", "receiver"), pk)


def _one(pk: int) -> Json:
    return handover(Handover.objects.values(*HANDOVER_COLUMNS).get(pk=pk))
