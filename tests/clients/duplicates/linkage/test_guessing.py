"""What the columns of any table hold."""

import pytest

from vedu.clients.duplicates.linkage.guessing import guess
from vedu.clients.duplicates.linkage.kinds import Kind


def kind(header: str, *values: str) -> Kind | None:
    field = guess([header], [[value] for value in values])[0]
    return field.kind if field else None


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("E-mail", Kind.EMAIL),
        ("Рабочий телефон", Kind.PHONE),
        ("ИНН", Kind.TAX),
        ("date_of_birth", Kind.DATE),
        ("postcode", Kind.CODE),
        ("given_name", Kind.PERSON),
        ("Фамилия", Kind.PERSON),
        ("Город", Kind.CITY),
        ("address_1", Kind.STREET),
        ("http://www.okkam.org/ontology#name", Kind.COMPANY),
        ("Название компании", Kind.COMPANY),
        ("soc_sec_id", Kind.NUMBER),
        ("rec_id", None),
        ("ID", None),
    ],
)
def test_by_its_header(header: str, expected: Kind | None) -> None:
    assert kind(header, "x1", "y2") == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["a@b.ru", "c@d.com"], Kind.EMAIL),
        (["404/231-1368", "+7 912 640-18-22"], Kind.PHONE),
        (["19120304", "19991231"], Kind.DATE),
        (["https://a.ru", "www.b.com"], Kind.DOMAIN),
        (["1234567", "7654321"], Kind.NUMBER),
        (["12", "407"], Kind.CODE),
        (["red", "blue"] * 40, Kind.CODE),
        (["Northern Bakery", "Ромашка"], Kind.COMPANY),
        (["word " * 30, "text " * 40], Kind.TEXT),
        (["", " "], None),
    ],
)
def test_by_its_values_where_the_header_says_nothing(values: list[str], expected: Kind | None) -> None:
    assert kind("column", *values) == expected


def test_columns_that_people_mix_up_are_twins() -> None:
    fields = guess(["given_name", "surname", "address_1", "address_2"], [["a", "b", "c", "d"]])
    assert [field.twin for field in fields if field] == ["surname", "", "address_2", ""]
