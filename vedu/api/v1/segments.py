"""Segments: groups of companies named by conditions on their facts."""

from collections.abc import Sequence

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found
from vedu.api.v1.shapes.segment import SegmentIn, SegmentOut, segments
from vedu.api.v1.shapes.values import Page
from vedu.clients.segments.segment import Segment

router = Router(tags=["segments"])
BY_NAME = ("name", "id")


@router.get("/segments", response=Page[SegmentOut])
def list_segments(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """By name, each with how many of the companies you see belong to it; 1001 stands for more than a thousand."""

    def shape(rows: Sequence[Segment]) -> list[Json]:
        return segments(rows, request.user)

    return page(request, paging, Segment.objects.all(), shape, BY_NAME)


@router.post("/segments", response={201: SegmentOut})
def define_segment(request: ApiRequest, body: SegmentIn) -> HttpResponse:
    """Names a group; for heads. A company belongs to it when every condition holds."""
    segment = Segment.define(body.name, body.told, by=request.user, about=body.about, is_icp=body.is_icp)
    return answer(_one(request, segment), 201)


@router.get("/segments/{int:pk}", response=SegmentOut)
def get_segment(request: ApiRequest, pk: int) -> HttpResponse:
    """One, with how many clients belong to it."""
    return answer(_one(request, found(Segment.objects.all(), pk)))


@router.put("/segments/{int:pk}", response=SegmentOut)
def redefine_segment(request: ApiRequest, pk: int, body: SegmentIn) -> HttpResponse:
    """The whole segment anew."""
    segment = found(Segment.objects.all(), pk)
    segment.redefine(body.name, body.told, by=request.user, about=body.about, is_icp=body.is_icp)
    return answer(_one(request, segment))


@router.delete("/segments/{int:pk}", response={204: None})
def drop_segment(request: ApiRequest, pk: int) -> HttpResponse:
    """Rules of holding that speak of it go with it."""
    found(Segment.objects.all(), pk).drop(by=request.user)
    return HttpResponse(status=204)


def _one(request: ApiRequest, segment: Segment) -> Json:
    return segments([segment], request.user)[0]
