"""Conditions in words."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from vedu.clients.segments.condition import Condition
from vedu.clients.segments.field import Op
from vedu.web.segments.rows import Labels, op_label


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Condition("kind", Op.IN, ("company", "person")), "Who it is: Company, Person"),
        (Condition("kind", Op.NOT_IN, ("company",)), "Who it is: anything but Company"),
        (Condition("city", Op.IN, tuple("abcdef")), "City: a, b, c, d and 2 more"),
        (Condition("city", Op.IS_SET, ()), "City: known"),
        (Condition("city", Op.IS_NOT_SET, ()), "City: not known"),
        (Condition("purchases", Op.AT_LEAST, ("3",)), "Purchases: at least 3"),
        (Condition("bought", Op.AT_MOST, ("90",)), "Since the last purchase: at most 90 days"),
    ],
)
def test_a_condition_is_a_sentence(rule: Condition, words: str) -> None:
    assert Labels().sentence(rule) == words


def test_every_comparison_has_words() -> None:
    assert len({op_label(op) for op in Op}) == len(Op)
