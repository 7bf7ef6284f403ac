"""May a company be reached now, how hard it is pressed, how it likes to be reached, and the rules of that (CHAN-2)."""

from typing import Annotated

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import company_seen_by, contact_at, found, named
from vedu.api.v1.shapes.contact_policy import (
    ContactDecisionOut,
    ContactRulesIn,
    ContactRulesOut,
    DecisionQuery,
    PreferenceIn,
    PressureOut,
    StatedPreferenceOut,
    TouchCostsIn,
    TouchCostsOut,
    contact_rule,
    decision_shape,
    preference_shape,
    pressure_shape,
    touch_costs,
)
from vedu.api.v1.shapes.values import Id
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.installation import main_currency
from vedu.sales.contact_policy.asking import known_of
from vedu.sales.contact_policy.contact_rule import ContactRule, kept_rules
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.contact_policy.touch_cost import TouchCost

router = Router(tags=["contact policy"])


@router.get("/contact-policy/decision", response=ContactDecisionOut)
def get_contact_decision(request: ApiRequest, query: Query[DecisionQuery]) -> HttpResponse:
    """May you reach this company, or this person there, by this channel at this moment: `allow`, `warn` or `block`,
    why, and the next moment at which nothing forbids it (`better_at`: nor the clock warns)."""
    client = company_seen_by(request.user, query.company)
    contact, at = contact_at(client, query.contact), query.at or timezone.now()
    known = known_of(client, contact, at=at)
    decision = known.decide(query.channel, at, request.user)
    return answer(decision_shape(client.pk, query.contact, query.channel, at, decision, known))


@router.get("/companies/{int:pk}/pressure", response=PressureOut)
def get_pressure(
    request: ApiRequest,
    pk: int,
    contact: Annotated[Id | None, Query(description="As one of its people sees it")] = None,
) -> HttpResponse:
    """Touches of all colleagues against the limits, and how the company likes to be reached: said and learned."""
    client, at = company_seen_by(request.user, pk), timezone.now()
    known = known_of(client, contact_at(client, contact), at=at)
    return answer(pressure_shape(client.pk, contact, known, at))


@router.put("/companies/{int:pk}/preference", response=StatedPreferenceOut)
def state_preference(request: ApiRequest, pk: int, body: PreferenceIn) -> HttpResponse:
    """How the company likes to be reached; it wins over what was learned."""
    return _stated(request, company_seen_by(request.user, pk), None, body)


@router.put("/contacts/{int:pk}/preference", response=StatedPreferenceOut)
def state_preference_of_person(request: ApiRequest, pk: int, body: PreferenceIn) -> HttpResponse:
    """The same of one of its people."""
    contact = found(Contact.objects.visible_to(request.user).select_related("client__owner"), pk)
    return _stated(request, contact.client, contact, body)


@router.get("/rules/contact", response=ContactRulesOut)
def get_contact_rules(request: ApiRequest) -> HttpResponse:
    """In their order; none: the usual rules hold. For heads."""
    request.user.require_leading()
    return answer(_rules())


@router.put("/rules/contact", response=ContactRulesOut)
def decide_contact_rules(request: ApiRequest, body: ContactRulesIn) -> HttpResponse:
    """All of them anew; the first whose segment a company belongs to decides. For heads."""
    request.user.require_leading()
    segments = [named(Segment.objects.all(), one.segment, "segment") if one.segment else None for one in body.rules]
    chosen = [(segment, one.written) for segment, one in zip(segments, body.rules, strict=True)]
    ContactRule.decide(chosen, by=request.user)
    return answer(_rules())


@router.get("/rules/touch-costs", response=TouchCostsOut)
def get_touch_costs(request: ApiRequest) -> HttpResponse:
    """What a touch costs by channel, and the margin that is expected. For heads."""
    request.user.require_leading()
    return answer(touch_costs(TouchCost.known(), main_currency()))


@router.put("/rules/touch-costs", response=TouchCostsOut)
def decide_touch_costs(request: ApiRequest, body: TouchCostsIn) -> HttpResponse:
    """Channels that are left out get the estimates that Vedu ships with. For heads."""
    TouchCost.decide({str(one): cost for one, cost in body.costs.items()}, body.margin_percent, by=request.user)
    return answer(touch_costs(TouchCost.known(), main_currency()))


def _stated(request: ApiRequest, client: Client, contact: Contact | None, body: PreferenceIn) -> HttpResponse:
    stated = ContactPreference.state(client, contact, by=request.user, channel=body.channel, hours=body.hours)
    said = preference_shape(stated)
    return answer({"company": client.pk, "contact": contact and contact.pk, "said": said})


def _rules() -> Json:
    return {"rules": [contact_rule(one) for one in kept_rules()]}
