"""What a person confirmed: which column is which field, which name in the file is which stage and which colleague."""

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from django.utils.translation import gettext as _

from vedu.clients.imports.field import Aliases, Field
from vedu.foundation.refusal import Invalid, Reason

Record = dict[str, Any]

CREATE, ME, FREE, RULES = "@create", "@me", "@free", "@rules"
AS_NEW, ASK, JOIN, LEAVE_OUT = "@new", "@ask", "@join", "@skip"


@dataclass(slots=True)
class Mapping:
    """``columns``: header → field. ``stages``: name in the file → stage of ours (see sales/imports/stages.py).

    ``owners``: name in the file → login, or @create, @me, @free; ``unknown_owners`` is for names that are not
    there, ``no_owner`` for rows without a name: @me, @free, or @rules (free until an assignment rule gives them to
    somebody). ``source`` names the system of a generic file, so that its numbers are not taken for those of another.

    ``alike`` is for rows that look like a client of the base without a key in common: @new makes a client of them,
    @ask does and puts the pair into the queue of duplicates, @join fills the client that is there, @skip leaves the
    row out."""

    columns: dict[str, str] = field(default_factory=dict)
    stages: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    pipeline: str = ""
    unknown_owners: str = CREATE
    no_owner: str = FREE
    source: str = ""
    alike: str = AS_NEW

    @classmethod
    def of(cls, data: AnyMapping[str, Any]) -> Self:
        """From JSON. Raises Invalid naming what is not understood."""
        mapping = cls(**{key: value for key, value in data.items() if key in cls.__dataclass_fields__})
        unknown = sorted(set(data) - set(cls.__dataclass_fields__))
        tables = (mapping.columns, mapping.stages, mapping.owners)
        if unknown or not all(_is_table(table) for table in tables):
            raise _not_understood(", ".join(unknown) or "columns, stages, owners")
        if not isinstance(mapping.pipeline, str) or not isinstance(mapping.source, str):
            raise _not_understood("pipeline, source")
        if mapping.unknown_owners not in (CREATE, ME, FREE) or mapping.no_owner not in (ME, FREE, RULES):
            raise _not_understood("unknown_owners, no_owner")
        if mapping.alike not in (AS_NEW, ASK, JOIN, LEAVE_OUT):
            raise _not_understood("alike")
        return mapping

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def fields(self) -> set[str]:
        return {code for code in self.columns.values() if code}


@dataclass(frozen=True, slots=True)
class Columns:
    """Takes the cells of a line apart into a record: field → text, or a list of texts for a field that has many."""

    single: Sequence[tuple[str, int]]
    many: Sequence[tuple[str, Sequence[int]]]

    @classmethod
    def of(cls, mapping: Mapping, headers: Sequence[str], fields: Sequence[Field]) -> Self:
        places: dict[str, list[int]] = {}
        for place, header in enumerate(headers):
            if code := mapping.columns.get(header):
                places.setdefault(code, []).append(place)
        repeated = {one.code for one in fields if one.many}
        single = [(code, place) for code, found in places.items() if code not in repeated for place in found]
        return cls(single, [(code, found) for code, found in places.items() if code in repeated])

    def record(self, cells: Sequence[str]) -> Record:
        """Only filled fields; where two columns mean one field, the first filled one counts."""
        record: Record = {}
        for code, place in self.single:
            if (text := cells[place].strip()) and code not in record:
                record[code] = text
        for code, places in self.many:
            if texts := [text for place in places if (text := cells[place].strip())]:
                record[code] = texts
        return record


def suggested_columns(
    aliases: Aliases, headers: Sequence[str], fields: Sequence[Field], fallbacks: Sequence[str] = ()
) -> dict[str, str]:
    """Header → field where the header says it; a field that stands once is given to its first header."""
    repeated = {one.code for one in fields if one.many} | set(fallbacks)
    known = {one.code for one in fields}
    columns: dict[str, str] = {}
    for header in headers:
        code = aliases.field_of(header)
        if code in known and (code in repeated or code not in columns.values()):
            columns[header] = code
    return columns


def _is_table(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _not_understood(what: str) -> Invalid:
    sentence = _("The mapping is not understood: check %(what)s.") % {"what": what}
    return Invalid(Reason("mapping-wrong", sentence, {"field": "mapping"}))
