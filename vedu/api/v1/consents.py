"""Consent and other grounds, channel by channel, and the texts that people agree to."""

from typing import ClassVar

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found, named
from vedu.api.v1.shapes.consent import (
    COLUMNS,
    TEXT_COLUMNS,
    ConsentIn,
    ConsentOut,
    GivenOut,
    TextIn,
    TextOut,
    WhyIn,
    consent,
    text,
)
from vedu.api.v1.shapes.values import Id, Page
from vedu.api.v1.subjects import subject_named
from vedu.clients.channel import Channel
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.text import ConsentText

router = Router(tags=["consent"])


class ConsentFilters(Paging):
    company: Id | None = None
    contact: Id | None = None
    channel: Channel | None = None
    standing: bool | None = None

    lookups: ClassVar[dict[str, str]] = {
        "company": "client_id",
        "contact": "contact_id",
        "channel": "channel",
        "standing": "withdrawn_at__isnull",
    }


@router.get("/consents", response=Page[ConsentOut])
def list_consents(request: ApiRequest, filters: Query[ConsentFilters]) -> HttpResponse:
    """What people at the companies you see agreed to, and other grounds, the last written down first."""
    return page(request, filters, Consent.objects.visible_to(request.user).values(*COLUMNS), each(consent))


@router.post("/consents", response={201: GivenOut})
def give_consent(request: ApiRequest, body: ConsentIn) -> HttpResponse:
    """Writes down consent or another ground; 409 while an opt-out stands, 422 without a text to agree to."""
    subject = subject_named(request.user, body.company, body.contact)
    agreed = named(ConsentText.objects.all(), body.text, "text") if body.text else None
    said = body.model_dump(include={"purpose", "source", "ground", "note", "given_at"})
    given = Consent.give(subject, body.channels, by=request.user, text=agreed, **said)
    rows = Consent.objects.filter(pk__in=[one.pk for one in given]).order_by("pk").values(*COLUMNS)
    return answer({"items": list(map(consent, rows))}, 201)


@router.post("/consents/{int:pk}/withdrawal", response={201: ConsentOut})
def withdraw_consent(request: ApiRequest, pk: int, body: WhyIn | None = None) -> HttpResponse:
    """The person takes it back; whoever sees the company writes it down."""
    given = found(Consent.objects.visible_to(request.user).select_related("client__owner", "contact"), pk)
    given.withdraw(by=request.user, why=body.why if body else "")
    return answer(consent(Consent.objects.values(*COLUMNS).get(pk=pk)), 201)


@router.get("/consent-texts", response=Page[TextOut])
def list_consent_texts(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """Every version of every text, the last first."""
    return page(request, paging, ConsentText.objects.values(*TEXT_COLUMNS), each(text))


@router.post("/consent-texts", response={201: TextOut})
def publish_consent_text(request: ApiRequest, body: TextIn) -> HttpResponse:
    """The next version; what was agreed to before keeps its own."""
    written = ConsentText.publish(body.purpose, body.text, by=request.user, since=body.since)
    return answer(text(ConsentText.objects.values(*TEXT_COLUMNS).get(pk=written.pk)), 201)
