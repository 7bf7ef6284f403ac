from decimal import Decimal

import pytest

from vedu.web.deals.money_field import read_decimal, read_sum


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("150 000", Decimal(150_000)),
        ("1 500,50 ₽", Decimal("1500.50")),
        ("$100", Decimal(100)),
        ("", None),
        ("  ", None),
        ("much", None),
    ],
)
def test_a_sum_as_people_type_it(typed: str, value: Decimal | None) -> None:
    assert read_sum(typed) == value


def test_a_plain_number_of_a_mark() -> None:
    assert read_decimal("480000.00") == Decimal(480_000)


@pytest.mark.parametrize("text", ["x", "", "NaN", "Infinity"])
def test_what_is_no_number_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=text or None):
        read_decimal(text)
