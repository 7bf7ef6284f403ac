"""Merges: two entries of one company become one, and can be parted again."""

from typing import ClassVar

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import company_seen_by, company_to_work_with, found
from vedu.api.v1.shapes.merge import MERGE_COLUMNS, MergeIn, MergeOut, merge
from vedu.api.v1.shapes.values import Id, Page
from vedu.clients.merging.merge import Merge

router = Router(tags=["companies"])


class MergeFilters(Paging):
    company: Id | None = None
    standing: bool | None = None

    lookups: ClassVar[dict[str, str]] = {"company": "kept_id", "standing": "undone_at__isnull"}


@router.get("/merges", response=Page[MergeOut])
def list_merges(request: ApiRequest, filters: Query[MergeFilters]) -> HttpResponse:
    """Merges of the companies you see, the last first."""
    return page(request, filters, Merge.objects.visible_to(request.user).values(*MERGE_COLUMNS), each(merge))


@router.post("/companies/{int:pk}/merges", response={201: MergeOut})
def merge_companies(request: ApiRequest, pk: int, body: MergeIn) -> HttpResponse:
    """`company` goes into this one with all its deals, touches, people and numbers. 409 when two people lead them."""
    kept = company_seen_by(request.user, pk)
    gone = company_to_work_with(request.user, body.company)
    done = Merge.carry_out(kept, gone, by=request.user, choices=body.choices, why=body.why)
    return answer(_one(done.pk), 201)


@router.post("/merges/{int:pk}/undoing", response={201: MergeOut})
def part_companies(request: ApiRequest, pk: int) -> HttpResponse:
    """The company that was gone is back, with every row as it was; what came since stays with the other."""
    found(Merge.objects.visible_to(request.user), pk).undo(by=request.user)
    return answer(_one(pk), 201)


def _one(pk: int) -> Json:
    return merge(Merge.objects.values(*MERGE_COLUMNS).get(pk=pk))
