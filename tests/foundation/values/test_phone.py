import random

import phonenumbers
import pytest
from phonenumbers import NumberParseException, PhoneNumberFormat

from vedu.foundation.values.phone import Phone, normalise_phone, phone_text


def written(national: str) -> list[str]:
    """The ways people write ten digits."""
    a, b, c, d = national[:3], national[3:6], national[6:8], national[8:]
    return [
        f"+7{national}",
        f"8{national}",
        f"7{national}",
        f"+7 {a} {b}-{c}-{d}",
        f"8 ({a}) {b}-{c}-{d}",
        f"8-{a}-{b}-{c}-{d}",
        f"7.{a}.{b}.{c}.{d}",
        f" +7({a}) {b}\u00a0{c}‑{d} ",
    ]


def by_phonenumbers(text: str) -> str | None:
    try:
        number = phonenumbers.parse(text, "RU")
    except NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def test_every_code_comes_out_as_phonenumbers_would_have_it() -> None:
    chance = random.Random(7)
    for code in range(1000):
        national = f"{code:03}{chance.randrange(10**7):07}"
        for text in [*written(national), national]:
            expected = by_phonenumbers(text)
            if expected is not None:
                assert normalise_phone(text) == Phone(expected), text


def test_a_full_number_with_a_code_too_new_for_phonenumbers_is_kept() -> None:
    assert by_phonenumbers("+7 300 123-45-67") is None
    assert {normalise_phone(text) for text in written("3001234567")} == {Phone("+73001234567")}


def test_no_short_number_is_stretched_to_a_long_one() -> None:
    chance = random.Random(8)
    for length in (*range(10), *range(12, 15)):
        text = "9" + "".join(chance.choices("0123456789", k=length - 1)) if length else ""
        assert normalise_phone(text) is None, text


@pytest.mark.parametrize("text", ["8912640182", "7912640182"])
def test_a_mobile_number_with_a_lost_digit_is_not_taken_for_another(text: str) -> None:
    assert normalise_phone(text) is None


@pytest.mark.parametrize(
    ("text", "e164", "extension"),
    [
        ("тел. 8 912 640-18-22 доб. 105", "+79126401822", "105"),
        ("+7 912 640-18-22 (доб 33)", "+79126401822", "33"),
        ("+7 912 640-18-22 вн. 33", "+79126401822", "33"),
        ("+7 912 640 18 22;ext=12", "+79126401822", "12"),
        ("+7 912 640-18-22 #7", "+79126401822", "7"),
        ("8(912)640-18-22 (моб.)", "+79126401822", ""),
        ("89126401822 Иван", "+79126401822", ""),
    ],
)
def test_words_around_a_number_are_dropped_and_the_extension_kept(text: str, e164: str, extension: str) -> None:
    assert normalise_phone(text) == Phone(e164, extension)


@pytest.mark.parametrize("text", ["+8 912 640-18-22", "+89126401822", "+789126401822"])
def test_both_prefixes_at_once_are_forgiven(text: str) -> None:
    assert normalise_phone(text) == Phone("+79126401822")


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("+7 701 123-45-67", "+77011234567"),
        ("8 (7172) 55-01-47", "+77172550147"),
        ("+375 29 123-45-67", "+375291234567"),
        ("8 10 375 29 123-45-67", "+375291234567"),
        ("+44 20 7946 0958", "+442079460958"),
        ("8 800 555-35-35", "+78005553535"),
    ],
)
def test_neighbours_foreigners_and_free_lines_are_phones_too(text: str, e164: str) -> None:
    assert normalise_phone(text) == Phone(e164)


def test_a_number_without_a_country_belongs_to_the_region() -> None:
    assert normalise_phone("029 123-45-67", "BY") == Phone("+375291234567")
    assert normalise_phone("8 701 123 45 67", "KZ") == Phone("+77011234567")
    assert normalise_phone("9126401822", "DE") != Phone("+79126401822")


@pytest.mark.parametrize("text", ["", "+", "иван", "112", "640-18-22", "²²²²²²²²²²", "+7 000 000-00-00", "1" * 30])
def test_what_is_no_phone_is_none(text: str) -> None:
    assert normalise_phone(text) is None


@pytest.mark.parametrize("text", ["79999999999", "+7 999 999-99-99", "8 888 888 88 88", "9999999999"])
def test_a_filler_that_strangers_share_is_none(text: str) -> None:
    assert normalise_phone(text) is None


def test_two_numbers_in_one_text_do_not_become_a_number_and_an_extension() -> None:
    assert normalise_phone("89126401822, 89136401823") is None


def test_a_number_is_shown_as_its_country_groups_it() -> None:
    assert phone_text("+79126401822") == "+7 912 640-18-22"
    assert phone_text("+77011234567") == "+7 701 123-45-67"
    assert phone_text("+375291234567") == "+375 29 123-45-67"
    assert phone_text("+442079460958") == "+44 20 7946 0958"


def test_what_was_never_a_number_is_shown_as_it_is() -> None:
    assert phone_text("секрет") == "секрет"


def test_an_extension_is_shown_after_its_number() -> None:
    assert phone_text("+79126401822", "105").startswith("+7 912 640-18-22 ")
    assert phone_text("+79126401822", "105").endswith(" 105")


def test_what_is_shown_can_be_read_back() -> None:
    for national in ("9126401822", "4951234567", "7011234567"):
        assert normalise_phone(phone_text(f"+7{national}")) == Phone(f"+7{national}")
