"""Templates of messages (CHAN-7), what they say to a client, what was sent by them, and how a person signs."""

from typing import ClassVar

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import contact_at, found, named, work_place
from vedu.api.v1.shapes.message_template import (
    AddresseeIn,
    FilledMessageOut,
    MergeFieldsOut,
    MessageIn,
    MessageOut,
    MessageTemplateChange,
    MessageTemplateIn,
    MessageTemplateOut,
    ProfileIn,
    ProfileOut,
    filled_message,
    message_template,
    profile,
)
from vedu.api.v1.shapes.values import Page
from vedu.foundation.people.user import User
from vedu.sales.catalogue.product import Product
from vedu.sales.contact_policy.words import reasons_of
from vedu.sales.message_templates.filling import fill
from vedu.sales.message_templates.merge_field import MergeField
from vedu.sales.message_templates.message_template import MessageTemplate, MessageTemplates
from vedu.sales.message_templates.profile import SellerProfile
from vedu.sales.message_templates.recipient import Recipient
from vedu.sales.message_templates.sent_message import log_sent
from vedu.sales.message_templates.template_channel import TemplateChannel, TemplateLanguage

router = Router(tags=["messages"])


class TemplateFilters(Paging):
    channel: TemplateChannel | None = None
    language: TemplateLanguage | None = None
    is_retired: bool | None = None

    lookups: ClassVar[dict[str, str]] = {"channel": "channel", "language": "language", "is_retired": "is_retired"}


@router.get("/message-templates", response=Page[MessageTemplateOut])
def list_message_templates(request: ApiRequest, filters: Query[TemplateFilters]) -> HttpResponse:
    """The team's and your own, the newest first."""
    return page(request, filters, _seen_by(request.user), each(message_template))


@router.post("/message-templates", response={201: MessageTemplateOut})
def write_message_template(request: ApiRequest, body: MessageTemplateIn) -> HttpResponse:
    """A new one of yours; with `is_team` everybody's, for heads."""
    made = MessageTemplate.write(body.name, body.purpose, body.wording, by=request.user, is_team=body.is_team)
    return answer(message_template(made), 201)


@router.get("/message-templates/fields", response=MergeFieldsOut)
def list_merge_fields(request: ApiRequest) -> HttpResponse:  # noqa: ARG001
    """What may stand in braces."""
    fields = [{"field": value, "label": str(label)} for value, label in MergeField.choices]
    return answer({"items": fields, "next_cursor": None})


@router.get("/message-templates/{int:pk}", response=MessageTemplateOut)
def get_message_template(request: ApiRequest, pk: int) -> HttpResponse:
    """One template in its latest version."""
    return answer(message_template(found(_seen_by(request.user), pk)))


@router.put("/message-templates/{int:pk}", response=MessageTemplateOut)
def change_message_template(request: ApiRequest, pk: int, body: MessageTemplateChange) -> HttpResponse:
    """The next version, whole; what was sent keeps its words. For its keeper."""
    known = found(_seen_by(request.user), pk)
    known.change(body.name, body.purpose, body.wording, by=request.user)
    return answer(message_template(known))


@router.post("/message-templates/{int:pk}/retirement", response={201: MessageTemplateOut})
def retire_message_template(request: ApiRequest, pk: int) -> HttpResponse:
    """Offered no more; for its keeper."""
    known = found(_seen_by(request.user), pk)
    known.retire(by=request.user)
    return answer(message_template(known), 201)


@router.delete("/message-templates/{int:pk}/retirement", response=MessageTemplateOut)
def restore_message_template(request: ApiRequest, pk: int) -> HttpResponse:
    """Offered again; for its keeper."""
    known = found(_seen_by(request.user), pk)
    known.restore(by=request.user)
    return answer(message_template(known))


@router.get("/message-templates/{int:pk}/filled", response=FilledMessageOut)
def fill_message_template(request: ApiRequest, pk: int, whom: Query[AddresseeIn]) -> HttpResponse:
    """What it says to a company or on a deal, with today's prices, and what is missing."""
    known = found(_seen_by(request.user), pk)
    return answer(filled_message(fill(known.version, recipient_of(request.user, whom), by=request.user)))


@router.post("/messages", response={201: MessageOut})
def log_message(request: ApiRequest, body: MessageIn) -> HttpResponse:
    """Logs the touch of a message that you have sent yourself; refused where the contact policy forbids it."""
    chosen, whom = named(_seen_by(request.user), body.template, "template"), recipient_of(request.user, body)
    if whom.deal is not None:
        whom.deal.require_work(request.user)
    outcome = body.outcome.value if body.outcome else ""
    sending = log_sent(chosen.version, whom, body.wording, by=request.user, outcome=outcome)
    advice = [{"code": one.code, "sentence": one.sentence} for one in reasons_of(sending.decision)]
    version = sending.message.version
    return answer(
        {"touch": sending.message.touch_id, "template": chosen.pk, "version": version.number, "advice": advice}, 201
    )


@router.get("/me/profile", response=ProfileOut)
def get_profile(request: ApiRequest) -> HttpResponse:
    """How you sign."""
    return answer(_profile(request.user))


@router.put("/me/profile", response=ProfileOut)
def write_profile(request: ApiRequest, body: ProfileIn) -> HttpResponse:
    """How you sign, whole."""
    SellerProfile.write(request.user, **body.model_dump())
    return answer(_profile(request.user))


def recipient_of(user: User, whom: AddresseeIn) -> Recipient:
    """Raises Invalid naming what is not there."""
    client, deal = work_place(user, whom.company, whom.deal)
    product = named(Product.objects.offered(), whom.product, "product") if whom.product else None
    return Recipient(client, contact_at(client, whom.contact), deal, product)


def _seen_by(user: User) -> MessageTemplates:
    return MessageTemplate.objects.visible_to(user).select_related("latest")


def _profile(user: User) -> Json:
    return profile(SellerProfile.of(user))
