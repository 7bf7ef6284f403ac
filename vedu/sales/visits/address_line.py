"""An address as a line of text: its city, street and house, so that a list goes street by street. No maps."""

import re
from typing import NamedTuple

from vedu.foundation.values.fold import fold

_CITY = re.compile(r"^(?:г\.|г\s|город\s|гор\.|пос\.|пгт\.?\s|с\.\s|дер\.)\s*(.+)$", re.IGNORECASE)
_POSTCODE = re.compile(r"^\d{6}$")
_REGION = re.compile(r"\b(обл\.?|область|край|респ\.?|республика|округ|р-н|район|россия|рф)\b", re.IGNORECASE)
_STREET = re.compile(
    r"(?:^|\s)(?:ул|улица|пр|пр-т|просп|проспект|пер|переулок|ш|шоссе|наб|набережная|б-р|бул|бульвар|пл|площадь|проезд"
    r"|тракт|мкр|микрорайон|аллея|тупик|линия|street|st|avenue|ave|road|rd|lane)(?:\.|\s|$)",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"^(?:д\.|д\s|дом\s|зд\.|стр\.|влад\.)?\s*(\d+[\w/\-]*)", re.IGNORECASE)
_ENDS_WITH_HOUSE = re.compile(
    r"^(.*\S)\s+(?:д\.|дом)?\s*(\d+[а-яёa-z]?(?:[/\-]\d+)?(?:\s*(?:к|корп|стр)\.?\s*\d+)?)$", re.IGNORECASE
)
_NUMBER = re.compile(r"(\d+)(.*)", re.DOTALL)


class AddressLine(NamedTuple):
    """Parts as they were written; what cannot be told apart stays empty."""

    city: str
    street: str
    house: str

    @property
    def order(self) -> tuple[str, str, int, str]:
        """House 9 comes before house 10, and 10а after 10."""
        number = _NUMBER.search(self.house)
        return fold(self.city), fold(self.street), int(number[1]) if number else 0, fold(number[2] if number else "")


def read(address: str, city: str = "") -> AddressLine:
    """``city`` is what is known of it besides the line, where the line names none."""
    parts = [part.strip() for part in address.replace("\n", ",").split(",") if part.strip()]
    parts = [part for part in parts if not (_POSTCODE.match(part) or _REGION.search(part))]
    named = [(number, found[1]) for number, part in enumerate(parts) if (found := _CITY.match(part))]
    if named:
        city = named[0][1].strip()
        del parts[named[0][0]]
    elif parts and city and fold(parts[0]) == fold(city):
        del parts[0]
    street, house = _street(parts)
    return AddressLine(city.strip(), street, house)


def _street(parts: list[str]) -> tuple[str, str]:
    place = next((number for number, part in enumerate(parts) if _STREET.search(part)), 0)
    if place >= len(parts):
        return "", ""
    street, rest = parts[place], parts[place + 1 :]
    if (ends := _ENDS_WITH_HOUSE.match(street)) and _has_words(ends[1]):
        return ends[1].strip(" ,"), ends[2]
    house = next((found[1] for part in rest if (found := _HOUSE.match(part))), "")
    return street, house


def _has_words(text: str) -> bool:
    """«ул. 8 Марта» ends with a word; «Ленина 12» begins with one."""
    return any(sign.isalpha() for sign in _STREET.sub(" ", text))
