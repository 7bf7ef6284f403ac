"""Who leads a company: claim, release, the head's decision, and the history."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import any_company, colleague, company_seen_by
from vedu.api.v1.shapes.owner import OWNERSHIP_COLUMNS, AssignmentIn, OwnershipOut, ownership
from vedu.api.v1.shapes.values import Page
from vedu.clients.ownership import Ownership

router = Router(tags=["ownership"])


@router.get("/companies/{int:pk}/ownership", response=Page[OwnershipOut])
def list_ownership(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """Everybody who led the company, the present owner first."""
    periods = Ownership.objects.filter(client=company_seen_by(request.user, pk))
    return page(request, paging, periods.values(*OWNERSHIP_COLUMNS), each(ownership))


@router.post("/companies/{int:pk}/ownership", response={201: OwnershipOut})
def claim_company(request: ApiRequest, pk: int) -> HttpResponse:
    """Takes a free company. 409 names the owner when somebody leads it; of many at one moment one wins."""
    return answer(_one(any_company(pk).claim(by=request.user).pk), 201)


@router.delete("/companies/{int:pk}/ownership", response={204: None})
def release_company(request: ApiRequest, pk: int, why: str = "") -> HttpResponse:
    """Gives the company back to the pool; refused while a deal is open."""
    any_company(pk).release(by=request.user, why=why)
    return HttpResponse(status=204)


@router.post("/companies/{int:pk}/assignment", response={201: OwnershipOut})
def assign_company(request: ApiRequest, pk: int, body: AssignmentIn) -> HttpResponse:
    """The head's decision: gives the company, with its open deals and tasks, to a seller."""
    period = any_company(pk).assign(colleague(body.owner, "owner"), by=request.user, why=body.why)
    return answer(_one(period.pk), 201)


def _one(pk: int) -> Json:
    return ownership(Ownership.objects.values(*OWNERSHIP_COLUMNS).get(pk=pk))
