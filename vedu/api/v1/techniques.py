"""What works: win rates by technique, question, argument and answer (TALK-7)."""

from enum import IntEnum
from typing import Annotated

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import named
from vedu.api.v1.shapes.technique import TechniquesOut, techniques
from vedu.insight.techniques.answers import answers_judged
from vedu.insight.techniques.report import report_for
from vedu.sales.deals.pipeline import Pipeline

router = Router(tags=["talk"])


class Days(IntEnum):
    """What the nights count: PERIODS."""

    QUARTER = 90
    YEAR = 365
    TWO_YEARS = 730


@router.get("/techniques", response=TechniquesOut)
def list_techniques(
    request: ApiRequest,
    days: Annotated[Days, Query(description="Deals closed in so many days: 90, 365 or 730")] = Days.YEAR,
    pipeline: Annotated[int | None, Query(description="Only of this pipeline")] = None,
) -> HttpResponse:
    """What goes together with winning, in the deals that you see; what differs for certain stands first."""
    if pipeline is not None:
        named(Pipeline.objects.all(), pipeline, "pipeline")
    return answer(techniques(report_for(request.user, days, pipeline), answers_judged()))
