"""What you are told, when and by what way; the secret address of your calendar."""

from datetime import datetime
from typing import Annotated

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from ninja import Router
from pydantic import BaseModel, Field

from vedu.api.answer import Json, answer, moment
from vedu.api.request import ApiRequest
from vedu.api.v1.shapes.values import In, UtcMoment
from vedu.foundation.notices.feed_address import FeedAddress
from vedu.foundation.notices.notice_choice import LONGEST_AHEAD, TOPICS, NoticeChoice, Remind, When

router = Router(tags=["notices"])


class NoticeChoiceOut(BaseModel):
    """``when``: by topic, the first word of the kind of a notice."""

    remind: Remind
    ahead_minutes: int
    digest: bool
    by_email: bool
    telegram_chat: str
    when: dict[str, When]


class NoticeChoiceIn(In):
    """What is not sent stays; so do topics that ``when`` leaves out."""

    remind: Remind | None = None
    ahead_minutes: Annotated[int | None, Field(ge=0, le=LONGEST_AHEAD)] = None
    digest: bool | None = None
    by_email: bool | None = None
    telegram_chat: Annotated[str | None, Field(max_length=40)] = None
    when: Annotated[dict[str, When] | None, Field(json_schema_extra={"propertyNames": {"enum": list(TOPICS)}})] = None


class FeedOut(BaseModel):
    made_at: UtcMoment


class NewFeedOut(FeedOut):
    """``url`` is shown this once."""

    url: str


@router.get("/users/me/notice-choice", response=NoticeChoiceOut)
def get_notice_choice(request: ApiRequest) -> HttpResponse:
    """Yours."""
    return answer(_choice(NoticeChoice.of(request.user)))


@router.patch("/users/me/notice-choice", response=NoticeChoiceOut)
def change_notice_choice(request: ApiRequest, body: NoticeChoiceIn) -> HttpResponse:
    """Yours; nobody chooses for another."""
    said = {name: value for name, value in body.model_dump(exclude_unset=True).items() if value is not None}
    if "when" in said:
        said["when"] = {**NoticeChoice.of(request.user).when, **said["when"]}
    return answer(_choice(NoticeChoice.choose(request.user, **said)))


@router.get("/users/me/calendar-feed", response=FeedOut)
def get_calendar_feed(request: ApiRequest) -> HttpResponse:
    """Since when you have an address; 404 when there is none."""
    found = FeedAddress.objects.filter(person=request.user).first()
    if found is None:
        raise Http404
    return answer({"made_at": moment(found.made_at)})


@router.post("/users/me/calendar-feed", response={201: NewFeedOut})
def make_calendar_feed(request: ApiRequest) -> HttpResponse:
    """A new address of the iCalendar with your tasks; the one before opens nothing any more."""
    secret = FeedAddress.make(request.user)
    made_at: datetime = FeedAddress.objects.get(person=request.user).made_at
    url = settings.ADDRESS + reverse("calendar:feed", args=[secret])
    return answer({"made_at": moment(made_at), "url": url}, 201)


@router.delete("/users/me/calendar-feed", response={204: None})
def take_calendar_feed_away(request: ApiRequest) -> HttpResponse:
    """It opens nothing any more."""
    FeedAddress.take_away(request.user)
    return HttpResponse(status=204)


def _choice(choice: NoticeChoice) -> Json:
    return {
        "remind": choice.remind,
        "ahead_minutes": choice.ahead_minutes,
        "digest": choice.digest,
        "by_email": choice.by_email,
        "telegram_chat": choice.telegram_chat,
        "when": {topic: choice.when_of(topic) for topic in TOPICS},
    }
