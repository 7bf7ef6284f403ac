"""Pasted addresses and ranges of houses."""

import pytest

from vedu.foundation.refusal import Invalid
from vedu.sales.visits.doors import doors_of


@pytest.mark.parametrize(
    ("text", "doors"),
    [
        ("ул. Ленина, 5\n\n  ул. Мира,   7 \nул. Ленина, 5", ["ул. Ленина, 5", "ул. Мира, 7"]),
        ("ул. Ленина 1–4", ["ул. Ленина, 1", "ул. Ленина, 2", "ул. Ленина, 3", "ул. Ленина, 4"]),
        ("ул. Ленина, д. 1-3", ["ул. Ленина, 1", "ул. Ленина, 2", "ул. Ленина, 3"]),
        ("ул. Ленина 1—6 нечётные", ["ул. Ленина, 1", "ул. Ленина, 3", "ул. Ленина, 5"]),
        ("ул. Ленина 1…6 (четная сторона)", ["ул. Ленина 1…6 (четная сторона)"]),
        ("ул. Ленина 1…6 (чётные)", ["ул. Ленина, 2", "ул. Ленина, 4", "ул. Ленина, 6"]),
        ("Lenin St. 7-2 odd", ["Lenin St., 7", "Lenin St., 5", "Lenin St., 3"]),
        ("ул. 8 Марта 1-2", ["ул. 8 Марта, 1", "ул. 8 Марта, 2"]),
        ("1-3", ["1-3"]),
        ("ТЦ «Мега-2»", ["ТЦ «Мега-2»"]),
    ],
)
def test_lines_become_doors(text: str, doors: list[str]) -> None:
    assert doors_of(text) == doors


@pytest.mark.parametrize(("text", "code"), [(" \n ", "address-needed"), ("ул. Ленина 1-9999", "too-many-doors")])
def test_what_cannot_be_walked_is_refused(text: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        doors_of(text)
    assert refused.value.codes == [code]


def test_a_day_holds_two_hundred_doors() -> None:
    assert len(doors_of("ул. Ленина 1-200")) == 200
