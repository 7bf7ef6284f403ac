"""How an inquiry ends: handed out and invited back, or gone with a reason (STAGE-5)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.channel import REMOTE, Channel
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.kinds import Ground, Purpose, Source
from vedu.clients.consent.opted_out import opted_out_channels
from vedu.clients.consent.subject import Subject
from vedu.clients.consent.text import ConsentText
from vedu.clients.contact_point import ContactPointKind
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Missing, Reason, Refused, invalid
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.inquiries.step import Step, advance
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task

if TYPE_CHECKING:
    from vedu.sales.inquiries.inquiry import Inquiry

INVITED_AT = time(11)
INVITED_BY = (Channel.CALL, Channel.MESSENGER, Channel.EMAIL)
REACHED_BY = {Channel.EMAIL: ContactPointKind.EMAIL}


@dataclass(frozen=True, slots=True)
class Invitation:
    """The day on which we remind the client of ourselves, and by what. ``agreed``: he said yes to it just now."""

    on: date
    channel: str = Channel.CALL
    agreed: bool = False


def hand_out(inquiry: "Inquiry", *, by: User, invitation: Invitation | None, at: datetime | None) -> Closing:
    """See Inquiry.hand_out."""
    deal, at = inquiry.require_work(by), at or timezone.now()
    if invitation is not None:
        _require_possible(inquiry, invitation, at)
    with transaction.atomic():
        if invitation is not None:
            _agree(Subject(inquiry.client), invitation, by=by, at=at)
        advance(deal, Step.FAREWELL, by=by, at=at)
        closing = deal.win(by=by, at=at)
        inquiry.client.refresh_from_db()
        if invitation is not None:
            _invite(inquiry, invitation, by=by, at=at)
        inquiry.step, inquiry.draft = Step.FAREWELL, {}
        inquiry.save(update_fields=["step", "draft"])
    return closing


def lose(inquiry: "Inquiry", reason: RefusalReason, *, by: User, at: datetime | None) -> Closing:
    """See Inquiry.lose."""
    deal = inquiry.require_work(by)
    is_reachable = inquiry.client.points.exists() or inquiry.client.contacts.exists()
    return deal.lose(by=by, reason=reason, do_not_return=None if is_reachable else True, at=at)


def _require_possible(inquiry: "Inquiry", invitation: Invitation, at: datetime) -> None:
    if invitation.channel not in INVITED_BY:
        raise invalid("channel", "unknown-word", _("Choose by what the client is invited back."))
    if invitation.on <= timezone.localdate(at):
        raise invalid("on", "return-past", _("The return date must be ahead: choose a day after today."))
    kind = REACHED_BY.get(Channel(invitation.channel), ContactPointKind.PHONE)
    if not inquiry.client.points.filter(kind=kind).exists():
        sentence = _("Write down the client's phone or e-mail: there is nothing to invite him by.")
        raise invalid("reach", "point-needed", sentence)


def _invite(inquiry: "Inquiry", invitation: Invitation, *, by: User, at: datetime) -> None:
    due_at = timezone.make_aware(datetime.combine(invitation.on, INVITED_AT))
    assert inquiry.deal is not None
    title = _("Invite back: bought %(deal)s") % {"deal": inquiry.deal.name}
    kind = TaskKind.RETURN if invitation.channel == Channel.CALL else TaskKind(invitation.channel)
    step = NextStep(kind=kind, due_at=due_at, title=title[:255], has_time=False)
    Task.plan(inquiry.client, step, by=by, at=at)


def _agree(subject: Subject, invitation: Invitation, *, by: User, at: datetime) -> None:
    """Without consent or another ground nobody is invited by phone or mail (38-ФЗ art. 18). Said just now, it is
    written down: under the text in force, else as his own request."""
    if {invitation.channel} & opted_out_channels(subject):
        sentence = _("“%(name)s” asked not to be disturbed: invite him in words only.") % {"name": subject.name}
        raise Refused(Reason("opted-out", sentence))
    standing = Consent.objects.of(subject).standing().filter(channel=invitation.channel, purpose=Purpose.OFFERS)
    if standing.exists():
        return
    if not invitation.agreed:
        sentence = _("Ask whether we may call or write, and mark it; or invite him in words only.")
        raise Missing(Reason("consent-needed", sentence, {"field": "agreed"}))
    has_text = ConsentText.objects.in_force(at).filter(purpose=Purpose.OFFERS).exists()
    Consent.give(
        subject,
        [channel for channel in REMOTE if channel == invitation.channel],
        by=by,
        purpose=Purpose.OFFERS,
        source=Source.SPOKEN,
        ground=Ground.CONSENT if has_text else Ground.REQUEST,
        note=_("Said yes at the hand-out."),
        at=at,
    )
