from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from tests.cast import Cast
from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Supply
from vedu.clients.segments.field import fields
from vedu.clients.segments.segment import Segment


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def karton(cast: Cast) -> Competitor:
    """Works with two clients, is the main supplier of one; a third buys from somebody small, a fourth from nobody."""
    competitor = Competitor.add("Karton", by=cast.sergey)
    Supply.note(cast.client("Main"), "Karton", by=cast.anna, is_main=True)
    Supply.note(cast.client("Beside"), "karton", by=cast.anna)
    Supply.note(cast.client("Small"), "Uncle Vanya", by=cast.anna, is_main=True)
    cast.client("Nobody")
    return competitor


def names(field: str, op: str, *values: str) -> set[str]:
    condition: dict[str, Any] = {"field": field, "op": op, "values": list(values)}
    return set(Segment.define("Chosen", [condition], by=None).clients().values_list("name", flat=True))


def test_clients_with_whom_a_competitor_works(karton: Competitor) -> None:
    assert names("competitor", "in", str(karton.pk)) == {"Main", "Beside"}


def test_clients_with_whom_it_does_not(karton: Competitor) -> None:
    assert names("competitor", "not_in", str(karton.pk)) == {"Small", "Nobody"}


def test_any_competitor_and_none(karton: Competitor) -> None:
    assert names("competitor", "is_set") == {"Main", "Beside"}


def test_a_supplier_by_name_in_any_spelling(karton: Competitor) -> None:
    assert names("supplier", "in", "KARTON", "uncle vanya") == {"Main", "Small"}


def test_no_supplier_is_known(karton: Competitor) -> None:
    assert names("supplier", "is_not_set") == {"Beside", "Nobody"}


def test_one_that_has_ended_does_not_count(karton: Competitor, cast: Cast) -> None:
    Supply.objects.get(client__name="Main").end(by=cast.anna)
    assert names("competitor", "in", str(karton.pk)) == {"Beside"}


def test_what_may_be_chosen_are_the_directory_and_the_typed_names(karton: Competitor) -> None:
    competitors, suppliers = fields()["competitor"].choices, fields()["supplier"].choices
    assert competitors is not None
    assert suppliers is not None
    assert competitors() == [(str(karton.pk), "Karton")]
    assert suppliers() == [("Karton", "Karton"), ("Uncle Vanya", "Uncle Vanya")]
