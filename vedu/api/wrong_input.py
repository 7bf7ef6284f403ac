"""What pydantic finds wrong, as reasons in the person's language with codes of our own."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from vedu.foundation.refusal import Reason

# Beginnings of pydantic's types of error -> our code. The first that fits counts.
CODES = {
    "missing": "needed",
    "extra_forbidden": "unknown-field",
    "value_error": "value-wrong",
    "string_too_long": "too-long",
    "string_too_short": "value-empty",
    "string": "not-text",
    "int": "not-a-number",
    "bool": "not-true-or-false",
    "decimal": "not-a-sum",
    "datetime": "not-a-moment",
    "timezone": "not-a-moment",
    "date": "not-a-day",
    "less_than": "too-large",
    "greater_than": "too-small",
    "too_long": "too-many",
    "enum": "unknown-word",
    "literal": "unknown-word",
    "list": "not-a-list",
    "model": "not-an-object",
    "dict": "not-an-object",
}


def wrong_inputs(errors: Sequence[Mapping[str, Any]]) -> list[Reason]:
    return [_reason(error) for error in errors]


def field_of(location: Sequence[object]) -> str:
    """("body", "data", "value", "amount") -> "value.amount"; ("query", "limit") -> "limit"."""
    source, *path = location
    return ".".join(str(part) for part in (path[1:] if source == "body" else path)) or str(source)


def _reason(error: Mapping[str, Any]) -> Reason:
    kind, context = str(error["type"]), error.get("ctx", {})
    code = next((code for start, code in CODES.items() if kind.startswith(start)), "value-wrong")
    sentence = _sentences(context).get(code) or str(context.get("error") or error["msg"])
    return Reason(code, sentence, {"field": field_of(error["loc"])})


def _sentences(context: Mapping[str, Any]) -> dict[str, str]:
    most = context.get("le", context.get("lt", context.get("max_length")))
    least = context.get("ge", context.get("gt"))
    return {
        "needed": _("This field is needed."),
        "unknown-field": _("There is no such field here."),
        "too-long": _("At most %(most)s characters fit here.") % {"most": most},
        "value-empty": _("Enter a value."),
        "not-text": _("Send text here."),
        "not-a-number": _("Send a whole number here."),
        "not-true-or-false": _("Send true or false here."),
        "not-a-sum": _("Send a sum such as “1000.00” here, with at most two digits after the point."),
        "not-a-moment": _("Send a moment with its time zone here, such as 2026-11-24T09:00:00Z."),
        "not-a-day": _("Send a day here, such as 2026-11-24."),
        "too-large": _("It may be at most %(most)s.") % {"most": most},
        "too-small": _("It has to be at least %(least)s.") % {"least": least},
        "too-many": _("At most %(most)s may be given.") % {"most": most},
        "unknown-word": _("Use one of: %(allowed)s.") % {"allowed": context.get("expected", "")},
        "not-a-list": _("Send a list here."),
        "not-an-object": _("Send an object with named fields here."),
    }
