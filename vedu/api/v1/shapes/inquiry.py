"""An inquiry: a client who came by himself."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Id, In, Line, UtcMoment, Word
from vedu.clients.channel import Channel
from vedu.foundation.people.user import User
from vedu.sales.inquiries.beginning import LONGEST_WORDS
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.step import Step


class InquiryIn(In):
    """``reach`` is a phone or an e-mail as it was typed. ``is_here``: false for a form, a letter or a missed call: the
    first response is timed. ``owner``: for whom the deal of a new or free client is opened."""

    reach: Word = ""
    name: Line = ""
    words: Annotated[str, Field(max_length=LONGEST_WORDS)] = ""
    channel: Channel = Channel.FORM
    is_here: bool = False
    pipeline: Id | None = None
    sales_point: Id | None = None
    owner: Id | None = None
    source: Word = ""


class InquiryOut(BaseModel):
    """``deal`` and ``company`` are null where you may not see them: a colleague leads the client and has got the
    inquiry. ``is_returning``: he was in the base before. ``in_norm`` is null while nobody can tell."""

    id: int
    company: int | None
    company_name: str | None
    is_returning: bool
    deal: int | None
    owner: int
    owner_name: str
    is_passed_on: bool
    channel: Channel
    words: str
    is_here: bool
    sales_point: int | None
    step: Step
    came_at: UtcMoment
    due_at: UtcMoment | None
    answered_at: UtcMoment | None
    answered_by: int | None
    response_seconds: int | None
    in_norm: bool | None


class ResponseSpeedOut(BaseModel):
    """Of one seller: ``median_seconds`` of working time, ``share`` in percent within the norm of ``judged``."""

    user: int
    answered: int
    waiting: int
    median_seconds: int | None
    in_norm: int
    judged: int
    share: int | None


class ResponseSpeeds(BaseModel):
    days: int
    sellers: list[ResponseSpeedOut]


def inquiry(record: Inquiry, user: User) -> Json:
    """``record`` comes with client, deal and their owners."""
    client, owner = record.client, record.owner
    is_seen = client.is_visible_to(user)
    return {
        "id": record.pk,
        "company": client.pk if is_seen else None,
        "company_name": client.name if is_seen else None,
        "is_returning": client.created_at < record.came_at,
        "deal": record.deal_id if is_seen else None,
        "owner": owner.pk,
        "owner_name": owner.name,
        "is_passed_on": record.deal_id is None,
        "channel": record.channel,
        "words": record.words,
        "is_here": record.is_here,
        "sales_point": record.sales_point_id,
        "step": record.step,
        "came_at": moment(record.came_at),
        "due_at": moment(record.due_at),
        "answered_at": moment(record.answered_at),
        "answered_by": record.answered_by_id,
        "response_seconds": None if record.is_here else record.seconds,
        "in_norm": record.is_in_norm,
    }
