"""Every address by everybody: what each gets, and that who stands outside reads and changes nothing of Anna's."""

from collections.abc import Mapping

import pytest

from tests.permissions import matrix
from tests.permissions.routes import Route, every_route, rooms
from tests.permissions.trying import OUTSIDE, Cell, Trier

Tried = Mapping[Route, Mapping[str, Cell]]
pytestmark = [pytest.mark.sqlite_only, pytest.mark.django_db]  # who may what is decided in Python and by plain filters

# What a person outside may read of Anna's, and why.
TOLD = {
    "GET /calendar/<str:secret>.ics": "DAY-4: the secret address is the key; here everybody has it",
    "POST /api/v1/companies/{id}/handovers": "OWN-2: who has asked for a client, and is in its history, reads its name",
}
# What he may bring about beside her things, and why.
CHANGED = {
    "POST /clients/<int:pk>/handovers": "OWN-2: anybody who sells may ask for a client",
    "POST /api/v1/companies/{id}/handovers": "OWN-2: the same",
    "POST /inquiry/": "DAY-5: who comes to the counter is passed on to the colleague who leads him",
}


@pytest.fixture(scope="module", params=rooms())
def tried(request: pytest.FixtureRequest, trier: Trier) -> Tried:
    """All routes of one room; each is tried once for all tests."""
    return {route: trier.row(route) for route in every_route() if route.room == request.param}


def test_every_cell_is_as_it_was_reviewed(tried: Tried) -> None:
    if matrix.IS_WRITTEN:
        matrix.write({route: {name: cell.value for name, cell in row.items()} for route, row in tried.items()})
        return
    faults = [
        f"{route.name}: {name} gets {cell.value}, the matrix says {matrix.reviewed()[route.name][name]}"
        for route, row in tried.items()
        for name, cell in row.items()
        if route.name in matrix.reviewed() and cell.value != matrix.reviewed()[route.name][name]
    ]
    assert not faults, said(faults)


def test_nothing_fails(tried: Tried) -> None:
    faults = [f"{route.name} by {name}" for route, row in tried.items() for name in row if row[name].value[0] == "5"]
    assert not faults, said(faults)


def test_who_stands_outside_reads_nothing_of_hers(tried: Tried) -> None:
    faults = [
        f"{route.name} tells {name}: {', '.join(sorted(row[name].told))}"
        for route, row in tried.items()
        for name in OUTSIDE
        if row[name].told and route.name not in TOLD
    ]
    assert not faults, said(faults)


def test_who_stands_outside_changes_nothing_of_hers(tried: Tried) -> None:
    faults = [
        f"{route.name} by {name} changes {', '.join(sorted(row[name].changed))}"
        for route, row in tried.items()
        for name in OUTSIDE
        if row[name].changed and route.name not in CHANGED
    ]
    assert not faults, said(faults)


def said(faults: list[str]) -> str:
    return "\n".join(faults)
