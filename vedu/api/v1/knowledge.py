"""What is known of a product (TALK-3): problems it solves, doubts, proof, competitors; and the day it is read again."""

from django.http import HttpResponse
from ninja import Router

from vedu.api.answer import Json, answer
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found
from vedu.api.v1.shapes.catalogue import ProductOut, ReviewIn, product
from vedu.api.v1.shapes.knowledge import KnowledgeChange, KnowledgeOut, knowledge
from vedu.sales.catalogue.product import Product

router = Router(tags=["catalogue"])


@router.get("/products/{int:pk}/knowledge", response=KnowledgeOut)
def get_knowledge(request: ApiRequest, pk: int) -> HttpResponse:  # noqa: ARG001
    """All sections, in order."""
    return answer(knowledge(found(Product.objects.all(), pk)))


@router.patch("/products/{int:pk}/knowledge", response=KnowledgeOut)
def publish_knowledge(request: ApiRequest, pk: int, body: KnowledgeChange) -> HttpResponse:
    """Each section that is sent, whole; for heads. What is taken out is retired: arguments keep pointing at it."""
    one, sections = found(Product.objects.all(), pk), body.given()
    is_considerable = sections.pop("is_considerable", False)
    said = {name: [_row(row) for row in rows] for name, rows in sections.items()}
    one.publish_knowledge(said, is_considerable=is_considerable, by=request.user)
    return answer(knowledge(one))


@router.post("/products/{int:pk}/reviews", response={201: ProductOut})
def confirm_review(request: ApiRequest, pk: int, body: ReviewIn | None = None) -> HttpResponse:
    """All of it was read and is right; the next review counts from today. For heads."""
    one = found(Product.objects.select_related("category"), pk)
    one.confirm_review(by=request.user, note=body.note if body else "")
    return answer(product(one), 201)


def _row(row: Json) -> Json:
    """As the verb names its columns."""
    return {("competitor_id" if name == "competitor" else name): value for name, value in row.items()}
