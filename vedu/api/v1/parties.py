"""What the state register says of a company by its INN, and filling a company with it (PREP-2)."""

from typing import Annotated

from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import company_seen_by
from vedu.api.v1.shapes.preparation import FillingIn, FillingOut, LookupOut, lookup_shape
from vedu.foundation.refusal import Reason, Refused
from vedu.integrations.enrichment.fill import fill
from vedu.integrations.enrichment.lookup import look_up
from vedu.integrations.enrichment.party_answer import PartyAnswer

router = Router(tags=["preparation"])


@router.get("/parties", response=LookupOut)
def find_party(
    request: ApiRequest,
    inn: Annotated[str, Query(min_length=1, max_length=20)],
    kpp: Annotated[str, Query(max_length=9, description="A branch; without it the head office")] = "",
) -> HttpResponse:
    """The register's word on an INN, asked anew at most once a month. A failure is a `trouble`, not an error."""
    request.user.require_selling()
    return answer(lookup_shape(look_up(inn, kpp)))


@router.post("/companies/{int:pk}/fillings", response={201: FillingOut})
def fill_company(request: ApiRequest, pk: int, body: FillingIn) -> HttpResponse:
    """Writes the named fields as `GET /parties` told them; the others stay."""
    client = company_seen_by(request.user, pk)
    told = PartyAnswer.newest(body.inn, body.kpp)
    party = told.party if told else None
    if told is None or party is None:
        client.require_workable(request.user)
        raise Refused(Reason("not-looked-up", _("Look this INN up first: what was found is written.")))
    written = fill(client, party, body.fields, by=request.user, source=told.provider)
    return answer({"fields": written}, 201)
