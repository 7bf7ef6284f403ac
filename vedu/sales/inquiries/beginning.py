"""How an inquiry begins: who it is, known again by phone or e-mail, or new; the deal that comes of it (DAY-5).

A client whom a colleague leads stays his (OWN-2): the inquiry is passed on to him at once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.channel import Channel
from vedu.clients.client import Client, ClientKind
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.protection import ClientIsLed
from vedu.clients.sales_point import SalesPoint, require_point
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Missing, Reason, invalid
from vedu.foundation.values.moments import full_text
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline, PipelineKind
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.passing import pass_on
from vedu.sales.inquiries.reach import Reach, read_reach
from vedu.sales.inquiries.recognition import may_serve, recognise
from vedu.sales.inquiries.response import due_of
from vedu.sales.inquiries.step import Step
from vedu.sales.touches.channel import Direction, Outcome, TaskKind
from vedu.sales.touches.next_step import NextStep

LONGEST_WORDS, SHOWN_WORDS = 4000, 80
CALLED_BACK = (Channel.CALL, Channel.FORM, Channel.SHOP)


@dataclass(frozen=True, slots=True)
class Arrival:
    """``reach`` is a phone or an e-mail as typed, or nothing; ``client`` when it was chosen among several.
    ``is_here``: he stands or speaks here now. ``owner``: for whom the deal of a new or free client is opened:
    one of his people, where a head or a form of the site receives it."""

    reach: str = ""
    name: str = ""
    words: str = ""
    channel: str = Channel.SHOP
    is_here: bool = True
    client: Client | None = None
    sales_point: SalesPoint | None = None
    pipeline: Pipeline | None = None
    owner: User | None = None
    source: str = ""


def begin(came: Arrival, *, by: User, at: datetime | None = None) -> Inquiry:
    """All of it, or nothing. One who asks again while his inquiry is open goes on with it.

    Raises Invalid for a phone that cannot be one, Missing without a passive pipeline, NotAllowed."""
    by.require_selling()
    at = at or timezone.now()
    pipeline, reach = _pipeline(came), read_reach(came.reach)
    _require_right(came)
    with transaction.atomic():
        client, contact = _who(came, reach, by, at)
        going_on = _again(client, came, by, at)
        if going_on is not None:
            return going_on
        if not may_serve(client, by):
            return pass_on(client, came.words, channel=came.channel, is_here=came.is_here, by=by, at=at, norm=pipeline)
        try:
            return _opened(client, contact, came, pipeline, by, at)
        except ClientIsLed:  # a colleague was quicker
            client.refresh_from_db()
            return pass_on(client, came.words, channel=came.channel, is_here=came.is_here, by=by, at=at, norm=pipeline)


def passive_pipeline() -> Pipeline | None:
    """The one that inquiries go through where none is named."""
    return Pipeline.objects.in_use().filter(kind=PipelineKind.PASSIVE).first()


def _pipeline(came: Arrival) -> Pipeline:
    pipeline = came.pipeline or passive_pipeline()
    if pipeline is None:
        sentence = _("There is no pipeline for those who come by themselves: an administrator makes a passive one.")
        raise Missing(Reason("no-passive-pipeline", sentence))
    if pipeline.kind != PipelineKind.PASSIVE:
        raise invalid("pipeline", "pipeline-not-passive", _("An inquiry goes through a pipeline of passive sales."))
    return pipeline


def _require_right(came: Arrival) -> None:
    if came.channel not in Channel.values:
        raise invalid("channel", "unknown-word", _("Choose by what the client came."))
    if len(came.words) > LONGEST_WORDS:
        raise invalid("words", "too-long", _("This is longer than %(number)d letters: shorten it.") % {"number": 4000})
    require_point(came.sales_point.pk if came.sales_point else None)


def _who(came: Arrival, reach: Reach | None, by: User, at: datetime) -> tuple[Client, Contact | None]:
    if came.client is not None:
        return came.client, None
    for known in recognise(reach, by=by) if reach else ():
        return known.client, known.contact
    name = " ".join(came.name.split()) or (reach.typed if reach else _guest(at))
    point = came.sales_point.pk if came.sales_point else None
    client = Client.add(
        name=name[:255], by=by, at=at, kind=ClientKind.PERSON, source=came.source[:120], sales_point_id=point
    )
    if reach is not None:
        ContactPoint.add(client, kind=reach.kind, value=reach.typed, is_official=False, by=by, at=at)
    return client, None


def _guest(at: datetime) -> str:
    return _("Guest, %(when)s") % {"when": full_text(at, timezone.get_current_timezone())}


def _again(client: Client, came: Arrival, by: User, at: datetime) -> Inquiry | None:
    """His open inquiry goes on with what he says now."""
    if client._state.adding or client.open_deals == 0:
        return None
    known = Inquiry.objects.open().filter(client=client, deal__isnull=False).select_related("deal", "deal__owner")
    inquiry = known.order_by("-came_at").first()
    if inquiry is None or inquiry.deal is None or not may_serve(client, by):
        return None
    inquiry.deal.client = client
    _log(inquiry.deal, None, came, by, at)
    inquiry.refresh_from_db(fields=["answered_at", "answered_by", "seconds"])
    return inquiry


def _opened(
    client: Client, contact: Contact | None, came: Arrival, pipeline: Pipeline, by: User, at: datetime
) -> Inquiry:
    owner = client.owner or came.owner or by
    words = " ".join(came.words.split())
    deal = Deal.open(
        client, pipeline, name=words[:SHOWN_WORDS] or _("Inquiry"), by=by, owner=owner, source=came.source, at=at
    )
    if came.sales_point and deal.sales_point_id != came.sales_point.pk:
        deal.describe(by=by, at=at, sales_point_id=came.sales_point.pk)
    inquiry = Inquiry.objects.create(
        client=client,
        deal=deal,
        sales_point=came.sales_point,
        channel=came.channel,
        words=came.words.strip(),
        is_here=came.is_here,
        came_at=at,
        received_by=by,
        step=Step.NEEDS if came.is_here else Step.GREETING,
        due_at=None if came.is_here else due_of(pipeline, at),
    )
    facts = {"inquiry": inquiry.pk, "channel": came.channel, "is_here": came.is_here, "words": inquiry.words[:300]}
    tell("inquiry.begun", by=by, client_id=client.pk, deal_id=deal.pk, at=at, **facts)
    _log(deal, contact, came, by, at)
    inquiry.refresh_from_db(fields=["answered_at", "answered_by", "seconds"])
    if came.is_here:
        inquiry.go_on(Step.NEEDS, by=by, at=at)  # he is greeted
    elif not came.is_here:
        inquiry.task = deal.plan(_to_answer(came, inquiry, at), by=by, at=at)
        inquiry.save(update_fields=["task"])
    return inquiry


def _log(deal: Deal, contact: Contact | None, came: Arrival, by: User, at: datetime) -> None:
    """A form or a missed call is no conversation: the gate of the first contact stays shut."""
    missed = Outcome.NO_ANSWER if came.channel == Channel.CALL else Outcome.SENT
    deal.log_touch(
        by=by,
        channel=came.channel,
        direction=Direction.IN,
        outcome=Outcome.TALKED if came.is_here else missed,
        two_way=came.is_here,
        text=came.words,
        contact=contact,
        override_reason=_("The inquiry was received for the one who leads the client."),
        at=at,
    )


def _to_answer(came: Arrival, inquiry: Inquiry, at: datetime) -> NextStep:
    kind = TaskKind.CALL if came.channel in CALLED_BACK else TaskKind.MESSENGER
    kind = TaskKind.EMAIL if "@" in came.reach else kind
    return NextStep(kind=kind, due_at=inquiry.due_at or at, title=_("Answer the inquiry"), minutes=5)
