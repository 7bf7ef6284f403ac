"""What the columns of any table hold, by their headers and values."""

import re
from collections.abc import Callable, Sequence

from vedu.clients.duplicates.linkage.field import Field
from vedu.clients.duplicates.linkage.kinds import Kind

SAMPLE = 2000
MOSTLY = 0.7
FEW_VALUES = 0.05
_HEADERS: tuple[tuple[Kind | None, str], ...] = (
    (None, r"(rec|record|row|cluster|source|unique|uu|gu)?_?(id|no|nr|number|номер|ид|код|index)"),
    (Kind.EMAIL, r".*(e_?mail|почт).*"),
    (Kind.PHONE, r".*(phone|mobile|fax|тел(ефон)?|моб).*"),
    (Kind.DOMAIN, r".*(web_?site|domain|url|сайт|домен).*"),
    (Kind.TAX, r".*\b(inn|инн|vat|tax|tin|огрн).*"),
    (Kind.DATE, r".*(date|birth|dob|дата|рожд).*"),
    (Kind.CODE, r".*(post_?code|zip|postal|state|region|country|gender|sex|house|street_?n).*"),
    (Kind.CODE, r".*(индекс|регион|область|страна|пол|дом)"),
    (Kind.PERSON, r".*((first|given|last|middle|sur|family|full)_?name|contact|person).*"),
    (Kind.PERSON, r".*(фамил|имя|отчеств|фио|контакт).*"),
    (Kind.CITY, r".*(city|town|suburb|locality|город|населен).*"),
    (Kind.STREET, r".*(address|addr|street|адрес|улица).*"),
    (Kind.COMPANY, r".*(company|organi[sz]ation|firm|client|account|name|title).*"),
    (Kind.COMPANY, r".*(назван|наименован|компани|организац|клиент).*"),
    (Kind.NUMBER, r".*(_id|ssn|number|passport|паспорт|снилс|номер).*"),
)  # fmt: skip
_BY_HEADER = tuple((kind, re.compile(pattern)) for kind, pattern in _HEADERS)
_BY_VALUES: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    (Kind.EMAIL, re.compile(r"\s*\S+@\S+\.\S+\s*").fullmatch),
    (Kind.DATE, re.compile(r"\s*((19|20)\d\d([./-]?)\d\d?\3\d\d?|\d\d?[./-]\d\d?[./-](19|20)\d\d)\s*").fullmatch),
    (Kind.PHONE, re.compile(r"\s*(?=.*[-+()/ ])[-+()/\d .]{9,}\s*").fullmatch),
    (Kind.DOMAIN, re.compile(r"\s*(https?://|www\.)\S+\s*").fullmatch),
    (Kind.NUMBER, re.compile(r"\s*\d{6,}\s*").fullmatch),
    (Kind.CODE, re.compile(r"\s*\d{1,5}\s*").fullmatch),
)
_TWINS = (("given", "sur"), ("first", "last"), ("имя", "фамил"))


def guess(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Field | None]:
    """A field for each column; None for one that says nothing (a number of the row, an empty column)."""
    names = [_plain(header) for header in headers]
    fields: list[Field | None] = []
    for place, name in enumerate(names):
        values = [text for row in rows[:SAMPLE] if (text := row[place].strip())]
        kind = _kind(name, values)
        fields.append(Field(headers[place], kind, _twin(name, headers, names)) if kind else None)
    return fields


def _kind(name: str, values: list[str]) -> Kind | None:
    if not values:
        return None
    by_header = next(((True, kind) for kind, pattern in _BY_HEADER if pattern.fullmatch(name)), (False, None))
    if by_header[0]:
        return by_header[1]
    for kind, fits in _BY_VALUES:
        if sum(1 for value in values if fits(value)) >= MOSTLY * len(values):
            return kind
    if len(set(values)) <= FEW_VALUES * len(values):
        return Kind.CODE
    return Kind.TEXT if sum(map(len, values)) > 60 * len(values) else Kind.COMPANY


def _plain(header: str) -> str:
    """The last part of an address, in lower case: "http://…#phone_number" → "phone_number"."""
    return re.sub(r"\W+", "_", re.split(r"[#/]", header.strip().lower())[-1]).strip("_")


def _twin(name: str, headers: Sequence[str], names: Sequence[str]) -> str:
    """The column that a person may have filled instead of this one."""
    other = ""
    for begin, end in _TWINS:
        if name.startswith(begin):
            other = next((one for one in names if one.startswith(end)), "")
    if name.endswith("1") and name[:-1] + "2" in names:
        other = name[:-1] + "2"
    return headers[names.index(other)] if other else ""
