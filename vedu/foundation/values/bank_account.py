"""Numbers of bank accounts and their key, which the БИК of the bank is part of.

Rule: the order of the Central Bank of 1997-09-08 № 515.
"""

import re

from django.utils.translation import gettext as _

from vedu.foundation.values.requisites import BadRequisite, check_bik, compact, wrong_check, wrong_length

LENGTH = 20
SHAPE = re.compile(r"\d{5}[\dABCEHKMPTX]\d{14}", re.ASCII)
LETTERS = str.maketrans("ABCEHKMPTX", "0123456789")
WEIGHTS = (7, 1, 3) * 8


def check_account(account: str, bik: str) -> str:
    """Account of a client (р/с) in the bank of this БИК: compact form, or BadRequisite.

    The key of a treasury account is not checked: whether it has one is not certain.
    """
    bik = check_bik(bik)
    number = _account_of(account)
    if not is_treasury(number) and not _key_fits(bik[6:9], number):
        raise wrong_check("account", _("Bank account"))
    return number


def check_correspondent_account(account: str, bik: str) -> str:
    """Account of the bank itself (к/с) at the Central Bank."""
    bik = check_bik(bik)
    number = _account_of(account)
    if not is_treasury(number) and not _key_fits(f"0{bik[4:6]}", number):
        raise wrong_check("account", _("Correspondent account"))
    return number


def is_treasury(account: str) -> bool:
    """Account of the treasury: paid to by its own rules, so a screen had better warn."""
    return account.startswith(("03", "40102"))


def _account_of(text: str) -> str:
    number = compact(text)
    if len(number) != LENGTH:
        raise wrong_length("account", _("Bank account"), len(number), LENGTH)
    if not SHAPE.fullmatch(number):
        raise BadRequisite("account_digits", _("Account consists of digits; only the 6th may be a letter."))
    return number


def _key_fits(prefix: str, account: str) -> bool:
    digits = prefix + account.translate(LETTERS)
    return sum(weight * int(digit) % 10 for weight, digit in zip(WEIGHTS, digits, strict=False)) % 10 == 0
