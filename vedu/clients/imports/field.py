"""What a column of a file may mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from vedu.foundation.values.fold import fold

_NOISE = re.compile(r"[^\w ]+")
_NUMBER = re.compile(r" ?\d+$")


@dataclass(frozen=True, slots=True)
class Field:
    """``aliases`` are headers that mean it, as people write them; ``many`` fields may stand in several columns."""

    code: str
    label: str | Promise
    aliases: Sequence[str] = ()
    many: bool = False


def header_key(header: str) -> str:
    """What two spellings of a header have in common: «E-mail:» and "e-mail", «Телефон №2» and «телефон 2»."""
    return " ".join(_NOISE.sub(" ", fold(header)).split())


class Aliases:
    """Header → field, by the fields' own aliases and those that a format adds (which win) or leaves out."""

    def __init__(
        self, fields: Sequence[Field], more: Mapping[str, Sequence[str]], left_out: Sequence[str] = ()
    ) -> None:
        self._codes: dict[str, str] = {}
        for field in fields:
            self._learn(field.code, [field.code, *field.aliases])
        for code, headers in more.items():
            self._learn(code, headers)
        for header in left_out:
            self._codes.pop(header_key(header), None)

    def field_of(self, header: str) -> str | None:
        key = header_key(header)
        return self._codes.get(key) or self._codes.get(_NUMBER.sub("", key))

    def _learn(self, code: str, headers: Sequence[str]) -> None:
        for header in headers:
            self._codes[header_key(header)] = code
