"""The short check of a product (TALK-3): its questions, who took it, who is ready."""

from typing import ClassVar

from django.http import Http404, HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found
from vedu.api.v1.shapes.knowledge import (
    AttemptIn,
    AttemptOut,
    CheckIn,
    CheckOut,
    ProductReadinessOut,
    attempt,
    check,
    standing,
)
from vedu.api.v1.shapes.values import Page
from vedu.foundation.people.roles import SELLING
from vedu.foundation.people.user import User
from vedu.sales.catalogue.attempt import CheckAttempt
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.readiness import standings

router = Router(tags=["catalogue"])


class AttemptFilters(Paging):
    product: int | None = None
    person: int | None = None
    is_passed: bool | None = None

    lookups: ClassVar[dict[str, str]] = {"product": "product", "person": "person", "is_passed": "is_passed"}


@router.get("/products/{int:pk}/check", response=CheckOut)
def get_check(request: ApiRequest, pk: int) -> HttpResponse:
    """The questions as they stand; the right answers are for heads. 404 where the product has none."""
    asked = found(Product.objects.all(), pk).asked_check
    if asked is None:
        raise Http404
    return answer(check(asked, with_answers=request.user.is_leading))


@router.put("/products/{int:pk}/check", response=CheckOut)
def publish_check(request: ApiRequest, pk: int, body: CheckIn) -> HttpResponse:
    """One to five questions and how many right answers are enough; for heads. Attempts of before stay as they were."""
    one, questions = found(Product.objects.all(), pk), [each.question for each in body.questions]
    published = one.publish_check(questions, pass_mark=body.pass_mark, by=request.user)
    return answer(check(published, with_answers=True))


@router.delete("/products/{int:pk}/check", response={204: None})
def withdraw_check(request: ApiRequest, pk: int) -> HttpResponse:
    """Nobody is asked any more."""
    found(Product.objects.all(), pk).withdraw_check(by=request.user)
    return HttpResponse(status=204)


@router.post("/products/{int:pk}/attempts", response={201: AttemptOut})
def take_check(request: ApiRequest, pk: int, body: AttemptIn) -> HttpResponse:
    """Your answers, marked and explained."""
    one, answers = found(Product.objects.all(), pk), dict(enumerate(body.answers))
    return answer(attempt(CheckAttempt.take(one, answers, number=body.number, by=request.user)), 201)


@router.get("/check-attempts", response=Page[AttemptOut])
def list_attempts(request: ApiRequest, filters: Query[AttemptFilters]) -> HttpResponse:
    """Yours, and as a head those of your people; the last first."""
    rows = CheckAttempt.objects.seen_by(request.user).select_related("check_asked")
    return page(request, filters, rows, each(attempt))


@router.get("/products/{int:pk}/readiness", response=ProductReadinessOut)
def get_product_readiness(request: ApiRequest, pk: int) -> HttpResponse:
    """Who of your people may present it; for heads."""
    request.user.require_leading()
    one = found(Product.objects.all(), pk)
    people = list(User.objects.seen_by(request.user).filter(is_active=True, role__in=SELLING).order_by("pk"))
    known = standings([person.pk for person in people], [one])
    return answer({"people": [standing(person.pk, person.name, known[person.pk, one.pk]) for person in people]})
