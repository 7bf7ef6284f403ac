from decimal import Decimal

import pytest

from vedu.foundation.values.currencies import CURRENCIES
from vedu.foundation.values.money_reading import read_amount
from vedu.foundation.values.money_text import money_text, short_money_text


def plain(text: str) -> str:
    """With ordinary spaces, to be readable here."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("amount", "russian", "english"),
    [
        ("480000", "480 000 ₽", "480,000 ₽"),
        ("480000.00", "480 000 ₽", "480,000 ₽"),
        ("1234.5", "1 234,50 ₽", "1,234.50 ₽"),
        ("0.07", "0,07 ₽", "0.07 ₽"),
        ("0", "0 ₽", "0 ₽"),
        ("999.995", "1 000 ₽", "1,000 ₽"),
        ("-1234567.8", "−1 234 567,80 ₽", "−1,234,567.80 ₽"),
        ("-0.001", "0 ₽", "0 ₽"),
    ],
)
def test_a_sum_is_written_as_its_reader_writes(amount: str, russian: str, english: str) -> None:
    assert plain(money_text(Decimal(amount))) == russian
    assert plain(money_text(Decimal(amount), "RUB", "en")) == english


def test_thousands_are_parted_by_a_narrow_space_and_nothing_breaks_at_a_line_end() -> None:
    assert money_text(Decimal(1234567)) == "1\u202f234\u202f567\u00a0₽"
    assert short_money_text(Decimal(480000)) == "480\u00a0тыс.\u00a0₽"


def test_a_dollar_stands_before_the_sum_in_english_and_after_it_in_russian() -> None:
    assert money_text(480000, "USD", "en") == "$480,000"
    assert money_text(Decimal("-1.5"), "EUR", "en-gb") == "−€1.50"
    assert plain(money_text(480000, "USD", "ru")) == "480 000 $"


@pytest.mark.parametrize(
    ("amount", "russian", "english"),
    [
        ("3920000", "3,92 млн ₽", "3.92 M ₽"),
        ("9400000", "9,4 млн ₽", "9.4 M ₽"),
        ("10000000", "10 млн ₽", "10 M ₽"),
        ("480000", "480 тыс. ₽", "480 K ₽"),
        ("999499", "999 тыс. ₽", "999 K ₽"),
        ("999500", "1 млн ₽", "1 M ₽"),
        ("999995000", "1 млрд ₽", "1 B ₽"),
        ("1234567890123", "1 234,57 млрд ₽", "1,234.57 B ₽"),
        ("9999.4", "9 999 ₽", "9,999 ₽"),
        ("9999.5", "10 тыс. ₽", "10 K ₽"),
        ("1050000", "1,05 млн ₽", "1.05 M ₽"),
        ("-3920000", "−3,92 млн ₽", "−3.92 M ₽"),
        ("-0.2", "0 ₽", "0 ₽"),
    ],
)
def test_a_short_sum_keeps_what_matters(amount: str, russian: str, english: str) -> None:
    assert plain(short_money_text(Decimal(amount))) == russian
    assert plain(short_money_text(Decimal(amount), "RUB", "en")) == english


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("currency", CURRENCIES)
@pytest.mark.parametrize("amount", ["0", "5", "1234", "1234.56", "-98765432.10"])
def test_what_is_written_can_be_read_back(amount: str, currency: str, language: str) -> None:
    assert read_amount(money_text(Decimal(amount), currency, language)) == (Decimal(amount), currency)
