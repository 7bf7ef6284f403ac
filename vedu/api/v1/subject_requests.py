"""Requests of people for their rights, the days to answer them, and what is handed over on demand."""

from typing import ClassVar, Literal

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found
from vedu.api.v1.shapes.subject_request import (
    COLUMNS,
    RequestIn,
    RequestOut,
    ResultIn,
    TermIn,
    TermsOut,
)
from vedu.api.v1.shapes.subject_request import (
    request as shape,
)
from vedu.api.v1.shapes.subject_request import (
    terms as terms_shape,
)
from vedu.api.v1.shapes.values import Id, Page
from vedu.api.v1.subjects import client_at, person_at, subject_named
from vedu.clients.consent.dossier import hand_over
from vedu.clients.consent.papers import dossier_name, dossier_zip
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.subject import Subject
from vedu.clients.consent.term import RequestKind, RequestTerm, terms
from vedu.foundation.people.user import User

router = Router(tags=["consent"])
Language = Literal["", "ru", "en"]
ZIP = {"responses": {200: {"content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}}}}


class RequestFilters(Paging):
    company: Id | None = None
    contact: Id | None = None
    kind: RequestKind | None = None
    open: bool | None = None

    lookups: ClassVar[dict[str, str]] = {
        "company": "client_id",
        "contact": "contact_id",
        "kind": "kind",
        "open": "done_at__isnull",
    }


@router.get("/subject-requests", response=Page[RequestOut])
def list_subject_requests(request: ApiRequest, filters: Query[RequestFilters]) -> HttpResponse:
    """Requests of people at the companies you see, the last written down first; `due_on` is the last day."""
    return page(request, filters, SubjectRequest.objects.visible_to(request.user).values(*COLUMNS), each(shape))


@router.post("/subject-requests", response={201: RequestOut})
def receive_subject_request(request: ApiRequest, body: RequestIn) -> HttpResponse:
    """Writes down that a person asks: `access`, `withdrawal` (consents end at once) or `erasure`."""
    subject = subject_named(request.user, body.company, body.contact)
    said = body.model_dump(include={"words", "received_at"})
    received = SubjectRequest.receive(subject, body.kind, by=request.user, **said)
    return answer(shape(SubjectRequest.objects.values(*COLUMNS).get(pk=received.pk)), 201)


@router.post("/subject-requests/{int:pk}/completion", response={201: RequestOut})
def complete_subject_request(request: ApiRequest, pk: int, body: ResultIn) -> HttpResponse:
    """A head answered it."""
    rows = SubjectRequest.objects.visible_to(request.user).select_related("client__owner", "contact")
    found(rows, pk).complete(by=request.user, result=body.result)
    return answer(shape(SubjectRequest.objects.values(*COLUMNS).get(pk=pk)), 201)


@router.get("/request-terms", response=TermsOut)
def list_request_terms(request: ApiRequest) -> HttpResponse:  # noqa: ARG001
    """How many days there are for each kind of request."""
    return answer(terms_shape(terms()))


@router.post("/request-terms", response={201: TermsOut})
def decide_request_term(request: ApiRequest, body: TermIn) -> HttpResponse:
    """From now on so many days; requests that wait keep theirs."""
    RequestTerm.decide(body.kind, body.days, is_working=body.working, by=request.user)
    return answer(terms_shape(terms()), 201)


@router.get("/contacts/{int:pk}/dossier", openapi_extra=ZIP)
def hand_over_contact(request: ApiRequest, pk: int, language: Language = "") -> HttpResponse:
    """Everything that is kept of a person: a ZIP with a page to read and data. For heads."""
    return _zip(person_at(request.user, pk), request.user, language)


@router.get("/companies/{int:pk}/dossier", openapi_extra=ZIP)
def hand_over_company(request: ApiRequest, pk: int, language: Language = "") -> HttpResponse:
    """The same of a private client."""
    return _zip(client_at(request.user, pk), request.user, language)


def _zip(subject: Subject, user: User, language: str) -> HttpResponse:
    dossier = hand_over(subject, by=user)
    headers = {"Content-Disposition": f'attachment; filename="{dossier_name(dossier)}"', "Cache-Control": "no-store"}
    return HttpResponse(dossier_zip(dossier, language), content_type="application/zip", headers=headers)
