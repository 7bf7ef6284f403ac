"""The reviewed matrix: a line an address, a cell a person. Written anew by WRITE_MATRIX=1, read in the diff."""

import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.permissions.routes import Route, every_route

FILE = Path(__file__).with_name("matrix.txt")
PEOPLE = ("owner", "teammate", "head", "outsider", "caller", "accountant", "anonymous")
IS_WRITTEN = bool(os.environ.get("WRITE_MATRIX"))
HEAD = """\
# Who gets what at every address (tests/permissions/). Anna, the owner, is a seller; all ids are of what is hers.
# Igor is her teammate, Sergey the head of both; Olga sells in another team, Clara calls there; Boris is the accountant.
# 200 201 202 204 done or shown, 302 done and on to a page, 403 not allowed, 404 not there for this person,
# 405 the address knows another method only, 409 refused by a rule, 422 allowed, but what was sent is not enough.
"""
Row = Mapping[str, str]


class Counts(NamedTuple):
    routes: int
    people: int
    cells: int


def counts() -> Counts:
    routes = len(every_route())
    return Counts(routes, len(PEOPLE), routes * len(PEOPLE))


@cache
def reviewed() -> dict[str, dict[str, str]]:
    """Of every line by the name of its route."""
    lines = FILE.read_text().splitlines() if FILE.exists() else []
    return dict(_read(line) for line in lines if line and line[0] not in "#[")


def write(found: Mapping[Route, Row]) -> None:
    """These lines anew, the others as they were; lines without a route go."""
    rows = reviewed()
    rows.update({route.name: dict(row) for route, row in found.items()})
    FILE.write_text(HEAD + "".join(_written(every_route(), rows)))


def _written(routes: Iterable[Route], rows: Mapping[str, Row]) -> Iterable[str]:
    room = ""
    for route in routes:
        if route.room != room:
            room = route.room
            yield f"\n[{room}]\n"
        if route.name in rows:
            cells = "  ".join(f"{name} {rows[route.name][name]}" for name in PEOPLE)
            yield f"{route.method:<6} {route.address:<64} {cells}\n"


def _read(line: str) -> tuple[str, dict[str, str]]:
    method, address, *cells = line.split()
    return f"{method} {address}", dict(zip(cells[::2], cells[1::2], strict=True))
