"""A message that a person sent by a template: a touch that knows its words (CHAN-7). Vedu itself sends nothing here."""

from datetime import datetime
from typing import NamedTuple

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.local_time import zone_of
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid, require_short
from vedu.sales.contact_policy.asking import known_of
from vedu.sales.contact_policy.decision import Decision
from vedu.sales.contact_policy.words import refusal_of
from vedu.sales.message_templates.filling import require_whole
from vedu.sales.message_templates.message_template import MessageTemplateVersion
from vedu.sales.message_templates.recipient import Recipient
from vedu.sales.message_templates.template_channel import TOUCHED_BY, TemplateChannel
from vedu.sales.message_templates.wording import LONGEST_SUBJECT, LONGEST_TEXT, Wording
from vedu.sales.touches.channel import Outcome
from vedu.sales.touches.touch import Touch


class SentMessage(models.Model):
    """What was said stands in the touch; ``version`` is what it was made from."""

    touch = models.OneToOneField(Touch, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(MessageTemplateVersion, on_delete=models.PROTECT, related_name="sent")

    def __str__(self) -> str:
        return f"{self.version}: {self.touch}"


class Sending(NamedTuple):
    """``decision`` says what speaks against it, though it is not forbidden."""

    message: SentMessage
    decision: Decision


def log_sent(
    version: MessageTemplateVersion,
    recipient: Recipient,
    wording: Wording,
    *,
    by: User,
    outcome: str = "",
    at: datetime | None = None,
) -> Sending:
    """A person has sent these words, or has said them. ``outcome`` "": sent, and of a call: talked.

    Raises Missing for holes, Refused with the next moment where the policy forbids it (CHAN-2), ClientIsLed."""
    recipient.client.require_workable(by)
    _require_fitting(version, recipient, by)
    _require_words(wording)
    channel = TOUCHED_BY[version.template.channel]
    decision = decision_on(version, recipient, by=by, at=at)
    if not decision.is_allowed:
        raise refusal_of(decision, zone_of(recipient.client, recipient.contact))
    with transaction.atomic():
        touch = Touch.log(
            recipient.client,
            by=by,
            channel=channel,
            outcome=outcome or usual_outcome(version.template.channel),
            text="\n\n".join(filter(None, (wording.subject, wording.text))),
            contact=recipient.contact,
            deal=recipient.deal,
            at=at,
        )
        return Sending(SentMessage.objects.create(touch=touch, version=version), decision)


def decision_on(
    version: MessageTemplateVersion, recipient: Recipient, *, by: User, at: datetime | None = None
) -> Decision:
    """What the policy says to it."""
    moment = at or timezone.now()
    known = known_of(recipient.client, recipient.contact, at=moment)
    return known.decide(TOUCHED_BY[version.template.channel], moment, by)


def usual_outcome(channel: str) -> str:
    return Outcome.TALKED if channel == TemplateChannel.CALL else Outcome.SENT


def _require_words(wording: Wording) -> None:
    if not wording.text:
        raise invalid("text", "words-needed", _("Write what the client will read or hear."))
    require_short("subject", wording.subject, LONGEST_SUBJECT)
    require_short("text", wording.text, LONGEST_TEXT)
    require_whole(wording)


def _require_fitting(version: MessageTemplateVersion, recipient: Recipient, by: User) -> None:
    if recipient.contact is not None and recipient.contact.client_id != recipient.client.pk:
        raise invalid("contact", "contact-elsewhere", _("This person is at another client."))
    if version.template.owner_id not in (None, by.pk):
        raise NotAllowed(Reason("not-your-template", _("This template is a colleague’s own: write one of yours.")))
