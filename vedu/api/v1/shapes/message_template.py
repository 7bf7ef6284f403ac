"""Templates of messages, what they say to one client, what was sent, how a person signs."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json
from vedu.api.v1.shapes.values import Asked, Id, In, Word
from vedu.foundation.refusal import Reason
from vedu.sales.message_templates.filling import Filled
from vedu.sales.message_templates.honesty import warnings_in
from vedu.sales.message_templates.merge_field import GapSource, MergeField
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.profile import SellerProfile
from vedu.sales.message_templates.purpose import Purpose
from vedu.sales.message_templates.template_channel import AidaStep, TemplateChannel, TemplateLanguage
from vedu.sales.message_templates.wording import LONGEST_SUBJECT, LONGEST_TEXT, Wording
from vedu.sales.playbooks.phase import SalePhase
from vedu.sales.touches.channel import Outcome


class WordingIn(In):
    """``subject``: of a letter only."""

    text: Annotated[str, Field(max_length=LONGEST_TEXT)]
    subject: Annotated[str, Field(max_length=LONGEST_SUBJECT)] = ""

    @property
    def wording(self) -> Wording:
        return Wording.typed(self.text, self.subject)


class MessageTemplateChange(WordingIn):
    """Fields stand in braces: {client}; see ``GET /message-templates/fields``."""

    name: Word
    channel: TemplateChannel = TemplateChannel.EMAIL
    phase: SalePhase | None = None
    aida: AidaStep | None = None
    language: TemplateLanguage = TemplateLanguage.RUSSIAN

    @property
    def purpose(self) -> Purpose:
        return Purpose(self.channel, self.phase or "", self.aida or "", self.language)


class MessageTemplateIn(MessageTemplateChange):
    """``is_team``: for all; heads write those."""

    is_team: bool = False


class WarningOut(BaseModel):
    """``code``: typed-price or false-urgency."""

    code: str
    sentence: str
    words: str


class MessageTemplateOut(BaseModel):
    id: int
    name: str
    channel: TemplateChannel
    phase: SalePhase | None
    aida: AidaStep | None
    language: TemplateLanguage
    is_team: bool
    is_retired: bool
    version: int
    subject: str
    text: str
    fields: list[str]
    warnings: list[WarningOut]


class MergeFieldOut(BaseModel):
    field: MergeField
    label: str


class MergeFieldsOut(BaseModel):
    items: list[MergeFieldOut]
    next_cursor: None


class GapOut(BaseModel):
    """``source``: where it is filled in."""

    field: str
    source: GapSource
    sentence: str


class FilledMessageOut(BaseModel):
    """``subject`` and ``text`` show their holes in braces."""

    subject: str
    text: str
    missing: list[GapOut]


class AddresseeIn(Asked):
    """``company`` or ``deal`` is needed."""

    company: Id | None = None
    deal: Id | None = None
    contact: Id | None = None
    product: Id | None = None


class MessageIn(AddresseeIn, WordingIn):
    """A person has sent these words himself. ``outcome``: of a call by a script."""

    template: Id
    outcome: Outcome | None = None


class ObjectionToContactOut(BaseModel):
    code: str
    sentence: str


class MessageOut(BaseModel):
    """``touch`` keeps the words; ``advice`` is what spoke against it, though it was not forbidden."""

    touch: int
    template: int
    version: int
    advice: list[ObjectionToContactOut]


class ProfileIn(In):
    name: Annotated[str, Field(max_length=120)] = ""
    job_title: Annotated[str, Field(max_length=120)] = ""
    phone: Annotated[str, Field(max_length=120)] = ""
    signature: Annotated[str, Field(max_length=1000)] = ""


class ProfileOut(BaseModel):
    """``signed``: what stands under a letter."""

    name: str
    job_title: str
    phone: str
    signature: str
    signed: str


def message_template(one: MessageTemplate) -> Json:
    """``one`` comes with its latest version."""
    version = one.version
    return {name: getattr(one, name) for name in ("name", "channel", "language", "is_team", "is_retired")} | {
        "id": one.pk,
        "phase": one.phase or None,
        "aida": one.aida or None,
        "version": version.number,
        "subject": version.subject,
        "text": version.text,
        "fields": version.wording.fields,
        "warnings": [_warning(reason) for reason in warnings_in(version.wording.whole)],
    }


def filled_message(said: Filled) -> Json:
    missing = [{"field": gap.field, "source": gap.source.value, "sentence": gap.reason.sentence} for gap in said.gaps]
    return {"subject": said.wording.subject, "text": said.wording.text, "missing": missing}


def profile(one: SellerProfile) -> Json:
    return {name: getattr(one, name) for name in ("name", "job_title", "phone", "signature", "signed")}


def _warning(reason: Reason) -> Json:
    return {"code": reason.code, "sentence": reason.sentence, "words": reason.facts["words"]}
