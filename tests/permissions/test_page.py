"""docs/permissions.md tells how many addresses and cells are asserted."""

import re
from pathlib import Path

import pytest

from tests.permissions.matrix import counts

PAGE = Path(__file__).parents[2] / "docs" / "permissions.md"
pytestmark = [pytest.mark.docs, pytest.mark.sqlite_only]


def test_the_page_tells_the_right_numbers() -> None:
    found = counts()
    told = re.search(r"(\d+) routes, (\d+) cells", PAGE.read_text())
    assert told is not None
    assert (int(told[1]), int(told[2])) == (found.routes, found.cells)
    assert found.people == 7
