"""Where a company stands in the tree of holdings, dealers and outlets."""

from django.http import HttpResponse
from ninja import Router

from vedu.api.answer import Json, answer
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import company_seen_by, named
from vedu.api.v1.shapes.company import CompanyOut, PlacementIn, companies
from vedu.clients.client import Client

router = Router(tags=["companies"])


@router.put("/companies/{int:pk}/placement", response=CompanyOut)
def place_company(request: ApiRequest, pk: int, body: PlacementIn) -> HttpResponse:
    """Puts the company under its holding or dealer; 422 in a circle and below five levels."""
    client = company_seen_by(request.user, pk)
    parent = named(Client.objects.visible_to(request.user).select_related("owner"), body.parent, "parent")
    client.place_under(parent, body.tie, by=request.user)
    return answer(_one(pk))


@router.delete("/companies/{int:pk}/placement", response=CompanyOut)
def unplace_company(request: ApiRequest, pk: int) -> HttpResponse:
    """Takes the company out of the tree; what hangs on it goes along. 409 when it stands alone."""
    company_seen_by(request.user, pk).stand_alone(by=request.user)
    return answer(_one(pk))


def _one(pk: int) -> Json:
    return companies(list(Client.objects.filter(pk=pk).select_related("owner", "requisites")))[0]
