"""Where free words speak of a person."""

import pytest

from vedu.clients.consent.mentions import Mentions

OLGA = Mentions(("Ольга Рябинина",), ("+79126401822",), ("ryabinina@volga.example", "@rya"))
ANNA = Mentions(("Anna Kotova",), ("+4930901820",))


@pytest.mark.parametrize(
    "text",
    [
        "Ольга Рябинина",
        "РЯБИНИНА ОЛЬГА",
        "рябинина ольга",
        "звонил Ольге Рябининой",
        "Рябининой нет на месте",
        "Ольга просит скидку",
        "8 (912) 640-18-22",
        "+7 912 640 18 22",
        "79126401822",
        "912-640-18-22",
        "RYABININA@volga.example",
        "пишите @rya",
    ],
)
def test_they_are_found_in_any_spelling(text: str) -> None:
    assert OLGA.are_in(text)
    assert not OLGA.are_in(OLGA.removed_from(text, "—"))


@pytest.mark.parametrize("text", ["рябина у дороги", "ольговка", "9126401823", "19126401822333", "заказ 640-18", ""])
def test_what_only_looks_alike_stays(text: str) -> None:
    assert OLGA.removed_from(text, "—") == text


def test_a_single_name_is_hers_only_near_her_client() -> None:
    assert OLGA.are_in("Ольга просит скидку")
    assert not OLGA.are_in("Ольга просит скидку", close=False)
    assert OLGA.are_in("ольга рябинина", close=False)


def test_a_name_that_is_a_word_stands_with_a_capital() -> None:
    roman = Mentions(("Роман Лесной",))
    assert roman.removed_from("Роман читает роман", "—") == "— читает роман"


def test_a_name_of_one_word_is_no_reason_to_touch_other_clients() -> None:
    assert not Mentions(("Секретарь",)).are_in("Секретарь", close=False)


def test_yo_is_ye() -> None:
    assert Mentions(("Пётр Королёв",)).are_in("петр королев")
    assert Mentions(("Петр Королев",)).are_in("Пётр Королёв")


def test_latin_names_and_foreign_phones() -> None:
    assert ANNA.removed_from("kotova anna, +49 30 901820, Annapolis", "—") == "—, —, Annapolis"


def test_data_are_cleaned_whole_with_their_keys() -> None:
    data = {"Ольга Рябинина": ["912 640-18-22", 3, None], "x": {"y": "Рябинина"}}
    assert OLGA.removed_from_data(data, "—") == {"—": ["—", 3, None], "x": {"y": "—"}}


def test_what_the_search_keeps_is_folded() -> None:
    text = "#de коробки для ольга рябинина 79126401822 ryabinina@volga.example"
    assert OLGA.removed_from_folded(text, "[X]") == "#de коробки для [x] [x] [x] [x]"


def test_nobody_is_found_nowhere() -> None:
    assert Mentions().removed_from("Ольга Рябинина 9126401822", "—") == "Ольга Рябинина 9126401822"
