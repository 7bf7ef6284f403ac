"""The OpenAPI description is valid 3.1 and says everything; the page of docs works offline."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from openapi_spec_validator import OpenAPIV31SpecValidator

from vedu.api.wrong_input import CODES
from vedu.sales.deals.evidence_kind import EvidenceKind

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "api.md").read_text()
SPOKEN_HERE = ("clients/**/*.py", "sales/**/*.py", "insight/**/*.py", "api/**/*.py", "foundation/people/user.py")


@pytest.fixture
def description(db: None) -> dict:
    return Client().get("/api/v1/openapi.json").json()


def operations(description: dict) -> Iterator[tuple[str, str, dict]]:
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


@pytest.mark.docs
def test_the_description_is_valid(description: dict) -> None:
    assert description["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(description).validate()


def test_the_names_that_others_rely_on_are_there(description: dict) -> None:
    names = {f"{method} {path}" for method, path, _ in operations(description)}
    assert {
        "get /api/v1/deals",
        "get /api/v1/pipelines",
        "post /api/v1/companies",
        "post /api/v1/deals",
        "post /api/v1/companies/{id}/ownership",
        "post /api/v1/deals/{id}/moves",
        "post /api/v1/deals/{id}/closings",
    } <= names


def test_every_operation_says_what_it_does_and_how_it_fails(description: dict) -> None:
    for _, path, operation in operations(description):
        assert operation["description"], path
        assert "application/problem+json" in operation["responses"]["default"]["content"]
        assert operation["security"] == [{"Token": []}, {"Session": []}]


def test_every_change_takes_a_key(description: dict) -> None:
    for method, path, operation in operations(description):
        named = [parameter["name"] for parameter in operation["parameters"]]
        assert ("Idempotency-Key" in named) == (method != "get"), path


def test_every_list_is_paged_or_says_that_it_ends(description: dict) -> None:
    shapes = description["components"]["schemas"]
    for method, path, operation in operations(description):
        if method == "get":
            content = operation["responses"]["200"]["content"]
            if "application/json" not in content:  # a file
                continue
            schema = content["application/json"]["schema"]
            properties = shapes[schema["$ref"].split("/")[-1]]["properties"]
            assert ("items" in properties) == ("next_cursor" in properties), path


def test_every_operation_has_a_name_of_its_own(description: dict) -> None:
    names = [operation["operationId"] for _, _, operation in operations(description)]
    assert len(names) == len(set(names))


def test_the_docs_need_no_network(db: None) -> None:
    page = Client().get("/api/docs").content.decode()
    assert "://" not in page.replace("http://www.w3.org", "")
    for asset in re.findall(r'(?:src|href)="/static/([^"]+)"', page):
        assert finders.find(asset), asset


@pytest.mark.docs
def test_every_code_of_a_reason_is_documented() -> None:
    told = {*codes(), *CODES.values(), *EvidenceKind.values}
    assert sorted(code for code in told if f"`{code}`" not in DOCS) == []


def codes() -> Iterator[str]:
    """First arguments of Reason(…), second ones of invalid(…)."""
    for file in (file for pattern in SPOKEN_HERE for file in (ROOT / "vedu").glob(pattern)):
        for call in ast.walk(ast.parse(file.read_text())):
            name = getattr(call.func, "id", "") if isinstance(call, ast.Call) else ""
            place = {"Reason": 0, "invalid": 1}.get(name)
            if place is not None and isinstance(code := call.args[place], ast.Constant):
                yield str(code.value)
