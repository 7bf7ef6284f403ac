"""A format: whose export a file is, and what its headers mean. Formats are registered by the floors that know them."""

from collections.abc import Callable, Sequence
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vedu.clients.imports.mapping import Record
from vedu.foundation.refusal import Invalid, Reason

# Changes a record before it is read: what only this format knows.
Refine = Callable[[Record], None]


@dataclass(frozen=True, slots=True)
class Format:
    """``target`` is what the rows become (target.py); ``source`` names the other system in external ids.

    ``signature``: headers that give the format away, spellings of one parted by "|"; ``telling``: fields two of which
    do, whatever the system. ``left_out``: headers that look like ours and mean something else; ``fallbacks``: fields
    that stand in several columns, of which the first filled one counts.
    ``company_by_name``: that system links companies by name; ``company_by_number``: but by number where it gives one.
    ``refine`` and ``teams`` get the file's path, for files that lie beside it; ``teams`` answers the chain of team
    names of a person. ``options`` are for the target."""

    code: str
    label: str | Promise
    target: str
    source: str = ""
    aliases: AnyMapping[str, Sequence[str]] = field(default_factory=dict)
    signature: Sequence[str] = ()
    telling: Sequence[str] = ()
    left_out: Sequence[str] = ()
    fallbacks: Sequence[str] = ()
    company_by_name: bool = False
    company_by_number: bool = False
    refine: Callable[[Path], Refine] | None = None
    teams: Callable[[Path], AnyMapping[str, Sequence[str]]] | None = None
    options: Any = None

    @property
    def namespace(self) -> str:
        return self.source or self.code

    def links_by_name(self, record: Record) -> bool:
        """Whether the name of this row's company tells it from all others."""
        return self.company_by_name and not (self.company_by_number and "company_id" in record)


_formats: dict[str, Format] = {}


def register(new: Format) -> None:
    _formats[new.code] = new


def formats() -> list[Format]:
    return list(_formats.values())


def format_named(code: str) -> Format:
    """Raises Invalid that lists the formats there are."""
    if code in _formats:
        return _formats[code]
    sentence = _("There is no format “%(code)s”; there are: %(formats)s.")
    listed = ", ".join(sorted(_formats))
    raise Invalid(Reason("format-unknown", sentence % {"code": code, "formats": listed}, {"field": "format"}))
