"""The library of answers to objections (TALK-4), with what has come of them."""

from typing import Annotated

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found
from vedu.api.v1.shapes.rebuttal import RebuttalChange, RebuttalIn, RebuttalOut, RebuttalsOut, rebuttal
from vedu.insight.rebuttals.ranking import NOTHING, Ranked, ranked
from vedu.insight.rebuttals.rates import rates
from vedu.sales.deals.deal import Deal
from vedu.sales.objections.rebuttal import Rebuttal, Rebuttals
from vedu.sales.talk.objection import Objection
from vedu.sales.talk.objection_kind import ObjectionKind

router = Router(tags=["talk"])


@router.get("/rebuttals", response=RebuttalsOut)
def list_rebuttals(
    request: ApiRequest,  # noqa: ARG001
    kind: Annotated[ObjectionKind | None, Query(description="Only to objections of this kind")] = None,
    is_retired: Annotated[bool, Query(description="Those out of use")] = False,
) -> HttpResponse:
    """The answers of the library, each with what has come of it in two years in the whole company."""
    chosen = _rebuttals().filter(is_retired=is_retired, **({"kind": kind} if kind else {}))
    known = rates()
    return answer({"items": [rebuttal(one, known.get(one.pk, NOTHING)) for one in chosen], "next_cursor": None})


@router.post("/rebuttals", response={201: RebuttalOut})
def write_rebuttal(request: ApiRequest, body: RebuttalIn) -> HttpResponse:
    """A new answer; for heads."""
    made = Rebuttal.write(body.kind, body.wording, against=body.against, by=request.user)
    return answer(rebuttal(made, NOTHING), 201)


@router.put("/rebuttals/{int:pk}", response=RebuttalOut)
def change_rebuttal(request: ApiRequest, pk: int, body: RebuttalChange) -> HttpResponse:
    """The next version, whole; where the answer was used it stays as it was worded. For heads."""
    known = found(_rebuttals(), pk)
    known.change(body.wording, against=body.against, by=request.user)
    return answer(_one(pk))


@router.post("/rebuttals/{int:pk}/retirement", response={201: RebuttalOut})
def retire_rebuttal(request: ApiRequest, pk: int) -> HttpResponse:
    """Offered no more; for heads."""
    found(_rebuttals(), pk).retire(by=request.user)
    return answer(_one(pk), 201)


@router.delete("/rebuttals/{int:pk}/retirement", response=RebuttalOut)
def restore_rebuttal(request: ApiRequest, pk: int) -> HttpResponse:
    """Offered again; for heads."""
    found(_rebuttals(), pk).restore(by=request.user)
    return answer(_one(pk))


@router.get("/objections/{int:pk}/rebuttals", response=RebuttalsOut)
def rank_rebuttals(request: ApiRequest, pk: int) -> HttpResponse:
    """What to answer to this objection, those first that have worked, as was learned last night."""
    raised = found(Objection.objects.filter(deal__in=Deal.objects.visible_to(request.user)), pk)
    offered = ranked(raised.kind, is_indecision=raised.is_indecision)
    return answer({"items": [_ranked(one) for one in offered], "next_cursor": None})


def _ranked(one: Ranked) -> Json:
    return rebuttal(one.rebuttal, one.rates)


def _rebuttals() -> Rebuttals:
    return Rebuttal.objects.select_related("latest")


def _one(pk: int) -> Json:
    return rebuttal(_rebuttals().get(pk=pk), rates().get(pk, NOTHING))
