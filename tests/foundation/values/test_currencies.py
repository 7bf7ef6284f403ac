import pytest

from vedu.foundation.values.currencies import CURRENCIES, currency_of


def test_every_currency_has_its_sign_and_coins() -> None:
    assert {code: currency.sign for code, currency in CURRENCIES.items()} == {
        "RUB": "₽", "USD": "$", "EUR": "€", "KZT": "₸", "BYN": "Br", "CNY": "¥",
    }  # fmt: skip
    assert {currency.decimals for currency in CURRENCIES.values()} == {2}


def test_an_unknown_currency_is_named() -> None:
    with pytest.raises(ValueError, match="'BTC'"):
        currency_of("BTC")
