"""The OpenAPI 3.1 description: what ninja finds in the operations, and what holds for all of them."""

import json
import re
from copy import deepcopy
from typing import Any

from pydantic import BaseModel

from vedu.api.once import KEY, LONGEST_KEY
from vedu.api.problems import MEDIA_TYPE

DESCRIPTION = """
The REST API of Vedu over the same verbs and the same visibility as its pages.

Sign in with `Authorization: Bearer TOKEN`; `vedu token LOGIN` prints a token. Lists answer
`{"items": […], "next_cursor": …}`; errors are problem details (RFC 9457); moments are UTC, money is text with its
currency. Every request that changes something takes an `Idempotency-Key`.
"""
PROBLEM_REF = {"$ref": "#/components/schemas/Problem"}
PROBLEM = {"description": "A problem (RFC 9457)", "content": {MEDIA_TYPE: {"schema": PROBLEM_REF}}}
KEY_PARAMETER = {
    "in": "header",
    "name": KEY,
    "required": False,
    "description": "The same key with the same request gets the first answer again and does nothing",
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY},
}


class Reason(BaseModel):
    """``code`` is stable; other members are facts of this code, such as ``owner_name``."""

    code: str
    sentence: str


class WrongField(BaseModel):
    field: str
    sentence: str


class Problem(BaseModel):
    """``missing`` lists what has to be known first; ``reasons`` why a rule refuses; ``errors`` wrong fields."""

    type: str
    title: str
    status: int
    detail: str
    missing: list[Reason] | None = None
    reasons: list[Reason] | None = None
    errors: list[WrongField] | None = None


def complete(description: dict[str, Any]) -> dict[str, Any]:
    """Adds to each operation the problem it may answer with, and the key to each that changes something."""
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    description["components"]["schemas"] |= schema.pop("$defs") | {"Problem": schema}
    description["paths"] = {path.replace("{pk}", "{id}"): each for path, each in description["paths"].items()}
    for methods in description["paths"].values():
        for method, operation in methods.items():
            _complete_operation(method, operation)
    description["servers"] = [{"url": "/"}]
    description["info"]["license"] = {"name": "Apache-2.0", "identifier": "Apache-2.0"}
    _leave_out_unused(description)
    return description


def _leave_out_unused(description: dict[str, Any]) -> None:
    """The models of queries are described as parameters one by one; nothing points at them."""
    schemas = description["components"]["schemas"]
    while unused := set(schemas) - set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(description))):
        for name in unused:
            del schemas[name]


def _complete_operation(method: str, operation: dict[str, Any]) -> None:
    operation["responses"] = {str(status): each for status, each in operation["responses"].items()}
    operation["responses"]["default"] = deepcopy(PROBLEM)
    if method != "get":
        operation["parameters"].append(deepcopy(KEY_PARAMETER))
    for parameter in operation["parameters"]:
        parameter["name"] = "id" if parameter["name"] == "pk" else parameter["name"]
