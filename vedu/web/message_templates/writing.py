"""Writing to a client by a template: chosen, filled, what is missing named, ready to be copied or opened."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote

from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason
from vedu.sales.deals.deal import Deal
from vedu.sales.message_templates.filling import Filled, fill
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.recipient import Recipient
from vedu.sales.message_templates.template_channel import TOUCHED_BY, TemplateChannel
from vedu.sales.playbooks.phase import SalePhase, phases_of
from vedu.sales.sequences.enrolment import EnrolmentStep
from vedu.sales.touches.channel import Outcome
from vedu.web.deal.path import stages_of
from vedu.web.message_templates.gap_links import GapRow, gap_rows
from vedu.web.message_templates.numbers import number
from vedu.web.shell.address import address_of

# What may have come of a call by a script; a letter is only sent.
OF_A_CALL = (Outcome.TALKED, Outcome.NO_ANSWER, Outcome.CALL_BACK, Outcome.GATEKEEPER, Outcome.REFUSED)


class Choice(NamedTuple):
    pk: int
    name: str
    is_chosen: bool


class Group(NamedTuple):
    name: str
    choices: list[Choice]


class Writing:
    """``said`` is what was chosen or typed so far. At most seven queries beside the client's own."""

    def __init__(self, recipient: Recipient, user: User, said: Mapping[str, str]) -> None:
        self.client, self.deal, self.user, self.said = recipient.client, recipient.deal, user, said
        self.refusals: list[Reason] = []

    @property
    def url(self) -> str:
        name, pk = ("of_deal", self.deal.pk) if self.deal else ("of_client", self.client.pk)
        return address_of(f"message_templates:{name}", pk)

    @property
    def back(self) -> str:
        name, pk = ("deal:card", self.deal.pk) if self.deal else ("clients:card", self.client.pk)
        return address_of(name, pk)

    @property
    def can_work(self) -> bool:
        if self.deal is not None:
            return self.deal.is_open and self.user.may_work_for(self.deal.owner_id)
        return self.user.is_selling and self.client.is_workable_by(self.user)

    @cached_property
    def step(self) -> EnrolmentStep | None:
        """The open step of a sequence whose words these are, where the panel was opened by it."""
        asked = number(self.said.get("step", ""))
        steps = EnrolmentStep.objects.filter(pk=asked, enrolment__client=self.client, done_at=None)
        return steps.select_related("step__template__latest").first() if asked else None

    @cached_property
    def template(self) -> MessageTemplate | None:
        asked = number(self.said.get("template", ""))
        return next((one for one in self._offered if one.pk == asked), None)

    @cached_property
    def contact(self) -> Contact | None:
        """The chosen one; at first he who decides is not asked for, the first of the client is."""
        if "contact" not in self.said:
            return next(iter(self._contacts), None)
        asked = number(self.said["contact"])
        return next((one for one in self._contacts if one.pk == asked), None)

    @property
    def recipient(self) -> Recipient:
        return Recipient(self.client, self.contact, self.deal)

    @property
    def groups(self) -> list[Group]:
        """By channel; what is for the part of the sale where the deal stands comes first."""
        names: list[tuple[str, list[MessageTemplate]]] = []
        here = [one for one in self._offered if one.phase in self._phases]
        if here:
            names.append((" · ".join(str(phase.label) for phase in self._phases), here))
        for code, label in TemplateChannel.choices:
            names.append((str(label), [one for one in self._offered if one.channel == code and one not in here]))
        return [Group(name, [self._choice(one) for one in rows]) for name, rows in names if rows]

    @property
    def contacts(self) -> list[Choice]:
        return [Choice(one.pk, one.name, one == self.contact) for one in self._contacts]

    @cached_property
    def filled(self) -> Filled | None:
        return fill(self.template.version, self.recipient, by=self.user) if self.template else None

    @property
    def gaps(self) -> list[GapRow]:
        return gap_rows(self.filled.gaps, self.client, self.deal) if self.filled else []

    @property
    def subject(self) -> str:
        """What was typed, else what the template gives."""
        return self.said.get("subject", self.filled.wording.subject if self.filled else "")

    @property
    def text(self) -> str:
        return self.said.get("text", self.filled.wording.text if self.filled else "")

    @property
    def channel(self) -> str:
        return self.template.channel if self.template else ""

    @property
    def is_letter(self) -> bool:
        return self.channel == TemplateChannel.EMAIL

    @property
    def is_call(self) -> bool:
        return self.channel == TemplateChannel.CALL

    @property
    def advice_url(self) -> str:
        """Where the policy answers, on its own, so that the words do not wait for it."""
        contact = self.contact.pk if self.contact else ""
        url = address_of("message_templates:advice", self.client.pk)
        return f"{url}?channel={TOUCHED_BY[self.channel]}&contact={contact}"

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        return [(one.value, str(one.label)) for one in OF_A_CALL]

    @cached_property
    def address(self) -> str:
        """The contact's own e-mail or phone, else the client's; "" when there is none."""
        kind = ContactPointKind.EMAIL if self.is_letter else ContactPointKind.PHONE
        own = self.contact.pk if self.contact else None
        points = ContactPoint.objects.filter(client=self.client, kind=kind)
        found = [point for point in points if point.contact_id in (own, None)]
        return next((point.value for point in sorted(found, key=lambda one: one.contact_id is None)), "")

    @property
    def opens(self) -> str:
        """The address that opens the person's own mail program, phone or SMS; "" for a messenger."""
        if not self.address:
            return ""
        match self.channel:
            case TemplateChannel.EMAIL:
                return f"mailto:{self.address}?subject={quote(self.subject)}&body={_crlf(self.text)}"
            case TemplateChannel.SMS:
                return f"sms:{self.address}?body={quote(self.text)}"
            case TemplateChannel.CALL:
                return f"tel:{self.address}"
        return ""

    @cached_property
    def _offered(self) -> list[MessageTemplate]:
        return list(MessageTemplate.objects.in_use().visible_to(self.user).select_related("latest"))

    @cached_property
    def _contacts(self) -> list[Contact]:
        return list(self.client.contacts.filter(erased_at=None))

    @cached_property
    def _phases(self) -> list[SalePhase]:
        return _phases_of(self.deal) if self.deal else []

    def _choice(self, one: MessageTemplate) -> Choice:
        return Choice(one.pk, one.name, one == self.template)


def _phases_of(deal: Deal) -> list[SalePhase]:
    stages = stages_of(deal)
    place = next(number for number, stage in enumerate(stages) if stage.pk == deal.stage_id)
    return phases_of([stage.gates for stage in stages])[place]


def _crlf(text: str) -> str:
    """RFC 6068: a line break of a body is %0D%0A."""
    return quote(text.replace("\n", "\r\n"))
