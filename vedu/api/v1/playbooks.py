"""Playbooks (TALK-1): what to ask at each stage, and what clients answered."""

from collections import defaultdict
from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from vedu.api.answer import Json, answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by, found
from vedu.api.v1.shapes.playbook import PlaybookAnswerIn, PlaybookAnswerOut, PlaybookIn, PlaybookOut, given, playbook
from vedu.api.v1.shapes.values import Page
from vedu.foundation.refusal import Missing, Reason
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.choice import version_for
from vedu.sales.playbooks.playbook import Playbook, PlaybookUse, PlaybookVersion

router = Router(tags=["playbooks"])
BY_PLACE = ("position", "id")


@router.get("/playbooks", response=Page[PlaybookOut])
def list_playbooks(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """Those in use, each with its latest version."""
    return page(request, paging, Playbook.objects.in_use(), _whole, BY_PLACE)


@router.post("/playbooks", response={201: PlaybookOut})
def found_playbook(request: ApiRequest, body: PlaybookIn) -> HttpResponse:
    """A new one; for heads."""
    made = Playbook.found(body.name, body.script, by=request.user)
    _use(made, body, request)
    return answer(_whole([made])[0], 201)


@router.put("/playbooks/{int:pk}", response=PlaybookOut)
def publish_playbook(request: ApiRequest, pk: int, body: PlaybookIn) -> HttpResponse:
    """The next version, whole; answers keep the question as it was. For heads."""
    known = found(Playbook.objects.in_use(), pk)
    known.publish(body.name, body.script, by=request.user)
    _use(known, body, request)
    return answer(_whole([known])[0])


@router.get("/deals/{int:pk}/playbook", response=PlaybookOut)
def get_playbook_of_deal(request: ApiRequest, pk: int) -> HttpResponse:
    """By which the deal is led; 404 where there is none."""
    version = version_for(deal_seen_by(request.user, pk))
    return answer(_whole([found(Playbook.objects.all(), version.playbook_id if version else 0)])[0])


@router.get("/deals/{int:pk}/answers", response=Page[PlaybookAnswerOut])
def list_answers(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """All that was answered, the last first; the last to a question is the one that stands."""
    answers = Answer.objects.filter(deal=deal_seen_by(request.user, pk)).select_related("version")
    return page(request, paging, answers, each(given))


@router.post("/deals/{int:pk}/answers", response={201: PlaybookAnswerOut})
def give_answer(request: ApiRequest, pk: int, body: PlaybookAnswerIn) -> HttpResponse:
    """Writes an answer down; a question that fills a fact (a need, an objection) writes that as well."""
    deal = deal_seen_by(request.user, pk)
    version = version_for(deal)
    if version is None:
        sentence = _("No playbook is set for this pipeline: choose one first.")
        raise Missing(Reason("playbook-missing", sentence, {"field": "question"}))
    return answer(given(Answer.give(deal, version, body.question, body.text, by=request.user)), 201)


def _use(one: Playbook, body: PlaybookIn, request: ApiRequest) -> None:
    if body.pipelines is not None:
        one.use_in([found(Pipeline.objects.in_use(), pk) for pk in body.pipelines], by=request.user)


def _whole(playbooks: Sequence[Playbook]) -> list[Json]:
    """Two queries for all."""
    ids = [one.pk for one in playbooks]
    versions = {one.playbook_id: one for one in PlaybookVersion.objects.filter(playbook__in=ids).order_by("number")}
    used: dict[int, list[int]] = defaultdict(list)
    for playbook_id, pipeline in PlaybookUse.objects.filter(playbook__in=ids).values_list("playbook", "pipeline"):
        used[playbook_id].append(pipeline)
    return [playbook(one, versions[one.pk], sorted(used[one.pk])) for one in playbooks]
