from decimal import Decimal

import pytest

from vedu.foundation.values.money import MixedCurrencies, Money


def rub(text: str) -> Money:
    return Money(Decimal(text))


def test_sums_in_one_currency_add_and_subtract_exactly() -> None:
    assert rub("0.1") + rub("0.2") == rub("0.3")
    assert rub("1") - rub("0.01") == rub("0.99")
    assert -rub("5") == rub("-5")


def test_a_sum_multiplies_by_a_number_from_either_side() -> None:
    assert rub("10.50") * 3 == 3 * rub("10.50") == rub("31.50")
    assert rub("100") * Decimal("0.22") == rub("22")
    assert rub("100") / 8 == rub("12.5")


@pytest.mark.parametrize("act", ["__add__", "__sub__", "__lt__", "__le__", "__gt__", "__ge__"])
def test_different_currencies_do_not_mix(act: str) -> None:
    with pytest.raises(MixedCurrencies, match="RUB does not go with USD"):
        getattr(rub("1"), act)(Money(Decimal(1), "USD"))


def test_different_currencies_are_not_equal() -> None:
    assert rub("1") != Money(Decimal(1), "USD")


def test_a_bare_number_is_not_money() -> None:
    with pytest.raises(TypeError):
        rub("1") + 1  # type: ignore[operator]
    with pytest.raises(TypeError):
        Money(1.5)  # type: ignore[arg-type]


def test_an_unknown_currency_is_refused() -> None:
    with pytest.raises(ValueError, match="XXX"):
        Money(Decimal(1), "XXX")


def test_sums_compare_by_amount() -> None:
    assert rub("1") < rub("2") <= rub("2.00") < rub("3")
    assert rub("3") > rub("2") >= rub("2.00")


def test_rounding_is_half_up_to_the_smallest_coin() -> None:
    assert rub("0.125").rounded() == rub("0.13")
    assert rub("-0.125").rounded() == rub("-0.13")
    assert str(rub("7").rounded()) == "7.00 RUB"


def test_a_total_of_nothing_is_zero_in_the_asked_currency() -> None:
    assert Money.total([], "KZT") == Money.zero("KZT")
    assert not Money.total([])


def test_a_total_adds_all_sums() -> None:
    assert Money.total([rub("1"), rub("2.5"), rub("-1")]) == rub("2.5")
    with pytest.raises(MixedCurrencies):
        Money.total([rub("1"), Money.zero("EUR")])


def test_parsing_takes_the_given_currency_unless_the_text_states_one() -> None:
    assert Money.parse("1 234,50", "EUR") == Money(Decimal("1234.50"), "EUR")
    assert Money.parse("$100", "RUB") == Money(Decimal(100), "USD")
