"""Reads the body and the query of a request."""

import json
from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

NUL = "\x00"


class WrongMediaType(Exception):
    """The body is not declared as JSON."""


class JsonParser(Parser):
    """JSON alone, declared as such. No NUL: PostgreSQL cannot keep it."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        if request.content_type not in {"application/json", ""}:
            raise WrongMediaType(request.content_type)
        body: dict[str, Any] = read_json(request.body.decode())
        return body

    def parse_querydict(
        self, data: "MultiValueDict[str, Any]", list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        values = super().parse_querydict(data, list_fields, request)
        return {name: value.replace(NUL, "") if isinstance(value, str) else value for name, value in values.items()}


def read_json(text: str) -> Any:
    """Raises ValueError for what is no JSON, and for text in it that no database can keep: NUL, half a character."""
    if "\\u0000" in text or NUL in text:
        raise ValueError("NUL in the text")
    try:
        value = json.loads(text, parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if "\\ud" in text.lower():
        json.dumps(value, ensure_ascii=False).encode()
    return value


def _refuse(constant: str) -> None:
    """NaN and the infinities are not JSON."""
    raise ValueError(constant)
