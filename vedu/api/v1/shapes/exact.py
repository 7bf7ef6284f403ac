"""Values are taken as they are described: what pydantic would kindly make of others hides a mistake of the caller."""

import re
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d")


def exact(schema: CoreSchema) -> CoreSchema:
    """In a body 0 is not false, true is not 1 and "5" is not 5. A query is text, so there they may be."""
    _make_exact(schema)
    return schema


def written_day(value: object) -> object:
    """A number would be taken for seconds since 1970."""
    if isinstance(value, str) and not DAY.fullmatch(value):
        raise PydanticCustomError("date_parsing", "not a day")
    return _no_number(value, "date_type")


def written_moment(value: object) -> object:
    if isinstance(value, str) and not MOMENT.match(value):
        raise PydanticCustomError("datetime_parsing", "not a moment")
    return _no_number(value, "datetime_type")


def whole(value: object) -> object:
    """5.0 is a whole number in JSON."""
    if isinstance(value, bool | str):
        raise PydanticCustomError("int_type", "not a number")
    return value


def _no_number(value: object, kind: str) -> object:
    if isinstance(value, int | float):
        raise PydanticCustomError(kind, "a number")
    return value


def _make_exact(part: Any) -> None:
    if isinstance(part, dict):
        _make_exact_here(part)
    elif isinstance(part, list | tuple):
        for inner in part:
            _make_exact(inner)


def _make_exact_here(part: dict[str, Any]) -> None:
    if part.get("type") == "int":
        number: Any = dict(part)
        part.clear()
        part.update(core_schema.no_info_before_validator_function(whole, number))
        return
    if part.get("type") == "bool":
        part["strict"] = True
    for inner in part.values():
        _make_exact(inner)
