"""Who may not be disturbed, and by what: people, companies, bare phones and e-mails."""

from typing import Any, ClassVar

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found
from vedu.api.v1.shapes.consent import OPT_OUT_COLUMNS, OptOutIn, OptOutOut, PutOut, WhyIn, opt_out
from vedu.api.v1.shapes.values import Id, Page
from vedu.api.v1.subjects import subject_named
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.contact_point import ContactPointKind
from vedu.foundation.people.user import User

router = Router(tags=["consent"])


class OptOutFilters(Paging):
    company: Id | None = None
    contact: Id | None = None
    value: str | None = None
    standing: bool | None = None

    lookups: ClassVar[dict[str, str]] = {
        "company": "client_id",
        "contact": "contact_id",
        "value": "value",
        "standing": "lifted_at__isnull",
    }


@router.get("/opt-outs", response=Page[OptOutOut])
def list_opt_outs(request: ApiRequest, filters: Query[OptOutFilters]) -> HttpResponse:
    """The list, the last first; `value` is a phone in E.164 or an e-mail."""
    return page(request, filters, OptOut.objects.visible_to(request.user).values(*OPT_OUT_COLUMNS), each(opt_out))


@router.post("/opt-outs", response={201: PutOut})
def opt_out_of(request: ApiRequest, body: OptOutIn) -> HttpResponse:
    """“No more”: a person with all his own numbers, or a bare one. What was agreed to is withdrawn with it."""
    rows = _put(request.user, body)
    listed = OptOut.objects.filter(pk__in=[row.pk for row in rows]).order_by("pk").values(*OPT_OUT_COLUMNS)
    return answer({"items": list(map(opt_out, listed))}, 201)


@router.post("/opt-outs/{int:pk}/lifting", response={201: OptOutOut})
def lift_opt_out(request: ApiRequest, pk: int, body: WhyIn) -> HttpResponse:
    """A head takes it off the list and says why."""
    listed = found(OptOut.objects.visible_to(request.user).select_related("client__owner", "contact"), pk)
    listed.lift(by=request.user, why=body.why)
    return answer(opt_out(OptOut.objects.values(*OPT_OUT_COLUMNS).get(pk=pk)), 201)


def _put(user: User, body: OptOutIn) -> list[OptOut]:
    said: dict[str, Any] = {"by": user, "channels": body.channels, "why": body.why}
    if body.phone:
        return OptOut.put(ContactPointKind.PHONE, body.phone, **said)
    if body.email:
        return OptOut.put(ContactPointKind.EMAIL, body.email, **said)
    return object_to(subject_named(user, body.company, body.contact), **said)
