"""Erasure of people, with its acts. It cannot be undone."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found, named
from vedu.api.v1.shapes.subject_request import ACT_COLUMNS, ErasureIn, ErasureOut, ErasureRehearsalOut, erasure
from vedu.api.v1.shapes.values import Page
from vedu.api.v1.subjects import client_at, person_at, subject_named
from vedu.clients.consent.erasing import erase, rehearse
from vedu.clients.consent.erasure_act import ErasureAct, ErasureActs
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.subject import Subject
from vedu.foundation.people.user import User

router = Router(tags=["consent"])


@router.get("/contacts/{int:pk}/erasure", response=ErasureRehearsalOut)
def rehearse_contact_erasure(request: ApiRequest, pk: int) -> HttpResponse:
    """What an erasure of this person would take and leave; nothing is changed. For heads."""
    return _rehearsal(person_at(request.user, pk), request.user)


@router.get("/companies/{int:pk}/erasure", response=ErasureRehearsalOut)
def rehearse_company_erasure(request: ApiRequest, pk: int) -> HttpResponse:
    """The same of a private client."""
    return _rehearsal(client_at(request.user, pk), request.user)


@router.get("/erasures", response=Page[ErasureOut])
def list_erasures(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """Acts of erasure, the last first. For heads."""
    return page(request, paging, _acts(request.user).values(*ACT_COLUMNS), each(erasure))


@router.post("/erasures", response={201: ErasureOut})
def erase_person(request: ApiRequest, body: ErasureIn) -> HttpResponse:
    """The person goes, deals stay without the name, the act remains. Cannot be undone. For heads."""
    subject = subject_named(request.user, body.company, body.contact)
    asked = SubjectRequest.objects.visible_to(request.user).filter(**subject.keys)
    answered = named(asked, body.request, "request") if body.request else None
    act = erase(subject, by=request.user, ground=body.ground, why=body.why, request=answered)
    return answer(_one(act.pk), 201)


@router.get("/erasures/{int:pk}", response=ErasureOut)
def get_erasure(request: ApiRequest, pk: int) -> HttpResponse:
    """One act."""
    return answer(_one(found(_acts(request.user), pk).pk))


@router.get("/erasures/{int:pk}/log", openapi_extra={"responses": {200: {"content": {"application/x-ndjson": {}}}}})
def get_erasure_log(request: ApiRequest, pk: int) -> HttpResponse:
    """Every row that changed, a line of JSON each; its SHA-256 stands in the act."""
    act = found(_acts(request.user), pk)
    return HttpResponse(act.log_text, content_type="application/x-ndjson; charset=utf-8")


def _acts(user: User) -> ErasureActs:
    user.require_leading()
    return ErasureAct.objects.visible_to(user)


def _rehearsal(subject: Subject, user: User) -> HttpResponse:
    rehearsal = rehearse(subject, by=user)
    return answer({"categories": rehearsal.categories, "kept": rehearsal.kept})


def _one(pk: int) -> Json:
    return erasure(ErasureAct.objects.values(*ACT_COLUMNS).get(pk=pk))
