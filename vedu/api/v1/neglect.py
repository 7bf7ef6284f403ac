"""When a neglected company is told to the head and goes to the pool (OWN-4), pipeline by pipeline."""

from django.http import HttpResponse
from ninja import Router

from vedu.api.answer import Json, answer
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found
from vedu.api.v1.shapes.rules import NeglectIn, NeglectOut
from vedu.sales.deals.pipeline import Pipeline

router = Router(tags=["rules"])


@router.get("/pipelines/{int:pk}/neglect", response=NeglectOut)
def get_neglect(request: ApiRequest, pk: int) -> HttpResponse:
    """Days after the company became neglected; null is off."""
    request.user.require_leading()
    return answer(_neglect(found(Pipeline.objects.all(), pk)))


@router.put("/pipelines/{int:pk}/neglect", response=NeglectOut)
def decide_neglect(request: ApiRequest, pk: int, body: NeglectIn) -> HttpResponse:
    """Both anew; what is not sent is off. The pool comes after the head."""
    pipeline = found(Pipeline.objects.all(), pk)
    pipeline.decide_neglect(body.head_days, body.pool_days, by=request.user)
    return answer(_neglect(pipeline))


def _neglect(pipeline: Pipeline) -> Json:
    return {
        "pipeline": pipeline.pk,
        "contact_norm_days": pipeline.contact_norm_days,
        "head_days": pipeline.neglect_head_days,
        "pool_days": pipeline.neglect_pool_days,
    }
