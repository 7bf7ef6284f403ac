"""Products for the tests."""

from decimal import Decimal
from typing import Any

from tests.cast import Cast
from vedu.foundation.people.user import User
from vedu.foundation.values.money import Money
from vedu.sales.catalogue.attempt import CheckAttempt
from vedu.sales.catalogue.check import Question
from vedu.sales.catalogue.product import Product

QUESTIONS = (
    Question("How thick is the board?", ("1 mm", "3 mm", "5 mm"), right=1, why="Three layers make 3 mm."),
    Question("What holds the lid?", ("Glue", "A lock"), right=1),
    Question("From how many boxes?", ("1", "100"), right=0, why="We sell from one box."),
)
BENEFITS = [
    {
        "problem": "Cakes arrive crushed, shops return them",
        "feature": "Lid with a lock",
        "advantage": "keeps its shape on the road",
        "benefit": "Returns fall threefold",
    },
    {"problem": "The store is full of boxes", "benefit": "We deliver every week from our stock"},
]


def boxes(cast: Cast, **facts: Any) -> Product:
    """Cake boxes with two benefits, of which Sergey answers."""
    usual = {"name": "Cake boxes", "sku": "BOX-1", "unit": "pcs", "price": Money(Decimal("48.50"), "RUB")}
    product = Product.add(by=cast.sergey, **usual | {"responsible": cast.sergey} | facts)
    product.publish_knowledge({"benefits": BENEFITS}, by=cast.sergey)
    return product


def checked_boxes(cast: Cast, **facts: Any) -> Product:
    """The same with three questions, of which two have to be right."""
    product = boxes(cast, **facts)
    product.publish_check(QUESTIONS, pass_mark=2, by=cast.sergey)
    return product


def took(product: Product, person: User, *answers: int) -> CheckAttempt:
    """The person's attempt; all answers right unless they are given."""
    chosen = answers or tuple(question.right for question in QUESTIONS)
    check = product.asked_check
    assert check is not None
    return CheckAttempt.take(product, dict(enumerate(chosen)), number=check.number, by=person)
