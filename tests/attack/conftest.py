"""The cast at the API: one caller for each place from which a person looks."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast


@pytest.fixture
def anna(cast: Cast) -> Caller:
    """A seller; what the tests make is hers."""
    return Caller(cast.anna)


@pytest.fixture
def igor(cast: Cast) -> Caller:
    """Her teammate: sees her work."""
    return Caller(cast.igor)


@pytest.fixture
def sergey(cast: Cast) -> Caller:
    """Her head."""
    return Caller(cast.sergey)


@pytest.fixture
def olga(cast: Cast) -> Caller:
    """A seller of another team."""
    return Caller(cast.olga)


@pytest.fixture
def boris(cast: Cast) -> Caller:
    """The accountant: sees everything, changes nothing."""
    return Caller(cast.boris)


@pytest.fixture
def stranger(db: None) -> Caller:
    return Caller(None)
