"""Bitrix24 calls currencies by name."""

import pytest

from vedu.clients.imports.mapping import Record
from vedu.integrations.migration.bitrix24.currencies import name_currency


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Российский  рубль", "RUB"),
        ("US Dollar", "USD"),
        ("Белорусский рубль", "BYN"),
        ("KZT", "KZT"),
        ("Йена", "Йена"),
    ],
)
def test_a_currency_has_a_name(name: str, code: str) -> None:
    record: Record = {"currency": name}

    name_currency(record)

    assert record == {"currency": code}


def test_a_row_without_a_currency_gets_none() -> None:
    record: Record = {}

    name_currency(record)

    assert record == {}
