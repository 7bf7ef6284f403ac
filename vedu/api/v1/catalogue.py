"""The catalogue (TALK-3): products with their list price, and categories."""

from typing import Any, ClassVar

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import colleague, found, named
from vedu.api.v1.shapes.catalogue import (
    CategoryIn,
    CategoryOut,
    ProductChange,
    ProductIn,
    ProductOut,
    category,
    product,
)
from vedu.api.v1.shapes.values import Page
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.readiness import to_learn

router = Router(tags=["catalogue"])
BY_NAME = ("name_folded", "id")


class ProductFilters(Paging):
    """``q``: words of the name or code, or of a problem that the product solves; ``to_learn``: you have not passed the
    check of what is known today."""

    q: str = ""
    category: int | None = None
    is_withdrawn: bool | None = None
    to_learn: bool = False

    lookups: ClassVar[dict[str, str]] = {"category": "category", "is_withdrawn": "is_withdrawn"}


@router.get("/products", response=Page[ProductOut])
def list_products(request: ApiRequest, filters: Query[ProductFilters]) -> HttpResponse:
    """By name. Everybody reads the catalogue."""
    rows = to_learn(request.user) if filters.to_learn else Product.objects.all()
    return page(request, filters, _whole(rows.found_by(filters.q)), each(product), BY_NAME)


@router.post("/products", response={201: ProductOut})
def add_product(request: ApiRequest, body: ProductIn) -> HttpResponse:
    """For heads."""
    return answer(product(Product.add(by=request.user, **_facts(body))), 201)


@router.get("/products/{int:pk}", response=ProductOut)
def get_product(request: ApiRequest, pk: int) -> HttpResponse:  # noqa: ARG001
    """One, also one that is withdrawn."""
    return answer(product(found(_whole(Product.objects.all()), pk)))


@router.patch("/products/{int:pk}", response=ProductOut)
def describe_product(request: ApiRequest, pk: int, body: ProductChange) -> HttpResponse:
    """Changes what is sent; `is_withdrawn` takes it out of the catalogue, or back."""
    one, facts = found(_whole(Product.objects.all()), pk), _facts(body)
    withdrawn = facts.pop("is_withdrawn", None)
    with transaction.atomic():
        one.describe(by=request.user, **facts)
        if withdrawn is not None:
            (one.withdraw if withdrawn else one.offer_again)(by=request.user)
    return answer(product(one))


@router.get("/product-categories", response=Page[CategoryOut])
def list_categories(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """By name."""
    return page(request, paging, Category.objects.all(), each(category), BY_NAME)


@router.post("/product-categories", response={201: CategoryOut})
def add_category(request: ApiRequest, body: CategoryIn) -> HttpResponse:
    """The one of this name in any spelling, else a new one; for heads."""
    return answer(category(Category.called(body.name, by=request.user)), 201)


@router.patch("/product-categories/{int:pk}", response=CategoryOut)
def rename_category(request: ApiRequest, pk: int, body: CategoryIn) -> HttpResponse:
    """For heads."""
    one = found(Category.objects.all(), pk)
    one.rename(body.name, by=request.user)
    return answer(category(one))


@router.delete("/product-categories/{int:pk}", response={204: None})
def remove_category(request: ApiRequest, pk: int) -> HttpResponse:
    """Refused while products stand in it."""
    found(Category.objects.all(), pk).remove(by=request.user)
    return HttpResponse(status=204)


def _whole(rows: "QuerySet[Product]") -> "QuerySet[Product]":
    return rows.select_related("category")


def _facts(body: ProductIn | ProductChange) -> dict[str, Any]:
    """Ids as what they name."""
    facts = body.given()
    if "price" in facts:
        facts["price"] = body.price.money if body.price else None
    if facts.get("category") is not None:
        facts["category"] = named(Category.objects.all(), facts["category"], "category")
    if facts.get("responsible") is not None:
        facts["responsible"] = colleague(facts["responsible"], "responsible")
    return facts
