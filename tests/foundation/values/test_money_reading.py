from decimal import Decimal

import pytest

from vedu.foundation.values.money_reading import read_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1000", "1000"),
        ("1000.5", "1000.5"),
        ("-12.34", "-12.34"),
        ("1 234 567,89", "1234567.89"),
        ("1\u202f234\u202f567,89", "1234567.89"),
        ("1\u00a0234\u2009567", "1234567"),
        ("1,234.50", "1234.50"),
        ("1,234,567.89", "1234567.89"),
        ("1.234.567,89", "1234567.89"),
        ("1'234.50", "1234.50"),
        ("1,234", "1234"),
        ("1.234", "1234"),
        ("1,234,567", "1234567"),
        ("0,125", "0.125"),
        ("1234,567", "1234.567"),
        ("12,5", "12.5"),
        ("−5", "-5"),
        ("– 5 000", "-5000"),
        ("(1 234,00)", "-1234.00"),
        ("  42  ", "42"),
    ],
)
def test_a_sum_is_read_however_its_thousands_are_parted(text: str, amount: str) -> None:
    assert read_amount(text) == (Decimal(amount), None)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("1 234 567,89 ₽", "1234567.89", "RUB"),
        ("480 000 руб.", "480000", "RUB"),
        ("480000р.", "480000", "RUB"),
        ("100,50 рублей", "100.50", "RUB"),
        ("$1,234.50", "1234.50", "USD"),
        ("-$5", "-5", "USD"),
        ("1000 USD", "1000", "USD"),
        ("€ 99", "99", "EUR"),
        ("15 000 ₸", "15000", "KZT"),
        ("15 000 тенге", "15000", "KZT"),
        ("20 Br", "20", "BYN"),
        ("¥300", "300", "CNY"),
    ],
)
def test_a_stated_currency_is_noticed(text: str, amount: str, currency: str) -> None:
    assert read_amount(text) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    "text",
    ["", " ", "₽", "abc", "12 яблок", "1e5", "1.2.3", "1,23,456", "1,,5", "5-3", "--5", "12 руб. и $5",
     "NaN", "Infinity", ",5,", "١٢٣", "9" * 16, "1,234.5678901", "1,2345,678.00"],
)  # fmt: skip
def test_what_is_not_a_sum_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"»|”"):
        read_amount(text)


def test_the_refusal_shows_what_was_typed() -> None:
    with pytest.raises(ValueError, match="много денег"):
        read_amount(" много денег ")
