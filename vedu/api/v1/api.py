"""The API itself: routers, sign-in, errors, description."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Swagger
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from vedu.api.once import once
from vedu.api.parser import JsonParser
from vedu.api.problems import KNOWN, problem_of
from vedu.api.sign_in import Session, Token
from vedu.api.v1 import (
    absences,
    arguments,
    assignment_rules,
    briefs,
    business_events,
    calendar_days,
    calling,
    catalogue,
    checklists,
    checks,
    client_base,
    closings,
    committee,
    companies,
    competitors,
    consents,
    contact_policy,
    contacts,
    day_fit,
    day_plan,
    deal_products,
    deals,
    encounters,
    erasures,
    evidence,
    handovers,
    holds,
    imports,
    inquiries,
    knowledge,
    merges,
    message_templates,
    moves,
    needs,
    neglect,
    notice_choices,
    notices,
    objection_actions,
    objections,
    openapi,
    opt_outs,
    overdue,
    ownership,
    parties,
    pins,
    pipelines,
    placement,
    playbooks,
    reassignments,
    rebuttals,
    sales_points,
    search,
    segments,
    sequences,
    signals,
    stage_norms,
    stages,
    subject_requests,
    tasks,
    techniques,
    time_budgets,
    touches,
    users,
    visits,
)

ROOMS = (
    companies,
    ownership,
    placement,
    handovers,
    merges,
    reassignments,
    assignment_rules,
    absences,
    briefs,
    competitors,
    parties,
    contacts,
    deals,
    pins,
    inquiries,
    moves,
    closings,
    needs,
    objections,
    rebuttals,
    objection_actions,
    signals,
    techniques,
    committee,
    evidence,
    catalogue,
    knowledge,
    checks,
    deal_products,
    arguments,
    playbooks,
    stage_norms,
    touches,
    checklists,
    tasks,
    message_templates,
    sequences,
    business_events,
    encounters,
    visits,
    calling,
    day_plan,
    day_fit,
    time_budgets,
    search,
    client_base,
    sales_points,
    pipelines,
    stages,
    users,
    imports,
    consents,
    opt_outs,
    contact_policy,
    subject_requests,
    erasures,
    segments,
    notices,
    notice_choices,
    holds,
    neglect,
    overdue,
    calendar_days,
)


class VeduAPI(NinjaAPI):
    @cached_property
    def _description(self) -> dict[str, Any]:
        return openapi.complete(super().get_openapi_schema())

    def get_openapi_schema(self, **_options: Any) -> OpenAPISchema:
        """Made once: it does not change while the server runs."""
        return self._description  # type: ignore[return-value]

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__


def answer_problem(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    return problem_of(error)


api = VeduAPI(
    title="Vedu",
    version="1",
    description=openapi.DESCRIPTION,
    urls_namespace="api-v1",
    openapi_url="/v1/openapi.json",
    docs_url="/docs",
    # No validator of the description: it would be asked over the network.
    docs=Swagger({"validatorUrl": None, "persistAuthorization": True}),
    auth=[Token(), Session()],
    parser=JsonParser(),
)
api.add_decorator(once)
for room in ROOMS:
    api.add_router("/v1", room.router)
for kind in KNOWN:
    api.add_exception_handler(kind, answer_problem)
