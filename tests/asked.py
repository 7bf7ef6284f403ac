"""What each test asks of SQLite, so that PostgreSQL is not asked the same again and again.

Every statement of a rule is tried there by two tests, of a page or an address of the API by one: those call rules and
draw what these answer. Where connections meet, a test is about the database and always runs on both.
"""

import json
import os
import re
from collections import Counter
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
ENOUGH_FOR_RULES, ENOUGH_FOR_PAGES = 2, 1
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
    asked, tried = _read(), Counter[str]()
    chosen: set[pytest.Item] = set()
    # What rules ask, pages need not; who asks much first, so that fewer are needed.
    for item in sorted(items, key=lambda item: (is_page(item), -len(asked.get(item.nodeid, ())))):
        statements = asked.get(item.nodeid)
        enough = ENOUGH_FOR_PAGES if is_page(item) else ENOUGH_FOR_RULES
        if is_about_the_database(item) or statements is None or any(tried[one] < enough for one in statements):
            chosen.add(item)
            tried.update(statements or ())
    return [item for item in items if item in chosen]


def is_page(item: pytest.Item) -> bool:
    return item.nodeid.split("/")[1] in PAGES


def is_about_the_database(item: pytest.Item) -> bool:
    meet = "transactional_db" in getattr(item, "fixturenames", ())
    return meet or any(item.get_closest_marker(mark) for mark in ("every_case", "postgres_only"))


def _read() -> dict[str, list[str]]:
    folder = os.environ.get(NAMED)
    files = sorted(Path(folder).glob("*.json")) if folder else []
    return {test: asked for file in files for test, asked in json.loads(file.read_text()).items()}
