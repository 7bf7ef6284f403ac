"""What these values say to a person is said in his language."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.utils import translation

from vedu.foundation.values.bank_account import check_account
from vedu.foundation.values.money import Money
from vedu.foundation.values.phone import phone_text
from vedu.foundation.values.requisites import check_inn, check_kpp


@pytest.mark.parametrize(
    ("check", "text", "sentence"),
    [
        (check_inn, "7707083894", "ИНН с ошибкой: не сходится контрольная цифра. Сверьте с документом."),
        (check_inn, "770708389", "ИНН: должно быть 10 или 12 цифр, а здесь 9."),
        (check_inn, "77070838аб", "ИНН состоит только из цифр."),
        (check_kpp, "1", "КПП — девять цифр; на пятом и шестом месте бывают буквы."),
        (lambda text: check_account(text, "044525225"), "1", "Счёт: должно быть 20 цифр, а здесь 1."),
        (Money.parse, "много", "Не похоже на сумму: «много»."),
    ],
)
def test_a_mistake_is_explained_in_russian(check: Callable[[str], object], text: str, sentence: str) -> None:
    with translation.override("ru"), pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        check(text)


def test_a_mistake_is_explained_in_english() -> None:
    with translation.override("en"), pytest.raises(ValueError, match="10 or 12 digits, and here are 9"):
        check_inn("770708389")


def test_an_extension_is_named_in_the_language_of_the_reader() -> None:
    with translation.override("ru"):
        assert phone_text("+79126401822", "105") == "+7 912 640-18-22 доб. 105"
    with translation.override("en"):
        assert phone_text("+79126401822", "105") == "+7 912 640-18-22 ext. 105"


def test_a_sum_needs_no_sentence() -> None:
    assert Money.parse("5") == Money(Decimal(5))
