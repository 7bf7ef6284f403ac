"""The editor of a segment: rows of conditions that are added, changed and taken away before they are saved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from django.http import QueryDict
from django.utils.functional import cached_property

from vedu.clients.segments.condition import BARE_OPS, NUMBER_OPS, read_all
from vedu.clients.segments.field import Field, Op, fields
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid
from vedu.web.segments.rows import count_of, op_label

MOST_ROWS = 20


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    is_on: bool


@dataclass(frozen=True)
class Row:
    """A condition as typed; a row whose field is not chosen says nothing yet."""

    field: str = ""
    op: str = ""
    values: tuple[str, ...] = ()

    @property
    def known(self) -> Field | None:
        return fields().get(self.field)

    @property
    def comparison(self) -> str:
        """The first that the field knows, until another is chosen."""
        ops = self.known.ops if self.known else ()
        return self.op if self.op in ops else next((str(op) for op in ops), "")

    @cached_property
    def options(self) -> list[Option]:
        """What may be chosen; what was chosen before stays, even when nobody has it any more."""
        if self.known is None or self.known.choices is None or not self.has_values:
            return []
        offered = {value: str(label) for value, label in self.known.choices()}
        gone = {value: value for value in self.values if value and value not in offered}
        return [Option(value, label, value in self.values) for value, label in (offered | gone).items()]

    @property
    def fields(self) -> list[Option]:
        return [Option(one.code, str(one.label), one.code == self.field) for one in fields().values()]

    @property
    def ops(self) -> list[Option]:
        ops: Sequence[Op] = self.known.ops if self.known else ()
        return [Option(str(op), op_label(op), op == self.comparison) for op in ops]

    @property
    def has_values(self) -> bool:
        return bool(self.comparison) and self.comparison not in BARE_OPS

    @property
    def is_number(self) -> bool:
        return self.comparison in NUMBER_OPS

    @property
    def value(self) -> str:
        """What is typed into the one field; words are parted by commas."""
        return ", ".join(self.values)

    @property
    def unit(self) -> str:
        return str(self.known.unit) if self.known else ""

    def as_json(self) -> dict[str, Any]:
        return {"field": self.field, "op": self.comparison, "values": list(self.values)}


@dataclass
class Editor:
    """``errors`` by field: ``name``, ``conditions``."""

    user: User
    segment: Segment | None = None
    name: str = ""
    about: str = ""
    is_icp: bool = False
    rows: list[Row] = field(default_factory=lambda: [Row()])
    errors: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def kept(cls, segment: Segment, user: User) -> Self:
        rows = [Row(rule.field, str(rule.op), rule.values) for rule in segment.rules]
        return cls(user, segment, segment.name, segment.about, segment.is_icp, rows or [Row()])

    @classmethod
    def said(cls, post: QueryDict, user: User, segment: Segment | None = None) -> Self:
        asked = post.get("rows", "")
        number = min(int(asked), MOST_ROWS) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0
        rows = [_row(post, place) for place in range(number)]
        about = post.get("about", "")
        return cls(user, segment, post.get("name", ""), about, "is_icp" in post, rows or [Row()])

    def arrange(self, do: str) -> None:
        """``add``, or ``remove-2`` with the number of a row; anything else only shows the rows anew."""
        word, _sep, place = do.partition("-")
        if word == "add" and len(self.rows) < MOST_ROWS:
            self.rows.append(Row())
        if word == "remove" and place.isascii() and place.isdigit() and int(place[:4]) < len(self.rows):
            del self.rows[int(place)]
            self.rows = self.rows or [Row()]

    @property
    def conditions(self) -> list[dict[str, Any]]:
        return [row.as_json() for row in self.rows if row.field]

    @cached_property
    def count(self) -> str:
        """ "" while something is missing: a row that is half typed is no mistake yet."""
        try:
            return count_of(read_all(self.conditions), self.user) if self.conditions else ""
        except Invalid:
            return ""

    def take(self, refused: Invalid) -> None:
        """What the verb could not read, beside the field it speaks of."""
        for reason in refused.reasons:
            self.errors.setdefault(str(reason.facts.get("field", "conditions")), []).append(reason.sentence)

    def save(self) -> Segment:
        """Raises Invalid, or NotAllowed."""
        name, said, by = self.name, self.conditions, self.user
        if self.segment is None:
            return Segment.define(name, said, by=by, about=self.about, is_icp=self.is_icp)
        self.segment.redefine(name, said, by=by, about=self.about, is_icp=self.is_icp)
        return self.segment


def _row(post: QueryDict, place: int) -> Row:
    """Values come as ticks, or as one line of words between commas; those of another field are forgotten."""
    code = post.get(f"field-{place}", "")
    ticked = post.getlist(f"values-{place}") if post.get(f"was-{place}", code) == code else []
    known = fields().get(code)
    if known is not None and known.choices is None:
        ticked = [word.strip() for line in ticked for word in line.split(",")]
    return Row(code, post.get(f"op-{place}", ""), tuple(filter(None, ticked)))
