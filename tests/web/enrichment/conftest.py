"""The pages ask the fixture."""

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def offline(settings: Settings) -> None:
    settings.ENRICHMENT = "fixture"
