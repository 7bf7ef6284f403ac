"""Sequences (CHAN-8): written by heads, begun by sellers, made step by step, stopped."""

from typing import ClassVar

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import contact_at, found, named, work_place
from vedu.api.v1.shapes.sequence import (
    BegunOut,
    EnrolmentIn,
    EnrolmentOut,
    ForeseenManyOut,
    ManyIn,
    SequenceCountsOut,
    SequenceIn,
    SequenceOut,
    StepMakingIn,
    StopIn,
    begun,
    enrolment,
    foreseen,
    sequence,
    sequence_counts,
)
from vedu.api.v1.shapes.values import Id, Page
from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.sequences.admission import Person, admissions
from vedu.sales.sequences.candidates import people_of_clients, people_of_segment
from vedu.sales.sequences.enrolling import enrol, enrol_all, require_open
from vedu.sales.sequences.enrolment import Enrolment, Enrolments, EnrolmentState, EnrolmentStep
from vedu.sales.sequences.going import make, pause, resume
from vedu.sales.sequences.outline import StepOutline
from vedu.sales.sequences.sequence import Sequence
from vedu.sales.sequences.statistics import counts_of
from vedu.sales.sequences.stop import stop_by_hand

router = Router(tags=["sequences"])


class SequenceFilters(Paging):
    is_retired: bool | None = None

    lookups: ClassVar[dict[str, str]] = {"is_retired": "is_retired"}


class EnrolmentFilters(Paging):
    sequence: Id | None = None
    company: Id | None = None
    deal: Id | None = None
    state: EnrolmentState | None = None

    lookups: ClassVar[dict[str, str]] = {
        "sequence": "version__sequence",
        "company": "client_id",
        "deal": "deal_id",
        "state": "state",
    }


@router.get("/sequences", response=Page[SequenceOut])
def list_sequences(request: ApiRequest, filters: Query[SequenceFilters]) -> HttpResponse:
    """All of them, the newest first."""
    return page(request, filters, Sequence.objects.with_steps(), each(sequence))


@router.post("/sequences", response={201: SequenceOut})
def write_sequence(request: ApiRequest, body: SequenceIn) -> HttpResponse:
    """A new one; for heads."""
    request.user.require_leading()
    made = Sequence.write(body.name, _outline(body), by=request.user, about=body.about, segment=_segment(body.segment))
    return answer(sequence(made), 201)


@router.get("/sequences/{int:pk}", response=SequenceOut)
def get_sequence(request: ApiRequest, pk: int) -> HttpResponse:  # noqa: ARG001
    """One sequence in its latest version."""
    return answer(sequence(found(Sequence.objects.with_steps(), pk)))


@router.put("/sequences/{int:pk}", response=SequenceOut)
def change_sequence(request: ApiRequest, pk: int, body: SequenceIn) -> HttpResponse:
    """The next version, whole; whoever has begun goes on by the steps of that day. For heads."""
    known = found(Sequence.objects.with_steps(), pk)
    request.user.require_leading()
    known.change(body.name, _outline(body), by=request.user, about=body.about, segment=_segment(body.segment))
    return answer(sequence(known))


@router.post("/sequences/{int:pk}/retirement", response={201: SequenceOut})
def retire_sequence(request: ApiRequest, pk: int) -> HttpResponse:
    """Begun no more; whoever goes through it goes on. For heads."""
    known = found(Sequence.objects.with_steps(), pk)
    known.retire(by=request.user)
    return answer(sequence(known), 201)


@router.delete("/sequences/{int:pk}/retirement", response=SequenceOut)
def restore_sequence(request: ApiRequest, pk: int) -> HttpResponse:
    """Begun again; for heads."""
    known = found(Sequence.objects.with_steps(), pk)
    known.restore(by=request.user)
    return answer(sequence(known))


@router.get("/sequences/{int:pk}/counts", response=SequenceCountsOut)
def count_sequence(request: ApiRequest, pk: int) -> HttpResponse:  # noqa: ARG001
    """What has come of it in the whole company: step by step, and what stopped it."""
    return answer(sequence_counts(counts_of(found(Sequence.objects.with_steps(), pk).version)))


@router.post("/sequences/{int:pk}/preview", response=ForeseenManyOut)
def preview_enrolments(request: ApiRequest, pk: int, body: ManyIn) -> HttpResponse:
    """Who would begin and when, who would not and why. Nothing is written."""
    known = found(Sequence.objects.with_steps(), pk)
    require_open(known, request.user)
    seen = admissions(known.version, _people(request.user, body), by=request.user, at=timezone.now())
    return answer({"items": [foreseen(one) for one in seen], "next_cursor": None})


@router.post("/sequences/{int:pk}/enrolments", response={201: BegunOut})
def begin_with_many(request: ApiRequest, pk: int, body: ManyIn) -> HttpResponse:
    """Each by the same rule as alone; who was refused, is told with the reasons."""
    known = found(Sequence.objects.with_steps(), pk)
    require_open(known, request.user)
    return answer(begun(enrol_all(known, _people(request.user, body), by=request.user)), 201)


@router.get("/enrolments", response=Page[EnrolmentOut])
def list_enrolments(request: ApiRequest, filters: Query[EnrolmentFilters]) -> HttpResponse:
    """Who goes or went through sequences, of the companies you see; the newest first."""
    return page(request, filters, _seen_by(request.user), each(enrolment))


@router.post("/enrolments", response={201: EnrolmentOut})
def begin_sequence(request: ApiRequest, body: EnrolmentIn) -> HttpResponse:
    """Begins with one; its first step becomes a task."""
    known = named(Sequence.objects.with_steps(), body.sequence, "sequence")
    client, deal = work_place(request.user, body.company, body.deal)
    person = Person(client, contact_at(client, body.contact), deal)
    return answer(_one(enrol(known, person, by=request.user).pk), 201)


@router.get("/enrolments/{int:pk}", response=EnrolmentOut)
def get_enrolment(request: ApiRequest, pk: int) -> HttpResponse:
    """One of them."""
    return answer(enrolment(found(_seen_by(request.user), pk)))


@router.post("/enrolments/{int:pk}/stop", response={201: EnrolmentOut})
def stop_enrolment(request: ApiRequest, pk: int, body: StopIn | None = None) -> HttpResponse:
    """By hand; what it had planned goes off the day."""
    stop_by_hand(_whole(request.user, pk), by=request.user, note=body.note if body else "")
    return answer(_one(pk), 201)


@router.post("/enrolments/{int:pk}/pause", response={201: EnrolmentOut})
def pause_enrolment(request: ApiRequest, pk: int) -> HttpResponse:
    """Nothing is planned till it goes on."""
    pause(_whole(request.user, pk), by=request.user)
    return answer(_one(pk), 201)


@router.delete("/enrolments/{int:pk}/pause", response=EnrolmentOut)
def resume_enrolment(request: ApiRequest, pk: int) -> HttpResponse:
    """It goes on with the same step."""
    resume(_whole(request.user, pk), by=request.user)
    return answer(_one(pk))


@router.post("/enrolment-steps/{int:pk}/making", response={201: EnrolmentOut})
def make_step(request: ApiRequest, pk: int, body: StepMakingIn) -> HttpResponse:
    """You have sent the words of this step, or said them: a touch, and the next step is planned. Once."""
    seen = EnrolmentStep.objects.filter(enrolment__in=Enrolment.objects.visible_to(request.user))
    taken = found(seen.select_related("step__template__latest"), pk)
    of = _whole(request.user, taken.enrolment_id)
    make(of, taken, body.wording, by=request.user, outcome=body.outcome.value if body.outcome else "")
    return answer(_one(of.pk), 201)


def _outline(body: SequenceIn) -> list[StepOutline]:
    """Raises Invalid for a template that is not there."""
    team = MessageTemplate.objects.of_team()
    known = team.in_bulk([step.template for step in body.steps if step.template])
    missing = [step.template for step in body.steps if step.template and step.template not in known]
    if missing:
        sentence = _("There is none with the id %(id)d, or you may not see it.") % {"id": missing[0]}
        raise invalid("steps", "unknown-id", sentence)
    return [
        StepOutline(
            step.after_days,
            step.channel,
            known[step.template] if step.template else None,
            " ".join(step.purpose.split()),
        )
        for step in body.steps
    ]


def _segment(pk: int | None) -> Segment | None:
    return None if pk is None else named(Segment.objects.all(), pk, "segment")


def _people(user: User, body: ManyIn) -> list[Person]:
    if body.segment is not None:
        return people_of_segment(named(Segment.objects.all(), body.segment, "segment"), user)
    if not body.companies:
        raise invalid("companies", "needed", _("Say with whom: a segment, or companies."))
    clients = Client.objects.visible_to(user).filter(pk__in=body.companies).select_related("owner")
    return people_of_clients(list(clients.order_by("pk")))


def _seen_by(user: User) -> Enrolments:
    return _shown(Enrolment.objects.visible_to(user))


def _shown(rows: Enrolments) -> Enrolments:
    return rows.select_related("version", "stop").prefetch_related("steps")


def _whole(user: User, pk: int) -> Enrolment:
    return found(Enrolment.objects.visible_to(user).whole(), pk)


def _one(pk: int) -> Json:
    return enrolment(_shown(Enrolment.objects.all()).get(pk=pk))
