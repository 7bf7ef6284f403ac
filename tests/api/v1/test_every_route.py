"""What holds for every route alike, taken from the OpenAPI description: a new route is in at once."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.api.caller import ROOT, Caller
from tests.cast import Cast
from tests.sales.calling.queues import queue
from vedu.api.problems import MEDIA_TYPE
from vedu.api.v1.api import api
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.visits.visit_list import VisitList

PATHS = json.loads(json.dumps(api.get_openapi_schema()))["paths"]
ROUTES = [(method.upper(), path) for path, methods in PATHS.items() for method in methods]
CHANGES = [(method, path) for method, path in ROUTES if method != "GET"]
# What is everybody's own.
OWN = {
    "/api/v1/notices/reads",
    "/api/v1/users/me/notice-choice",
    "/api/v1/users/me/calendar-feed",
    "/api/v1/me/profile",
}
PAGED = [
    path
    for path, methods in PATHS.items()
    if "cursor" in {parameter["name"] for parameter in methods.get("get", {}).get("parameters", [])}
    and "imports/{id}" not in path
]
WITH_BODY = [
    (method, path)
    for method, path in CHANGES
    if "application/json" in PATHS[path][method.lower()].get("requestBody", {}).get("content", {})
]


def address(path: str, pk: int = 1) -> str:
    return path.replace("{id}", str(pk))


def named(route: object) -> str:
    return " ".join(route) if isinstance(route, tuple) else str(route)


@pytest.mark.parametrize("route", ROUTES, ids=named)
def test_a_stranger_gets_nothing(db: None, route: tuple[str, str]) -> None:
    method, path = route
    answer = Client().generic(method, address(path), "{}", "application/json")
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == MEDIA_TYPE


@pytest.mark.parametrize("route", CHANGES, ids=named)
def test_a_session_changes_nothing_without_its_csrf_token(cast: Cast, route: tuple[str, str]) -> None:
    method, path = route
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.adam)
    assert browser.generic(method, address(path), "{}", "application/json").status_code == 403


@pytest.mark.parametrize("route", [route for route in CHANGES if route[1] not in OWN], ids=named)
def test_an_accountant_changes_nothing(cast: Cast, boris: Caller, route: tuple[str, str]) -> None:
    method, path = route
    answer = boris.call(method, address(path).removeprefix(ROOT), {})
    assert answer.status in {403, 404, 409, 422}


@pytest.mark.parametrize("route", WITH_BODY, ids=named)
def test_a_field_that_does_not_exist_is_refused(cast: Cast, route: tuple[str, str]) -> None:
    method, path = route
    refused = Caller(cast.adam).call(method, address(path).removeprefix(ROOT), {"no_such_field": 1})
    assert refused.status == 422
    assert "no_such_field" in [error["field"] for error in refused.body["errors"]]


@pytest.mark.parametrize("route", WITH_BODY, ids=named)
def test_a_body_that_is_no_json_is_refused(anna: Caller, route: tuple[str, str]) -> None:
    method, path = route
    answer = anna.client.generic(method, address(path), "{", "application/json", headers=anna.headers)
    assert answer.status_code == 400


@pytest.mark.every_case
@pytest.mark.parametrize("path", PAGED)
def test_every_list_is_paged_alike(cast: Cast, path: str) -> None:
    adam = Caller(cast.adam)
    short = address(path, one_of(path, cast)).removeprefix(ROOT)
    listed = adam.get(short, limit=1, total="true")
    assert listed.status == 200
    assert len(listed.body["items"]) <= 1
    assert (listed.body["next_cursor"] is None) == (listed.body["total"] <= 1)
    assert adam.get(short, limit=201).codes == ["too-large"]
    assert adam.get(short, cursor="nonsense").codes == ["cursor-wrong"]
    assert adam.get(short, no_such_parameter=1).codes == ["unknown-field"]


def one_of(path: str, cast: Cast) -> int:
    """The id of what the list is of."""
    deal = cast.at_stage(1)
    match path.removeprefix(ROOT).split("/")[1]:
        case "companies":
            return deal.client_id
        case "objections":
            return cast.object_to(deal).pk
        case "business-events":
            today = timezone.localdate()
            return BusinessEvent.plan(by=cast.sergey, name="Fair", starts_on=today, ends_on=today).pk
        case "visit-lists":
            return VisitList.plan(by=cast.sergey, title="Around", on=timezone.localdate()).pk
        case "calling-lists":
            return queue(cast, 1).pk
        case "touches":
            return deal.log_touch(by=deal.owner, channel="call", text="Agreed to talk").pk
        case _:
            return deal.pk


@pytest.mark.parametrize("route", [route for route in ROUTES if "{id}" in route[1]], ids=named)
def test_what_does_not_exist_is_not_found(cast: Cast, route: tuple[str, str]) -> None:
    method, path = route
    url = address(path, 987_654).removeprefix(ROOT) + query_of(method, path)
    answer = Caller(cast.adam).call(method, url, body_of(method, path))
    assert answer.status == 404, answer.body


def body_of(method: str, path: str) -> dict[str, object]:
    """A body that is right in its shape, made from the description."""
    content = PATHS[path][method.lower()].get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    schema = next((one for one in schema.get("anyOf", []) if "$ref" in one), schema)
    shape = api.get_openapi_schema()["components"]["schemas"].get(schema.get("$ref", "").split("/")[-1], {})
    return {name: sample(name, shape["properties"][name]) for name in shape.get("required", [])}


def query_of(method: str, path: str) -> str:
    """What an address cannot do without."""
    needed = [one for one in PATHS[path][method.lower()].get("parameters", []) if one["in"] == "query"]
    return "?" + "&".join(f"{one['name']}=1" for one in needed if one.get("required"))


def sample(name: str, schema: dict) -> object:
    if "$ref" in schema:
        return api.get_openapi_schema()["components"]["schemas"][schema["$ref"].split("/")[-1]]["enum"][0]
    if schema.get("format") == "date":
        return (timezone.localdate() + timedelta(days=7)).isoformat()
    return {"integer": 1, "string": "text", "boolean": True, "object": {}, "array": []}[schema.get("type", "string")]
