"""Reassignments: many companies pass to others by one decision of a head."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import colleague, found, named
from vedu.api.v1.shapes.assignment import PreviewOut, ReassignmentIn, ReassignmentOut, plan, reassignment
from vedu.api.v1.shapes.values import Page
from vedu.clients.reassignment import jobs
from vedu.clients.reassignment.plan import Division, preview
from vedu.clients.reassignment.reassignment import Reassignment
from vedu.clients.reassignment.selection import Selection
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User

router = Router(tags=["ownership"])


@router.get("/reassignments", response=Page[ReassignmentOut])
def list_reassignments(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """Yours and those of the heads below you, the last first."""
    request.user.require_leading()
    return page(request, paging, Reassignment.objects.visible_to(request.user), each(reassignment))


@router.post("/reassignments", response={200: PreviewOut, 202: ReassignmentOut})
def reassign(request: ApiRequest, body: ReassignmentIn) -> HttpResponse:
    """Passes the companies in the background (202). With `preview` true it writes nothing and says who would get
    what, and which companies cannot pass and why."""
    request.user.require_leading()
    selection, division = _selection(body), Division(body.method, [colleague(pk, "people") for pk in body.people])
    if body.preview:
        return answer(plan(preview(selection, division, by=request.user)))
    return answer(reassignment(jobs.order(selection, division, why=body.why, by=request.user)), 202)


@router.get("/reassignments/{int:pk}", response=ReassignmentOut)
def get_reassignment(request: ApiRequest, pk: int) -> HttpResponse:
    """How far it is, and what came of it."""
    return answer(reassignment(_found(request.user, pk)))


@router.post("/reassignments/{int:pk}/undoing", response={202: ReassignmentOut})
def undo_reassignment(request: ApiRequest, pk: int) -> HttpResponse:
    """Gives back in the background what nobody has worked with since."""
    one = _found(request.user, pk)
    jobs.order_undoing(one, by=request.user)
    return answer(reassignment(one), 202)


def _selection(body: ReassignmentIn) -> Selection:
    person = named(User.objects.all(), body.person, "person") if body.person else None
    segment = named(Segment.objects.all(), body.segment, "segment") if body.segment else None
    return Selection(person, segment, body.companies)


def _found(user: User, pk: int) -> Reassignment:
    return found(Reassignment.objects.visible_to(user).select_related("by"), pk)
