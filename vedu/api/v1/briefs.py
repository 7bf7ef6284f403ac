"""What is known of a company before the first call (PREP-1)."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import company_seen_by
from vedu.api.v1.shapes.preparation import BriefIn, BriefOut, VersionOut, brief_with, version
from vedu.api.v1.shapes.values import Page
from vedu.clients.client import Client
from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import BriefRule
from vedu.clients.preparation.readiness import readiness_of

router = Router(tags=["preparation"])


@router.get("/companies/{int:pk}/brief", response=BriefOut)
def get_brief(request: ApiRequest, pk: int) -> HttpResponse:
    """The present brief, and what it lacks."""
    return answer(_present(company_seen_by(request.user, pk)))


@router.patch("/companies/{int:pk}/brief", response=BriefOut)
def write_brief(request: ApiRequest, pk: int, body: BriefIn) -> HttpResponse:
    """Writes the parts that are sent; what stood there is kept as a version."""
    client = company_seen_by(request.user, pk)
    Brief.write(client, by=request.user, **body.given())
    return answer(_present(client))


@router.get("/companies/{int:pk}/brief/versions", response=Page[VersionOut])
def list_brief_versions(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """Everything that was ever written, the last first."""
    briefs = Brief.objects.filter(client=company_seen_by(request.user, pk)).select_related("by")
    return page(request, paging, briefs, each(version), ("-id",))


def _present(client: Client) -> Json:
    brief = Brief.objects.filter(client=client).select_related("by").first()
    return brief_with(brief, readiness_of(brief, BriefRule.current()))
