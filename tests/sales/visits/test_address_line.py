"""Addresses as people and registers write them."""

import pytest

from vedu.sales.visits.address_line import read


@pytest.mark.parametrize(
    ("address", "city", "told"),
    [
        ("ул. Ленина, 12", "Казань", ("Казань", "ул. Ленина", "12")),
        ("ул. Ленина 12", "Казань", ("Казань", "ул. Ленина", "12")),
        ("Ленина 12а", "Казань", ("Казань", "Ленина", "12а")),
        ("420021, Республика Татарстан, г. Казань, ул. Тукая, д. 115, офис 3", "", ("Казань", "ул. Тукая", "115")),
        ("г Самара, ул Победы, д 9", "", ("Самара", "ул Победы", "9")),
        ("Казань, пр. Победы, 5/1", "Казань", ("Казань", "пр. Победы", "5/1")),
        ("ул. 8 Марта", "Екатеринбург", ("Екатеринбург", "ул. 8 Марта", "")),
        ("ул. 8 Марта 15", "Екатеринбург", ("Екатеринбург", "ул. 8 Марта", "15")),
        ("12 Main Street", "", ("", "12 Main Street", "")),
        ("Рынок на Складской", "", ("", "Рынок на Складской", "")),
        ("", "Казань", ("Казань", "", "")),
        ("Казань", "Казань", ("Казань", "", "")),
        ("420021", "", ("", "", "")),
    ],
)
def test_a_line_is_told_apart(address: str, city: str, told: tuple[str, str, str]) -> None:
    assert read(address, city) == told


def test_houses_follow_each_other_as_they_stand_in_the_street() -> None:
    lines = [read(f"ул. Ленина, {house}") for house in ("10", "9", "10а", "2/1", "100")]
    assert [line.house for line in sorted(lines, key=lambda line: line.order)] == ["2/1", "9", "10", "10а", "100"]
