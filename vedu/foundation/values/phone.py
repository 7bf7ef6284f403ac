"""Phone numbers as E.164, from whatever was typed.

Russian and Kazakh numbers in their usual forms take a short path of our own, for imports bring millions of them.
The rest goes to phonenumbers, which is loaded only then.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _


class Phone(NamedTuple):
    """``e164`` as "+79126401822"; ``extension`` digits or empty."""

    e164: str
    extension: str = ""


LENGTH = 10
LONGEST_EXTENSION = 7
_MARKS = dict.fromkeys(map(ord, " \t()-.\u00a0\u2009\u202f‐‑‒–—−"))
_REPAIRS = (
    (re.compile(r"^\s*\+\s*8(?=[\s(-]*9)"), "+7"),  # "+8 912…": both prefixes at once
    (re.compile(r"\bвн(утр)?[.\s]+(?=\d)", re.IGNORECASE), "ext. "),
    (re.compile(r"\D+$"), ""),  # «(моб.)», a name
)

# Codes of Russia by their first two digits. Newer ones than phonenumbers knows are in: they begin alike.
_RUSSIAN = {f"{first}{second}" for first in "349" for second in "0123456789"} | {f"8{n}" for n in range(8)}
_KAZAKH_MOBILE = {f"7{n:02}" for n in (0, 1, 2, 5, 6, 7, 8, 47, 60, 61, 62, 63, 64, 71, 75, 76, 77, 78, 85)}
_SAME_TRUNK = {"RU", "KZ"}


def normalise_phone(text: str, region: str = "RU") -> Phone | None:
    """None when it is no phone number. ``region`` (ISO 3166) is where a number without a country code belongs."""
    e164 = _short_path(text.translate(_MARKS), region)
    return Phone(e164) if e164 else _long_path(text, region)


def phone_text(e164: str, extension: str = "") -> str:
    """«+7 912 640-18-22»; foreign numbers as their own country groups them."""
    if e164.startswith("+7") and len(e164) == LENGTH + 2:
        number = f"+7 {e164[2:5]} {e164[5:8]}-{e164[8:10]}-{e164[10:]}"
    else:
        number = _foreign_text(e164)
    return _("%(phone)s ext. %(extension)s") % {"phone": number, "extension": extension} if extension else number


def _short_path(number: str, region: str) -> str | None:
    """E.164 of a Russian or Kazakh number without marks: +7…, and where 8 is the trunk prefix also 8…, 7…, bare."""
    if number[:2] == "+7":
        national = number[2:]
    elif region not in _SAME_TRUNK:
        return None
    elif len(number) == LENGTH + 1 and number[0] in "78":
        national = number[1:]
    elif number[:1] != "8":
        national = number
    else:
        return None
    return f"+7{national}" if _is_usual(national) else None


def _is_usual(national: str) -> bool:
    return (
        len(national) == LENGTH
        and (national[:2] in _RUSSIAN or national[:3] in _KAZAKH_MOBILE)
        and national.isascii()
        and national.isdigit()
        and not _is_filler(national)
    )


def _is_filler(national: str) -> bool:
    """Nine nines and the like are typed to get past a form; taken as real they would make strangers duplicates."""
    return national.count(national[-1]) == LENGTH


def _long_path(text: str, region: str) -> Phone | None:
    import phonenumbers  # 50 ms and 6 MB that most processes never need

    for pattern, replacement in _REPAIRS:
        text = pattern.sub(replacement, text)
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number) or _is_filler(str(number.national_number)):
        return None
    extension = number.extension or ""
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Phone(e164, extension if len(extension) <= LONGEST_EXTENSION else "")


@lru_cache(maxsize=4096)
def _foreign_text(e164: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
