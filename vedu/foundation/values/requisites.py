"""Russian requisites and their check digits. Each check returns the compact form or raises BadRequisite.

Rules: ИНН by the order of the tax service of 2012-06-29 № ММВ-7-6/435, ОГРН and ОГРНИП by that of the finance
ministry of 2017-10-30 № 165н.
"""

import re

from django.utils.translation import gettext as _
from stdnum.ru import inn, ogrn

COMPANY_INN, PERSON_INN = 10, 12
OGRN, OGRNIP = 13, 15
KPP_SHAPE = re.compile(r"\d{4}[0-9A-Z]{2}\d{3}", re.ASCII)
BIK_SHAPE = re.compile(r"0\d{8}", re.ASCII)
_GAPS = re.compile(r"[\s\-‐‑–—.]+")
_LOOK_ALIKES = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")


class BadRequisite(ValueError):
    """``code`` is stable ("inn_check"), ``sentence`` tells the person what is wrong."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


def check_inn(text: str) -> str:
    """ИНН of a company (10 digits) or of a person, ИП included (12 digits)."""
    number = digits_of(text, "inn", _("INN"), COMPANY_INN, PERSON_INN)
    right = (
        inn.calc_company_check_digit(number) if len(number) == COMPANY_INN else inn.calc_personal_check_digits(number)
    )
    # Zeros satisfy the formula, and nobody has such an ИНН.
    if not number.endswith(right) or not number.strip("0"):
        raise wrong_check("inn", _("INN"))
    return number


def check_ogrn(text: str) -> str:
    """ОГРН of a company, 13 digits."""
    number = digits_of(text, "ogrn", _("OGRN"), OGRN)
    if number[0] == "0" or ogrn.calc_check_digit(number) != number[-1]:
        raise wrong_check("ogrn", _("OGRN"))
    return number


def check_ogrnip(text: str) -> str:
    """ОГРНИП of an ИП, 15 digits. (stdnum forgets the last digit of a two-digit remainder here.)"""
    number = digits_of(text, "ogrnip", _("OGRNIP"), OGRNIP)
    if number[0] not in "34" or int(number[:-1]) % 13 % 10 != int(number[-1]):
        raise wrong_check("ogrnip", _("OGRNIP"))
    return number


def check_kpp(text: str) -> str:
    """КПП, nine characters without a check digit. An ИП has none."""
    number = compact(text)
    if not KPP_SHAPE.fullmatch(number):
        raise BadRequisite("kpp_shape", _("KPP has 9 digits; the 5th and the 6th may be letters."))
    return number


def check_bik(text: str) -> str:
    """БИК of a bank, nine digits without a check digit."""
    number = digits_of(text, "bik", _("BIK"), 9)
    if not BIK_SHAPE.fullmatch(number):
        raise BadRequisite("bik_shape", _("BIK of a Russian bank begins with zero."))
    return number


def compact(text: str) -> str:
    """Without spaces and dashes, capitals, Cyrillic letters that look Latin as Latin."""
    return _GAPS.sub("", text).upper().translate(_LOOK_ALIKES)


def digits_of(text: str, code: str, name: str, *lengths: int) -> str:
    """The compact form if it is digits of one of the lengths."""
    number = compact(text)
    if not (number.isascii() and number.isdigit()):
        raise BadRequisite(f"{code}_digits", _("%(name)s consists of digits only.") % {"name": name})
    if len(number) not in lengths:
        raise wrong_length(code, name, len(number), *lengths)
    return number


def wrong_length(code: str, name: str, length: int, *lengths: int) -> BadRequisite:
    expected = _(" or ").join(map(str, lengths))
    sentence = _("%(name)s has %(expected)s digits, and here are %(length)s.")
    return BadRequisite(f"{code}_length", sentence % {"name": name, "expected": expected, "length": length})


def wrong_check(code: str, name: str) -> BadRequisite:
    sentence = _("%(name)s has a mistake in it: the check digit does not match. Compare it with the document.")
    return BadRequisite(f"{code}_check", sentence % {"name": name})
