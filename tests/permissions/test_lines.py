"""The matrix and the configuration name the same addresses."""

import pytest

from tests.permissions.matrix import PEOPLE, reviewed
from tests.permissions.routes import every_route

pytestmark = [pytest.mark.sqlite_only, pytest.mark.django_db]


def test_every_route_has_its_line() -> None:
    missing = [route.name for route in every_route() if route.name not in reviewed()]
    assert not missing, f"Write the matrix anew (CONTRIBUTING.md) and review these lines: {missing}"


def test_every_line_has_its_route() -> None:
    gone = reviewed().keys() - {route.name for route in every_route()}
    assert not gone, f"Lines of tests/permissions/matrix.txt without an address: {sorted(gone)}"


def test_every_line_has_a_cell_for_everybody() -> None:
    assert {tuple(row) for row in reviewed().values()} == {PEOPLE}
