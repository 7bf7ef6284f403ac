"""What a segment may ask of a client. Floors above add the facts they keep, as they subscribe to events."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Q
from django.utils.functional import Promise

Word = str | Promise
Choices = Sequence[tuple[str, Word]]


class Op(StrEnum):
    """How a fact is compared. ``AT_LEAST`` and ``AT_MOST`` take one number."""

    IN = "in"
    NOT_IN = "not_in"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    IS_SET = "is_set"
    IS_NOT_SET = "is_not_set"


@dataclass(frozen=True, slots=True)
class Field:
    """``where`` turns an operation and its values at a moment into a condition on Client.

    ``choices`` is asked for when a person chooses; None where any words or a number are typed. ``digits``: how many
    a number may have."""

    code: str
    label: Word
    ops: tuple[Op, ...]
    where: Callable[[Op, Sequence[str], datetime], Q]
    choices: Callable[[], Choices] | None = None
    unit: Word = ""
    digits: int = 6


_fields: dict[str, Field] = {}


def register(*fields: Field) -> None:
    """The last one of a code wins, so that a floor may register again."""
    _fields.update({field.code: field for field in fields})


def fields() -> Mapping[str, Field]:
    """In the order in which they were registered."""
    return _fields


def one_of(code: str, label: Word, column: str, choices: Callable[[], Choices] | None = None) -> Field:
    """A column that holds one of some words."""

    def where(op: Op, values: Sequence[str], _at: datetime) -> Q:
        match op:
            case Op.IS_SET:
                return ~_empty(column)
            case Op.IS_NOT_SET:
                return _empty(column)
            case Op.NOT_IN:
                return ~Q(**{f"{column}__in": values})
        return Q(**{f"{column}__in": values})

    return Field(code, label, (Op.IN, Op.NOT_IN, Op.IS_SET, Op.IS_NOT_SET), where, choices)


def number(code: str, label: Word, column: str, unit: Word = "", digits: int = 6) -> Field:
    """A column that holds a number."""

    def where(op: Op, values: Sequence[str], _at: datetime) -> Q:
        return Q(**{f"{column}__{'gte' if op == Op.AT_LEAST else 'lte'}": int(values[0])})

    return Field(code, label, (Op.AT_LEAST, Op.AT_MOST), where, unit=unit, digits=digits)


def days_since(code: str, label: Word, column: str, unit: Word) -> Field:
    """A column that holds a moment: so many days ago at least or at most; not set where it never was."""

    def where(op: Op, values: Sequence[str], at: datetime) -> Q:
        match op:
            case Op.IS_SET:
                return Q(**{f"{column}__isnull": False})
            case Op.IS_NOT_SET:
                return Q(**{f"{column}__isnull": True})
        edge = at - timedelta(days=int(values[0]))
        return Q(**{f"{column}__{'lte' if op == Op.AT_LEAST else 'gte'}": edge})

    return Field(code, label, (Op.AT_LEAST, Op.AT_MOST, Op.IS_SET, Op.IS_NOT_SET), where, unit=unit)


def _empty(column: str) -> Q:
    """Text columns are empty, references are null."""
    return Q(**{f"{column}__isnull": True}) if column.endswith("_id") else Q(**{column: ""})
