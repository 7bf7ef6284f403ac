import pytest

from vedu.foundation.values.bank_account import check_account, check_correspondent_account, is_treasury
from vedu.foundation.values.requisites import BadRequisite

BIK, ACCOUNT = "049805746", "40602810700000000025"
CENTRAL_BANKS = [("049805000", "30101810800000000746"), ("044525225", "30101810400000000225")]


def test_an_account_fits_its_bank() -> None:
    assert check_account(ACCOUNT, BIK) == ACCOUNT


@pytest.mark.parametrize(("bik", "account"), CENTRAL_BANKS)
def test_a_correspondent_account_fits_its_bank(bik: str, account: str) -> None:
    assert check_correspondent_account(account, bik) == account


def test_any_single_wrong_digit_breaks_the_key() -> None:
    for place in range(20):
        wrong = ACCOUNT[:place] + str((int(ACCOUNT[place]) + 1) % 10) + ACCOUNT[place + 1 :]
        with pytest.raises(BadRequisite) as refusal:
            check_account(wrong, BIK)
        assert refusal.value.code == "account_check"


def test_an_account_of_another_bank_does_not_fit() -> None:
    with pytest.raises(BadRequisite):
        check_account(ACCOUNT, "044525974")


def test_an_account_is_not_a_correspondent_account() -> None:
    with pytest.raises(BadRequisite):
        check_correspondent_account(ACCOUNT, BIK)


def test_the_sixth_place_may_be_a_letter_that_stands_for_a_digit() -> None:
    for letter, digit in zip("ABCEHKMPTX", "0123456789", strict=True):
        with_letter = f"40602{letter}10700000000025"
        with_digit = f"40602{digit}10700000000025"
        assert fits(with_letter) == fits(with_digit)
    assert check_account("40602т10700000000025".upper(), BIK) == "40602T10700000000025"


def fits(account: str) -> bool:
    try:
        check_account(account, BIK)
    except BadRequisite:
        return False
    return True


def test_spaces_are_dropped() -> None:
    assert check_account("40602 810 7 0000 0000025", BIK) == ACCOUNT


def test_the_key_of_a_treasury_account_is_left_to_people() -> None:
    account = "03100643000000019500"
    assert is_treasury(account)
    assert check_account(account, "017003983") == account
    assert not is_treasury(ACCOUNT)


@pytest.mark.parametrize(
    ("account", "bik", "code"),
    [
        ("4060281070000000002", BIK, "account_length"),
        ("4060D810700000000025", BIK, "account_digits"),
        ("40602D10700000000025", BIK, "account_digits"),
        (ACCOUNT, "0498", "bik_length"),
    ],
)
def test_a_refusal_has_a_stable_code(account: str, bik: str, code: str) -> None:
    with pytest.raises(BadRequisite) as refusal:
        check_account(account, bik)
    assert refusal.value.code == code
