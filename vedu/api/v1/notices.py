"""Notices: what a rule is about to do with the person's clients, and what it has done."""

from typing import ClassVar

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.shapes.notice import NOTICE_COLUMNS, NoticeOut, ReadIn, ReadOut, notice
from vedu.api.v1.shapes.values import Page
from vedu.foundation.people.notice import Notice

router = Router(tags=["notices"])
NEWEST = ("-at", "-id")


class NoticeFilters(Paging):
    unread: bool | None = None

    lookups: ClassVar[dict[str, str]] = {"unread": "read_at__isnull"}


@router.get("/notices", response=Page[NoticeOut])
def list_notices(request: ApiRequest, filters: Query[NoticeFilters]) -> HttpResponse:
    """Your own, the newest first."""
    return page(request, filters, Notice.objects.of(request.user).values(*NOTICE_COLUMNS), each(notice), NEWEST)


@router.post("/notices/reads", response={201: ReadOut})
def read_notices(request: ApiRequest, body: ReadIn) -> HttpResponse:
    """Marks those named as read, all of yours without `ids`; others' are left alone."""
    return answer({"read": Notice.read(body.ids, by=request.user)}, 201)
