"""A mapping says what a person confirmed, and what is wrong with it is said."""

import pytest

from vedu.clients.imports.client_fields import CLIENT_FIELDS
from vedu.clients.imports.mapping import Columns, Mapping
from vedu.foundation.refusal import Invalid


def test_a_mapping_survives_json() -> None:
    mapping = Mapping(
        columns={"Имя": "contact"}, stages={"Новая": "Needs"}, owners={"Анна": "anna"}, pipeline="Wholesale"
    )

    assert Mapping.of(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    "data",
    [{"колонки": {}}, {"columns": ["a"]}, {"stages": {"a": 1}}, {"unknown_owners": "drop"}, {"no_owner": "@create"}],
)
def test_what_is_not_understood_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(Invalid) as refusal:
        Mapping.of(data)

    assert refusal.value.codes == ["mapping-wrong"]


def test_a_record_holds_only_filled_cells() -> None:
    headers = ["Имя", "Телефон", "Факс", "Город", "Город 2"]
    mapping = Mapping(
        columns={"Имя": "contact", "Телефон": "phone", "Факс": "phone", "Город": "city", "Город 2": "city"}
    )

    columns = Columns.of(mapping, headers, CLIENT_FIELDS)

    assert columns.record([" Анна ", "1", "", "", "Пермь"]) == {"contact": "Анна", "phone": ["1"], "city": "Пермь"}
    assert columns.record(["", " ", "", "", ""]) == {}
