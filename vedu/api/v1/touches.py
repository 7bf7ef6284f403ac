"""Touches: what was said and done with the companies."""

from typing import ClassVar

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import contact_at, found, work_place
from vedu.api.v1.shapes.touch import COLUMNS, TouchIn, TouchOut, touch
from vedu.api.v1.shapes.values import Id, Moment, Page, row_of
from vedu.sales.touches.channel import Channel
from vedu.sales.touches.touch import Touch

router = Router(tags=["touches"])
SAME = {"channel", "direction", "outcome", "two_way", "text", "seconds", "override_reason", "at"}


class TouchFilters(Paging):
    company: Id | None = None
    deal: Id | None = None
    by: Id | None = None
    channel: Channel | None = None
    since: Moment | None = None

    lookups: ClassVar[dict[str, str]] = {
        "company": "client_id",
        "deal": "deal_id",
        "by": "by_id",
        "channel": "channel",
        "since": "at__gte",
    }


@router.get("/touches", response=Page[TouchOut])
def list_touches(request: ApiRequest, filters: Query[TouchFilters]) -> HttpResponse:
    """Touches of the companies you see, the last logged first."""
    return page(request, filters, Touch.objects.visible_to(request.user).values(*COLUMNS), each(touch))


@router.post("/touches", response={201: TouchOut})
def log_touch(request: ApiRequest, body: TouchIn) -> HttpResponse:
    """Logs a touch with a company or on a deal, and plans the next step when it is sent."""
    client, deal = work_place(request.user, body.company, body.deal)
    facts = body.model_dump(include=SAME) | {"contact": contact_at(client, body.contact)}
    step = body.next_step.step(client) if body.next_step else None
    logged = Touch.log(client, by=request.user, deal=deal, next_step=step, **facts)
    return answer(touch(row_of(logged, COLUMNS)), 201)


@router.get("/touches/{int:pk}", response=TouchOut)
def get_touch(request: ApiRequest, pk: int) -> HttpResponse:
    """One touch."""
    return answer(touch(found(Touch.objects.visible_to(request.user).values(*COLUMNS), pk)))
