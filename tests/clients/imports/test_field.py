"""Headers are known in any spelling."""

import pytest

from vedu.clients.imports.client_fields import CLIENT_FIELDS
from vedu.clients.imports.field import Aliases, header_key
from vedu.clients.imports.mapping import suggested_columns


@pytest.mark.parametrize(
    "header", ["E-mail", "e-mail:", " Email ", "EMAIL", "Почта", "Рабочий e-mail", "email 2", "Email2"]
)
def test_spellings_of_one_header_mean_one_field(header: str) -> None:
    assert Aliases(CLIENT_FIELDS, {}).field_of(header) == "email"


def test_signs_and_spaces_do_not_matter() -> None:
    assert header_key("Бюджет ₽ ") == header_key("бюджет") == "бюджет"


def test_the_aliases_of_a_format_win() -> None:
    assert Aliases(CLIENT_FIELDS, {"contact_id": ("ID",)}).field_of("id") == "contact_id"


def test_an_unknown_header_means_nothing() -> None:
    assert Aliases(CLIENT_FIELDS, {}).field_of("Любимый цвет") is None


def test_a_field_that_stands_once_takes_its_first_header_and_phones_take_all() -> None:
    headers = ["Компания", "Клиент", "Телефон", "Мобильный телефон", "Телефон (2)"]

    columns = suggested_columns(Aliases(CLIENT_FIELDS, {}), headers, CLIENT_FIELDS)

    assert columns == {
        "Компания": "company",
        "Телефон": "phone",
        "Мобильный телефон": "phone",
        "Телефон (2)": "phone",
    }


def test_a_header_that_a_format_leaves_out_means_nothing() -> None:
    assert Aliases(CLIENT_FIELDS, {}, ("Тип",)).field_of("тип:") is None


def test_a_field_that_falls_back_is_given_to_all_its_headers() -> None:
    headers = ["Компания", "Клиент", "Город", "Населённый пункт"]

    columns = suggested_columns(Aliases(CLIENT_FIELDS, {}), headers, CLIENT_FIELDS, ["company"])

    assert columns == {"Компания": "company", "Клиент": "company", "Город": "city"}
