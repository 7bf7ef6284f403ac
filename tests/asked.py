"""What each test asks of SQLite, so that no page asks PostgreSQL the same again.

A rule can differ on PostgreSQL wherever it is tested, so all rules are tried there. Pages and addresses of the API call
rules and draw what these answer: one is tried there when it asks a statement that no test before it has asked.
"""

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

NAMED = "VEDU_TEST_ASKED"  # the folder where each process of the section on SQLite leaves its notes
PAGES = {"web", "api"}
SAME = re.compile(r"(%s|\?)(, (%s|\?))+|\d+")  # a list of any length; the number of a savepoint

_asked: dict[str, set[str]] = {}


@contextmanager
def noted(test: str) -> Iterator[None]:
    """Statements of this thread till the end of the block."""
    statements = _asked.setdefault(test, set())

    def note(execute: Callable[..., Any], sql: object, parameters: object, many: bool, context: object) -> Any:
        statements.add(fingerprint(str(sql)))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(note):
        yield


@cache
def fingerprint(sql: str) -> str:
    return blake2b(SAME.sub("?", sql).encode(), digest_size=8).hexdigest()


def write_down() -> None:
    if folder := os.environ.get(NAMED):
        notes = {test: sorted(statements) for test, statements in _asked.items()}
        Path(folder, f"{os.getpid()}.json").write_text(json.dumps(notes))


def that_ask_anew(items: list[pytest.Item]) -> list[pytest.Item]:
    """All of them when there are no notes: without the section on SQLite, on PostgreSQL runs everything."""
    known: set[str] = set()
    asked = _read()
    for item in items:
        if not is_page(item):
            known.update(asked.get(item.nodeid, ()))
    return [item for item in items if not is_page(item) or _is_new(item, asked.get(item.nodeid), known)]


def is_page(item: pytest.Item) -> bool:
    """Where connections meet, a test is about the database."""
    meet = "transactional_db" in getattr(item, "fixturenames", ())
    marked = any(item.get_closest_marker(mark) for mark in ("every_case", "postgres_only"))
    return not meet and not marked and item.nodeid.split("/")[1] in PAGES


def _is_new(item: pytest.Item, asked: list[str] | None, known: set[str]) -> bool:
    """A test without notes may ask anything."""
    if asked is not None and known.issuperset(asked):
        return False
    known.update(asked or ())
    return True


def _read() -> dict[str, list[str]]:
    folder = os.environ.get(NAMED)
    files = sorted(Path(folder).glob("*.json")) if folder else []
    return {test: asked for file in files for test, asked in json.loads(file.read_text()).items()}
