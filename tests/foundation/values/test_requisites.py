from collections.abc import Callable

import pytest

from vedu.foundation.values.requisites import (
    BadRequisite,
    check_bik,
    check_inn,
    check_kpp,
    check_ogrn,
    check_ogrnip,
)

Check = Callable[[str], str]


@pytest.mark.parametrize(
    ("check", "number"),
    [
        (check_inn, "7707083893"),
        (check_inn, "500100732259"),
        (check_ogrn, "1027700132195"),
        (check_ogrnip, "304500116000157"),
        (check_kpp, "773601001"),
        (check_kpp, "7736AB001"),
        (check_bik, "044525225"),
    ],
)
def test_a_true_number_passes(check: Check, number: str) -> None:
    assert check(number) == number


@pytest.mark.parametrize(
    ("check", "number"),
    [
        (check_inn, "7707083893"),
        (check_inn, "500100732259"),
        (check_ogrn, "1027700132195"),
        (check_ogrnip, "304500116000157"),
    ],
)
def test_any_single_wrong_last_digit_is_noticed(check: Check, number: str) -> None:
    for digit in set("0123456789") - {number[-1]}:
        with pytest.raises(BadRequisite):
            check(number[:-1] + digit)


def test_a_person_inn_is_guarded_by_both_check_digits() -> None:
    with pytest.raises(BadRequisite):
        check_inn("500100732269")


def test_a_remainder_of_ten_and_more_gives_its_last_digit() -> None:
    """Thirteen remainders share ten digits: 304500116000… with a remainder of 10, 11, 12 ends in 0, 1, 2."""
    bodies = [f"3045001160{serial:04}" for serial in range(40)]
    two_digit = [body for body in bodies if int(body) % 13 >= 10]
    assert two_digit
    for body in two_digit:
        assert check_ogrnip(f"{body}{int(body) % 13 - 10}")


def test_spaces_and_dashes_are_dropped() -> None:
    assert check_inn(" 7707 083-893 ") == "7707083893"
    assert check_bik("04 45 25 225") == "044525225"


def test_cyrillic_letters_in_a_kpp_become_latin() -> None:
    assert check_kpp("7736ав001") == "7736AB001"


@pytest.mark.parametrize(
    ("check", "text", "code"),
    [
        (check_inn, "", "inn_digits"),
        (check_inn, "77070838ab", "inn_digits"),
        (check_inn, "77070838²3", "inn_digits"),
        (check_inn, "770708389", "inn_length"),
        (check_inn, "77070838931", "inn_length"),
        (check_inn, "7707083894", "inn_check"),
        (check_inn, "0000000000", "inn_check"),
        (check_inn, "000000000000", "inn_check"),
        (check_ogrn, "304500116000157", "ogrn_length"),
        (check_ogrn, "0000000000000", "ogrn_check"),
        (check_ogrnip, "1027700132195", "ogrnip_length"),
        (check_ogrnip, "504500116000150", "ogrnip_check"),
        (check_kpp, "77360100", "kpp_shape"),
        (check_kpp, "77ABCD001", "kpp_shape"),
        (check_bik, "44525225", "bik_length"),
        (check_bik, "144525225", "bik_shape"),
    ],
)
def test_a_refusal_has_a_stable_code(check: Check, text: str, code: str) -> None:
    with pytest.raises(BadRequisite) as refusal:
        check(text)
    assert refusal.value.code == code


def test_a_refusal_says_in_a_sentence_what_is_wrong() -> None:
    with pytest.raises(BadRequisite) as refusal:
        check_inn("770708389")
    assert "10" in refusal.value.sentence
    assert "12" in refusal.value.sentence
    assert "9" in refusal.value.sentence
    assert str(refusal.value) == refusal.value.sentence
