"""Cells of HubSpot that list several records."""

import pytest

from vedu.clients.imports.mapping import Record
from vedu.integrations.migration.hubspot.associations import part_email, take_first


@pytest.mark.parametrize(
    ("cell", "first"), [("Acme", "Acme"), ("Acme; Beta", "Acme"), (" ;Acme", "Acme"), ("Smith, Jones", "Smith, Jones")]
)
def test_the_first_of_several_is_taken(cell: str, first: str) -> None:
    record: Record = {"company": cell, "deal": "a;b"}

    take_first(record, "company", "company_id")

    assert record == {"company": first, "deal": "a;b"}


def test_a_cell_of_separators_is_empty() -> None:
    record: Record = {"company": ";"}

    take_first(record, "company")

    assert record == {}


@pytest.mark.parametrize(
    ("cell", "name", "emails"),
    [
        ("Ann Smith (ann@acme.example)", "Ann Smith", ["ann@acme.example"]),
        ("(ann@acme.example)", "ann@acme.example", ["ann@acme.example"]),
        ("Ann Smith (Acme)", "Ann Smith (Acme)", None),
    ],
)
def test_an_address_in_brackets_is_parted_from_the_name(cell: str, name: str, emails: list[str] | None) -> None:
    record: Record = {"contact": cell}

    part_email(record)

    assert (record["contact"], record.get("email")) == (name, emails)


def test_a_row_without_a_person_stays_as_it_is() -> None:
    record: Record = {"deal": "Boxes"}

    part_email(record)

    assert record == {"deal": "Boxes"}
