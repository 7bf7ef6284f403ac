"""Dates and lists are read as people and other systems write them."""

import datetime as dt

import pytest
from django.utils import timezone

from vedu.clients.imports.cells import BadCell, day_of, moment_of, split_many


def local(text: str) -> str:
    return timezone.localtime(moment_of(text)).strftime("%Y-%m-%d %H:%M:%S")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31.12.2025 18:05:09", "2025-12-31 18:05:09"),
        ("31.12.2025", "2025-12-31 00:00:00"),
        ("1.2.26", "2026-02-01 00:00:00"),
        (" 2025-12-31 18:05 ", "2025-12-31 18:05:00"),
        ("2025-12-31T18:05:09.123", "2025-12-31 18:05:09"),
        ("2025-12-31T15:05:09Z", "2025-12-31 18:05:09"),
        ("2025-12-31T18:05:09+03:00", "2025-12-31 18:05:09"),
        ("03/04/2025", "2025-04-03 00:00:00"),
        ("12/31/2025", "2025-12-31 00:00:00"),
        ("03/04/2025 02:05:09 pm", "2025-03-04 14:05:09"),
        ("03/04/2025 12:30 AM", "2025-03-04 00:30:00"),
        ("46022.75", "2025-12-31 18:00:00"),
        ("45352", "2024-03-01 00:00:00"),
        ("45352.604166666664", "2024-03-01 14:30:00"),
    ],
)
def test_a_moment_is_read(text: str, expected: str) -> None:
    assert local(text) == expected


@pytest.mark.parametrize(
    "text", ["31.02.2025", "не закрыта", "32.13.2025", "2025", "12:30", "01.01.1900", "31.12.2025 25:00", "позавчера"]
)
def test_what_is_no_date_is_named(text: str) -> None:
    with pytest.raises(BadCell) as refusal:
        moment_of(text)

    assert refusal.value.reason.code == "date-wrong"
    assert text in refusal.value.reason.sentence


def test_a_day_is_the_local_one() -> None:
    assert day_of("2025-12-31T22:00:00Z") == dt.date(2026, 1, 1)


def test_several_values_in_a_cell_are_parted() -> None:
    assert split_many("8 912 640-18-22, 8 (343) 222-33-44; +7 343 1112233\n") == [
        "8 912 640-18-22",
        "8 (343) 222-33-44",
        "+7 343 1112233",
    ]


def test_an_extension_stays_with_its_number() -> None:
    assert split_many("8 343 222-33-44, доб. 12; 8 912 640-18-22") == ["8 343 222-33-44 доб. 12", "8 912 640-18-22"]
