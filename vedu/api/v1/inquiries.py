"""Inquiries: what a form of the site, a telephone exchange or a shop tells of clients who came by themselves."""

from datetime import timedelta
from typing import Annotated, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router
from pydantic import Field

from vedu.api.answer import answer
from vedu.api.paging import Paging, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import colleague, found, named
from vedu.api.v1.shapes.inquiry import InquiryIn, InquiryOut, ResponseSpeeds, inquiry
from vedu.api.v1.shapes.values import Id, Moment, Page
from vedu.clients.channel import Channel
from vedu.clients.sales_point import SalesPoint
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.inquiries.beginning import Arrival, begin
from vedu.sales.inquiries.inquiry import Inquiries, Inquiry
from vedu.sales.inquiries.speed import speed_by_seller

router = Router(tags=["inquiries"])
SAME = {"reach", "name", "words", "channel", "is_here", "source"}
Days = Annotated[int, Field(ge=1, le=366)]


class InquiryFilters(Paging):
    channel: Channel | None = None
    deal: Id | None = None
    waiting: bool | None = None
    since: Moment | None = None

    lookups: ClassVar[dict[str, str]] = {"channel": "channel", "deal": "deal_id", "since": "came_at__gte"}

    def narrow(self, rows: "QuerySet[Inquiry]") -> "QuerySet[Inquiry]":  # type: ignore[override]
        rows = super().narrow(rows)
        return rows if self.waiting is None else rows.filter(answered_at__isnull=self.waiting)


@router.get("/inquiries", response=Page[InquiryOut])
def list_inquiries(request: ApiRequest, filters: Query[InquiryFilters]) -> HttpResponse:
    """The inquiries you see, the newest first; `waiting=true` those that nobody has answered."""
    shown = _whole().visible_to(request.user)
    return page(request, filters, shown, lambda rows: [inquiry(row, request.user) for row in rows])


@router.post("/inquiries", response={201: InquiryOut})
def begin_inquiry(request: ApiRequest, body: InquiryIn) -> HttpResponse:
    """Somebody came by himself. A returning client is recognised by `reach`; of a new one a person is made. A deal
    of the passive pipeline opens, unless a colleague leads the client: then he gets a task and a notice."""
    came = Arrival(
        **body.model_dump(include=SAME),
        pipeline=named(Pipeline.objects.in_use(), body.pipeline, "pipeline") if body.pipeline else None,
        sales_point=named(SalesPoint.objects.active(), body.sales_point, "sales_point") if body.sales_point else None,
        owner=colleague(body.owner, "owner") if body.owner else None,
    )
    begun = begin(came, by=request.user)
    return answer(inquiry(_whole().get(pk=begun.pk), request.user), 201)


@router.get("/inquiries/{int:pk}", response=InquiryOut)
def get_inquiry(request: ApiRequest, pk: int) -> HttpResponse:
    """One inquiry."""
    return answer(inquiry(found(_whole().visible_to(request.user), pk), request.user))


@router.get("/response-speeds", response=ResponseSpeeds)
def get_response_speeds(request: ApiRequest, days: Days = 30) -> HttpResponse:
    """How fast each of your people answers who came by himself. For heads."""
    request.user.require_leading()
    now = timezone.now()
    speeds = speed_by_seller(request.user, now - timedelta(days=days), now)
    sellers = [
        {
            "user": user,
            "answered": len(speed.seconds),
            "waiting": speed.waiting,
            "median_seconds": speed.median,
            "in_norm": speed.in_norm,
            "judged": speed.judged,
            "share": speed.share,
        }
        for user, speed in sorted(speeds.items())
    ]
    return answer({"days": days, "sellers": sellers})


def _whole() -> Inquiries:
    return Inquiry.objects.select_related("client__owner", "deal__owner", "deal__pipeline", "received_by")
