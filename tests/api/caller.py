"""A person at the API. Every answer is checked against the OpenAPI description."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import resolve
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from vedu.api.problems import MEDIA_TYPE
from vedu.api.v1.api import api
from vedu.foundation.people.token import ApiToken
from vedu.foundation.people.user import User

Body = dict[str, Any]
ROOT = "/api/v1"
DESCRIPTION = "urn:vedu:api"


@dataclass(frozen=True)
class Answer:
    status: int
    body: Body
    headers: dict[str, str]

    @property
    def codes(self) -> list[str]:
        """Codes of what is missing or of the reasons."""
        return [reason["code"] for reason in self.body.get("missing", self.body.get("reasons", []))]

    @property
    def ids(self) -> list[int]:
        return [item["id"] for item in self.body["items"]]


class Caller:
    """Calls with the token of ``user``; without one, as a stranger."""

    def __init__(self, user: User | None, language: str = "en") -> None:
        self.headers = {"accept-language": language} if language else {}
        if user is not None:
            self.headers["authorization"] = f"Bearer {ApiToken.issue(user)}"
        self.client = Client()

    def get(self, path: str, **query: object) -> Answer:
        return self.call("GET", path, query=query)

    def post(self, path: str, body: object = None, *, key: str = "") -> Answer:
        return self.call("POST", path, body, key=key)

    def patch(self, path: str, body: object, *, key: str = "") -> Answer:
        return self.call("PATCH", path, body, key=key)

    def delete(self, path: str, *, key: str = "", **query: object) -> Answer:
        return self.call("DELETE", path, query=query, key=key)

    def call(self, method: str, path: str, body: object = None, *, query: Body | None = None, key: str = "") -> Answer:
        headers = self.headers | ({"idempotency-key": key} if key else {})
        content = "" if body is None else json.dumps(body, default=str)
        response = self.client.generic(
            method, ROOT + path, content, "application/json", headers=headers, query_params=query
        )
        return checked(method, path, response)


def checked(method: str, path: str, response: HttpResponse) -> Answer:
    """Reads the answer, after making sure that it looks as described."""
    answer = Answer(response.status_code, json.loads(response.content or "{}"), dict(response.headers))
    if answer.status >= 400:
        assert answer.headers["Content-Type"] == MEDIA_TYPE
        validator("Problem").validate(answer.body)
        assert answer.body["status"] == answer.status
    elif answer.status != 204:
        validator(method.lower(), route_of(path), str(answer.status)).validate(answer.body)
    return answer


def route_of(path: str) -> str:
    """The described path that serves this address."""
    return "/" + resolve(ROOT + path).route.replace("<int:pk>", "{id}")


@cache
def described() -> Resource:
    """The description, read once: each answer points into it."""
    return DRAFT202012.create_resource(json.loads(json.dumps(api.get_openapi_schema())))


@cache
def registry() -> Registry:
    return Registry().with_resource(DESCRIPTION, described()).crawl()


@cache
def validator(*place: str) -> Validator:
    """Of a component by its name, or of the answer of (method, path, status)."""
    if len(place) == 1:
        way = ("components", "schemas", place[0])
    else:
        method, path, status = place
        way = ("paths", path, method, "responses", status, "content", "application/json", "schema")
    pointer = "/".join(part.replace("~", "~0").replace("/", "~1") for part in way)
    return Draft202012Validator({"$ref": f"{DESCRIPTION}#/{pointer}"}, registry=registry())
