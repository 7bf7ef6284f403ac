"""Made-up requisites that pass their check digits (russia.md: identifiers)."""

from random import Random

_INN10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN12_FIRST = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN12_SECOND = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_ACCOUNT = (7, 1, 3)
BIKS = (("044525225", "ПАО Сбербанк"), ("044525593", "АО «Альфа-Банк»"), ("043601607", "Поволжский банк ПАО Сбербанк"))


def company(rng: Random, tax_office: str) -> dict[str, str]:
    """ИНН, КПП and ОГРН of a company registered in this tax office."""
    inn = _with_check(tax_office + _digits(rng, 5), _INN10)
    ogrn = f"1{rng.randint(2, 22):02}{tax_office[:2]}{_digits(rng, 7)}"
    return {"inn": inn, "kpp": f"{tax_office}01001", "ogrn": ogrn + str(int(ogrn) % 11 % 10)}


def entrepreneur(rng: Random, tax_office: str) -> dict[str, str]:
    """ИНН and ОГРНИП; a sole trader has no КПП."""
    inn = _with_check(_with_check(tax_office + _digits(rng, 6), _INN12_FIRST), _INN12_SECOND)
    ogrn = f"3{rng.randint(4, 22):02}{tax_office[:2]}{_digits(rng, 9)}"
    return {"inn": inn, "ogrn": ogrn + str(int(ogrn) % 13 % 10)}


def account(rng: Random, *, is_company: bool) -> dict[str, str]:
    """A client account with a right key, its БИК and bank."""
    bik, bank = rng.choice(BIKS)
    head, tail = ("40702810" if is_company else "40802810"), "0000" + _digits(rng, 7)
    total = sum(int(digit) * _ACCOUNT[place % 3] % 10 for place, digit in enumerate(bik[6:] + head + "0" + tail))
    # The key stands on place 12 of the 23, where the weight is 3: 3 × key must bring the sum to a round ten.
    key = next(key for key in range(10) if (total + key * _ACCOUNT[11 % 3]) % 10 == 0)
    return {"account": f"{head}{key}{tail}", "bik": bik, "bank": bank}


def _with_check(digits: str, weights: tuple[int, ...]) -> str:
    return digits + str(sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11 % 10)


def _digits(rng: Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))
