"""One condition of a segment, read from JSON and asked of the base."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Self

from django.db.models import Q
from django.utils.translation import gettext as _

from vedu.clients.segments.field import Field, Op, fields
from vedu.foundation.refusal import Invalid, Reason

MOST_VALUES = 200
NUMBER_OPS = frozenset({Op.AT_LEAST, Op.AT_MOST})
BARE_OPS = frozenset({Op.IS_SET, Op.IS_NOT_SET})


class Condition(NamedTuple):
    """``values`` are words or one number as text."""

    field: str
    op: Op
    values: tuple[str, ...]

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Self:
        """Raises Invalid for a field, an operation or a value that is not known."""
        field = fields().get(str(given.get("field", "")))
        if field is None:
            raise _wrong(_("There is no such fact of a client: %(what)s.") % {"what": given.get("field", "")})
        op = next((known for known in field.ops if known == given.get("op")), None)
        if op is None:
            raise _wrong(_("“%(field)s” cannot be compared like that.") % {"field": field.label})
        said = given.get("values", [])
        values = tuple(dict.fromkeys(str(value).strip() for value in ([said] if isinstance(said, str | int) else said)))
        return cls(field.code, op, cls._checked(field, op, values))

    @classmethod
    def kept(cls, given: Mapping[str, Any]) -> Self:
        """As it was read and kept before."""
        return cls(given["field"], Op(given["op"]), tuple(given["values"]))

    @staticmethod
    def _checked(field: Field, op: Op, values: tuple[str, ...]) -> tuple[str, ...]:
        if op in BARE_OPS:
            return ()
        if not values or len(values) > MOST_VALUES:
            raise _wrong(_("Choose at least one value for “%(field)s”, at most 200.") % {"field": field.label})
        if op in NUMBER_OPS and not (len(values) == 1 and values[0].isdecimal() and len(values[0]) <= field.digits):
            raise _wrong(_("“%(field)s” takes a whole number.") % {"field": field.label})
        return values

    def as_json(self) -> dict[str, Any]:
        return {"field": self.field, "op": str(self.op), "values": list(self.values)}

    def where(self, at: datetime) -> Q:
        return fields()[self.field].where(self.op, self.values, at)


def read_all(given: Sequence[Mapping[str, Any]]) -> list[Condition]:
    """Every fault is told at once. Raises Invalid."""
    found: list[Condition] = []
    faults: list[Reason] = []
    for one in given:
        try:
            found.append(Condition.read(one))
        except Invalid as wrong:
            faults += wrong.reasons
    if faults:
        raise Invalid(*faults)
    return found


def _wrong(sentence: str) -> Invalid:
    return Invalid(Reason("condition-wrong", sentence, {"field": "conditions"}))
