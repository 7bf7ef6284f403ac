"""Products of the catalogue and their categories."""

from typing import Annotated, Any

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment, money
from vedu.api.v1.shapes.values import Day, Id, In, Line, MoneyIn, MoneyOut, Text, UtcMoment, Word
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.product import Product


class CategoryIn(In):
    name: Word


class CategoryOut(BaseModel):
    id: int
    name: str


class ProductIn(In):
    """``price`` is that of one ``unit`` by the catalogue, null where it has to be asked for; ``responsible`` a head or
    an administrator, who is reminded of a review once in ``review_days``."""

    name: Line
    sku: Line = ""
    unit: Line = ""
    about: Text = ""
    price: MoneyIn | None = None
    category: Id | None = None
    responsible: Id | None = None
    review_days: Annotated[int | None, Field(ge=1)] = None


class ProductChange(In):
    """What is left out stays as it is; null empties."""

    name: Line = ""
    sku: Line = ""
    unit: Line = ""
    about: Text = ""
    price: MoneyIn | None = None
    category: Id | None = None
    responsible: Id | None = None
    review_days: Annotated[int | None, Field(ge=1)] = None
    is_withdrawn: bool = False


class ProductOut(BaseModel):
    """``knowledge_version`` grows when sellers have to pass the check anew."""

    id: int
    name: str
    sku: str
    unit: str
    about: str
    price: MoneyOut | None
    category: CategoryOut | None
    responsible: int | None
    is_withdrawn: bool
    has_check: bool
    knowledge_version: int
    review_days: int | None
    review_due_on: Day | None
    reviewed_at: UtcMoment | None


class ReviewIn(In):
    note: Annotated[str, Field(max_length=500)] = ""


def category(one: Category) -> Json:
    return {"id": one.pk, "name": one.name}


def product(one: Product) -> Json:
    """``one`` comes with its category."""
    plain = ("name", "sku", "unit", "about", "is_withdrawn", "has_check", "knowledge_version", "review_days")
    facts: dict[str, Any] = {name: getattr(one, name) for name in plain}
    return facts | {
        "id": one.pk,
        "price": None if one.price is None else money(one.price, one.currency),
        "category": category(one.category) if one.category else None,
        "responsible": one.responsible_id,
        "review_due_on": one.review_due_on,
        "reviewed_at": moment(one.reviewed_at),
    }
