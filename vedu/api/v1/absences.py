"""Absences: who is away, till when, who stands in."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import colleague, found
from vedu.api.v1.shapes.assignment import AbsenceIn, AbsenceOut, absence
from vedu.api.v1.shapes.values import Page
from vedu.foundation.people.substitution import end_absence, plan_absence, seen_by

router = Router(tags=["absences"])


@router.get("/absences", response=Page[AbsenceOut])
def list_absences(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """Yours, those you stand in for, and those of the colleagues whose work you see, the last planned first."""
    return page(request, paging, seen_by(request.user).select_related("person", "substitute"), each(absence))


@router.post("/absences", response={201: AbsenceOut})
def plan(request: ApiRequest, body: AbsenceIn) -> HttpResponse:
    """For yourself or for your people. Till the end of the last day the substitute works for the absent."""
    request.user.require_selling()
    person = colleague(body.person, "person") if body.person else request.user
    substitute = colleague(body.substitute, "substitute") if body.substitute else None
    facts = body.model_dump(include={"from_on", "till_on", "kind", "why"})
    planned = plan_absence(person, by=request.user, substitute=substitute, **facts)
    return answer(absence(planned), 201)


@router.post("/absences/{int:pk}/return", response={201: AbsenceOut})
def come_back(request: ApiRequest, pk: int) -> HttpResponse:
    """Ends it now: back earlier, or not going at all."""
    one = found(seen_by(request.user).select_related("person", "substitute"), pk)
    end_absence(one, by=request.user)
    return answer(absence(one), 201)
