"""Territories and assignment rules: who gets new companies."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import colleague, found, named
from vedu.api.v1.shapes.assignment import (
    RehearsalOut,
    RuleIn,
    RuleOut,
    SwitchIn,
    TerritoryIn,
    TerritoryOut,
    rehearsal,
    rule,
    territory,
)
from vedu.api.v1.shapes.values import Page
from vedu.clients.assignment.giving import rehearse_rules
from vedu.clients.assignment.rule import AssignmentRule, Rules, Terms
from vedu.clients.assignment.territory import Territory
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.authority import teams_of
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User

router = Router(tags=["assignment"])
BY_ORDER = ("position", "id")


@router.get("/territories", response=Page[TerritoryOut])
def list_territories(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """For heads: regions and cities with the people who work there."""
    request.user.require_leading()
    return page(request, paging, Territory.objects.prefetch_related("people"), each(territory))


@router.post("/territories", response={201: TerritoryOut})
def define_territory(request: ApiRequest, body: TerritoryIn) -> HttpResponse:
    """A new one. `regions` are codes of two digits."""
    request.user.require_leading()
    people = [colleague(pk, "people") for pk in body.people]
    defined = Territory.define(body.name, by=request.user, regions=body.regions, cities=body.cities, people=people)
    return answer(territory(defined), 201)


@router.get("/assignment-rules", response=Page[RuleOut])
def list_rules(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """For heads: in the order in which they are tried."""
    request.user.require_leading()
    return page(request, paging, _rules(), each(rule), BY_ORDER)


@router.post("/assignment-rules", response={201: RuleOut})
def define_rule(request: ApiRequest, body: RuleIn) -> HttpResponse:
    """A new rule stands last and is off until it is switched on."""
    request.user.require_leading()
    return answer(rule(AssignmentRule.define(_terms(body, request.user), by=request.user)), 201)


@router.get("/assignment-rules/rehearsal", response=RehearsalOut)
def rehearse(request: ApiRequest) -> HttpResponse:
    """A dry run of all rules over the free companies of today: who would get what, which rule finds nobody."""
    request.user.require_leading()
    return answer(rehearsal(rehearse_rules()))


@router.post("/assignment-rules/{int:pk}/switch", response={201: RuleOut})
def switch_rule(request: ApiRequest, pk: int, body: SwitchIn) -> HttpResponse:
    """On: companies that come from this moment are given away."""
    request.user.require_leading()
    one = found(_rules(), pk)
    one.switch(on=body.on, by=request.user)
    return answer(rule(one), 201)


@router.delete("/assignment-rules/{int:pk}", response={204: None})
def drop_rule(request: ApiRequest, pk: int) -> HttpResponse:
    """What it has given stays given."""
    request.user.require_leading()
    found(_rules(), pk).drop(by=request.user)
    return HttpResponse(status=204)


def _rules() -> Rules:
    return AssignmentRule.objects.select_related("team").prefetch_related("people")


def _terms(body: RuleIn, by: User) -> Terms:
    teams = Team.objects.filter(pk__in=[one.pk for one in teams_of(by)])
    return Terms(
        name=body.name,
        segment=named(Segment.objects.all(), body.segment, "segment") if body.segment else None,
        territory=named(Territory.objects.all(), body.territory, "territory") if body.territory else None,
        sources=body.sources,
        method=body.method,
        people=[colleague(pk, "people") for pk in body.people],
        team=named(teams, body.team, "team") if body.team else None,
        specialisation=body.specialisation,
    )
