"""Rows of conditions before they are saved."""

from collections.abc import Iterator

import pytest
from django.http import QueryDict
from django.utils import translation

from tests.cast import Cast
from vedu.clients.segments.segment import Segment
from vedu.foundation.refusal import Invalid
from vedu.web.segments.editor import Editor, Row


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def said(address: str, cast: Cast) -> Editor:
    return Editor.said(QueryDict(address), cast.sergey)


def test_a_row_offers_what_its_field_knows(cast: Cast) -> None:
    row = Row("purchases")
    assert [option.value for option in row.ops] == ["at_least", "at_most"]
    assert (row.comparison, row.is_number, row.options) == ("at_least", True, [])


def test_choices_are_ticked_and_what_is_gone_stays(cast: Cast) -> None:
    cast.client()
    Segment.objects.all()
    row = Row("kind", "in", ("company", "planet"))
    assert {option.value: option.is_on for option in row.options} == {
        "company": True,
        "entrepreneur": False,
        "person": False,
        "planet": True,
    }


def test_some_comparisons_take_no_values(cast: Cast) -> None:
    row = Row("city", "is_set", ("Kirov",))
    assert (row.has_values, row.options) == (False, [])


def test_ticks_and_numbers_are_read(cast: Cast) -> None:
    editor = said(
        "rows=2&field-0=kind&op-0=in&values-0=company&values-0=person&field-1=bought&op-1=at_least&values-1=90", cast
    )
    assert editor.conditions == [
        {"field": "kind", "op": "in", "values": ["company", "person"]},
        {"field": "bought", "op": "at_least", "values": ["90"]},
    ]


def test_another_field_forgets_the_values_of_the_first(cast: Cast) -> None:
    editor = said("rows=1&was-0=kind&field-0=city&op-0=in&values-0=company", cast)
    assert editor.rows[0].values == ()


def test_rows_are_added_and_taken_away(cast: Cast) -> None:
    editor = said("rows=1&field-0=kind", cast)
    editor.arrange("add")
    assert [row.field for row in editor.rows] == ["kind", ""]
    editor.arrange("remove-0")
    editor.arrange("remove-0")
    editor.arrange("remove-x")
    assert [row.field for row in editor.rows] == [""]


@pytest.mark.parametrize("rows", ["x", "-1", "9999", "²"])
def test_a_strange_number_of_rows_is_survived(cast: Cast, rows: str) -> None:
    assert said(f"rows={rows}", cast).rows


def test_the_count_is_of_those_whom_the_person_sees(cast: Cast) -> None:
    cast.client("Free")
    cast.client("Ours", owner=cast.anna)
    cast.client("Elsewhere", owner=cast.olga)
    assert said("rows=1&field-0=kind&op-0=in&values-0=company", cast).count == "2"


def test_what_is_half_typed_has_no_count(cast: Cast) -> None:
    assert said("rows=1&field-0=purchases&op-0=at_least&values-0=many", cast).count == ""
    assert said("rows=1", cast).count == ""


def test_it_saves_through_the_verb(cast: Cast) -> None:
    editor = said("rows=1&field-0=kind&op-0=in&values-0=company&name=Companies&about=All&is_icp=on", cast)
    segment = editor.save()
    assert (segment.name, segment.about, segment.is_icp) == ("Companies", "All", True)
    editor = Editor.kept(segment, cast.sergey)
    assert editor.rows == [Row("kind", "in", ("company",))]


def test_refusals_stand_by_their_fields(cast: Cast) -> None:
    editor = said("rows=1&name=", cast)
    with pytest.raises(Invalid) as refused:
        editor.save()
    editor.take(refused.value)
    assert editor.errors == {"name": ["Name the segment."]}
