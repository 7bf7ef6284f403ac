"""Calling lists (CHAN-5): a queue of companies, one in a caller's hands at a time, and what came of each call."""

from collections.abc import Sequence

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import colleague, found, named
from vedu.api.v1.shapes.calling import (
    CallAttemptIn,
    CallAttemptOut,
    CallingListIn,
    CallingListOut,
    CallingPreviewOut,
    CallingSourceIn,
    CallingStatisticsOut,
    LeaseOut,
    NextOut,
    QueuedOut,
    attempt,
    calling_list,
    preview,
    queued,
    statistics,
)
from vedu.api.v1.shapes.values import Page
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.filling import Wanted
from vedu.sales.calling.lease import give_back, renew, take_next
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.calling.recording import Said, record
from vedu.sales.calling.sifting import Callers
from vedu.sales.calling.statistics import added_up, by_hour, of_callers, of_lists
from vedu.sales.calling.taking_back import take_back
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.playbooks.playbook import Playbook, PlaybookVersion

router = Router(tags=["calling"])
NEWEST_MADE, IN_ORDER, NEWEST_FIRST = ("-made_at", "-id"), ("position", "id"), ("-at", "-id")
WORDS = (
    "note", "number", "has_permission", "gatekeeper", "decision_maker", "job_title", "route", "call_back_at",
    "seconds", "answers",
)  # fmt: skip


@router.get("/calling-lists", response=Page[CallingListOut])
def list_calling_lists(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """Yours, your team's and those of your people, the newest first, each with what it has brought."""
    return page(request, paging, CallingList.objects.visible_to(request.user), _lists, NEWEST_MADE)


@router.post("/calling-lists", response={201: CallingListOut})
def make_calling_list(request: ApiRequest, body: CallingListIn) -> HttpResponse:
    """With its queue. Whom the rules do not let call is left out: ask the preview who."""
    playbook = named(Playbook.objects.in_use(), body.playbook, "playbook") if body.playbook else None
    made = CallingList.make(
        body.name,
        _wanted(body),
        by=request.user,
        callers=_callers(body, request.user),
        playbook=playbook,
        most_attempts=body.most_attempts,
    )
    return answer(_lists([made])[0], 201)


@router.post("/calling-lists/previews", response=CallingPreviewOut)
def preview_calling_list(request: ApiRequest, body: CallingSourceIn) -> HttpResponse:
    """Whom such a list would take, whom it would leave out and why; nothing is kept."""
    sifted = CallingList.preview(_wanted(body), by=request.user, callers=_callers(body, request.user))
    return answer(preview(sifted))


@router.get("/calling-lists/{int:pk}", response=CallingListOut)
def get_calling_list(request: ApiRequest, pk: int) -> HttpResponse:
    """One."""
    return answer(_lists([_seen(request.user, pk)])[0])


@router.get("/calling-lists/{int:pk}/statistics", response=CallingStatisticsOut)
def calling_statistics(request: ApiRequest, pk: int) -> HttpResponse:
    """Attempts, conversations, permissions to talk, decision makers, appointments: in all, by caller, by hour."""
    one = _seen(request.user, pk)
    callers = of_callers(one.pk)
    return answer(statistics(added_up(list(callers.values())), callers, by_hour(one.pk)))


@router.get("/calling-lists/{int:pk}/queue", response=Page[QueuedOut])
def list_queue(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """Everybody on it, in the order of the list."""
    rows = QueuedClient.objects.filter(calling_list=_seen(request.user, pk)).select_related("client")
    return page(request, paging, rows, each(queued), IN_ORDER)


@router.get("/calling-lists/{int:pk}/attempts", response=Page[CallAttemptOut])
def list_call_attempts(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """What came of its calls, the latest first."""
    rows = CallAttempt.objects.filter(calling_list=_seen(request.user, pk))
    return page(request, paging, rows, each(attempt), NEWEST_FIRST)


@router.post("/calling-lists/{int:pk}/closings", response=CallingListOut)
def close_calling_list(request: ApiRequest, pk: int) -> HttpResponse:
    """Nobody is called from it any more."""
    one = _seen(request.user, pk)
    one.close(by=request.user)
    return answer(_lists([one])[0])


@router.post("/calling-lists/{int:pk}/openings", response=CallingListOut)
def reopen_calling_list(request: ApiRequest, pk: int) -> HttpResponse:
    """Closed too early."""
    one = _seen(request.user, pk)
    one.reopen(by=request.user)
    return answer(_lists([one])[0])


@router.post("/calling-lists/{int:pk}/leases", response=NextOut)
def take_next_company(request: ApiRequest, pk: int) -> HttpResponse:
    """The next company into your hands: nobody else gets it while the lease lasts. Asked again, the same one."""
    taken = take_next(_seen(request.user, pk), by=request.user)
    return answer({"queued": queued(taken) if taken else None})


@router.post("/queued/{int:pk}/leases", response=LeaseOut)
def renew_lease(request: ApiRequest, pk: int) -> HttpResponse:
    """You are still talking: the lease begins anew."""
    one = _queued(request.user, pk)
    renew(one, by=request.user)
    return answer({"lease_till": queued(one)["lease_till"]})


@router.delete("/queued/{int:pk}/leases", response={204: None})
def give_company_back(request: ApiRequest, pk: int) -> HttpResponse:
    """Back into the queue; it is the next one for whoever asks."""
    one = _queued(request.user, pk)
    request.user.require_selling()
    if one.is_held_by(request.user):
        give_back(by=request.user)
    return HttpResponse(status=204)


@router.post("/queued/{int:pk}/attempts", response={201: CallAttemptOut})
def record_call(request: ApiRequest, pk: int, body: CallAttemptIn) -> HttpResponse:
    """How the call ended: a touch, the people it named, the next step; the company goes back into the queue or leaves
    it."""
    one = _queued(request.user, pk)
    said = Said(
        body.outcome,
        **{name: getattr(body, name) for name in WORDS},
        next_step=body.next_step.step(one.client) if body.next_step else None,
        refusal=named(RefusalReason.objects.in_use(), body.refusal, "refusal") if body.refusal else None,
        version=named(PlaybookVersion.objects.all(), body.version, "version") if body.version else None,
    )
    return answer(attempt(record(one, said, by=request.user)), 201)


@router.delete("/call-attempts/{int:pk}", response=QueuedOut)
def take_outcome_back(request: ApiRequest, pk: int) -> HttpResponse:
    """A wrong outcome of yours, as long as nothing has followed: its touch and task are gone, the company is in your
    hands again."""
    one = found(CallAttempt.objects.visible_to(request.user).select_related("by", "client"), pk)
    return answer(queued(take_back(one, by=request.user)))


def _seen(user: User, pk: int) -> CallingList:
    return found(CallingList.objects.visible_to(user).select_related("caller", "team"), pk)


def _queued(user: User, pk: int) -> QueuedClient:
    return found(QueuedClient.objects.visible_to(user).select_related("client__owner", "calling_list"), pk)


def _wanted(body: CallingSourceIn) -> Wanted:
    segment = named(Segment.objects.all(), body.segment, "segment") if body.segment else None
    return Wanted(segment=segment, of_day=body.of_day, clients=body.companies)


def _callers(body: CallingSourceIn, user: User) -> Callers:
    if body.team is not None:
        return Callers(team=named(Team.objects.all(), body.team, "team"))
    return Callers(person=colleague(body.caller, "caller") if body.caller else user)


def _lists(rows: Sequence[CallingList]) -> list[Json]:
    numbers = of_lists([one.pk for one in rows])
    return [calling_list(one, numbers[one.pk]) for one in rows]
