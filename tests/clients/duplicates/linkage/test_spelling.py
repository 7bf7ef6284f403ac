"""Ways to write the same come to one spelling; different things stay different."""

import pytest

from vedu.clients.duplicates.linkage import spelling


@pytest.mark.parametrize(
    "name",
    [
        "ООО «Ромашка-Юг»",
        'ромашка юг, ООО"',
        "Romashka Yug LLC",
        "Общество с ограниченной ответственностью Ромашка – Юг",
        "ЮГ РОМАШКА",
    ],
)
def test_a_company_is_known_without_its_form(name: str) -> None:
    assert spelling.company(name) == "romashka yug"


def test_a_name_of_nothing_but_a_form_stays() -> None:
    assert spelling.company("ООО") == "ooo"


def test_different_companies_stay_different() -> None:
    assert spelling.company("ООО Ромашка") != spelling.company("ООО Ромашкин")


def test_yo_accents_and_apostrophes_are_no_difference() -> None:
    assert spelling.company("Ёлка") == spelling.company("Елка")
    assert spelling.company("Café Léo") == "cafe leo"
    assert spelling.company("D'Angelo's") == spelling.company("D’Angelo’s") == "dangelos"


def test_a_person_is_known_in_any_order() -> None:
    assert spelling.person("Котова Анна") == spelling.person("Анна КОТОВА") == "anna kotova"


@pytest.mark.parametrize("phone", ["+79126401822", "8 (912) 640-18-22", "912/640-1822"])
def test_a_phone_is_its_last_ten_digits(phone: str) -> None:
    assert spelling.phone(phone) == "9126401822"


@pytest.mark.parametrize("day", ["2024-03-05", "05.03.2024", "5/3/2024", "20240305", "2024.3.5"])
def test_a_day_is_written_once(day: str) -> None:
    assert spelling.date(day) == "20240305"


@pytest.mark.parametrize("address", ["https://www.romashka.ru/contacts?x=1", "info@ROMASHKA.ru", "romashka.ru."])
def test_a_domain_is_bare(address: str) -> None:
    assert spelling.domain(address) == "romashka.ru"


def test_a_city_loses_its_mark() -> None:
    assert spelling.city("г. Самара") == spelling.city("Самара")


def test_words_that_sound_alike_share_a_key() -> None:
    assert spelling.sound("morosov") == spelling.sound("morozoff")
    assert spelling.sound("petrov") != spelling.sound("sidorov")


def test_nothing_is_spelled_as_nothing() -> None:
    assert not any(spell("  «» ") for spell in (spelling.company, spelling.person, spelling.city, spelling.number))
