"""How a person is addressed, out of a name as people type it."""

import re
from typing import NamedTuple

# Endings of patronymics, in both spellings; Turkic ones are words of their own.
_PATRONYMIC = re.compile(r".+(ич|вна|чна|vich|vna|ichna)|оглы|кызы", re.IGNORECASE)


class Address(NamedTuple):
    """``polite``: first name with the patronymic where there is one, else the first name alone."""

    first_name: str
    polite: str


def address_of(name: str) -> Address:
    """«Рябинина Ольга Петровна», «Ольга Петровна», «Ольга Рябинина» are all Olga."""
    words = name.split()
    place = next((number for number, word in enumerate(words) if number and _PATRONYMIC.fullmatch(word)), None)
    if place is None:
        first = words[0] if words else ""
        return Address(first, first)
    return Address(words[place - 1], f"{words[place - 1]} {words[place]}")
