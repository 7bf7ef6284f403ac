"""What the tests of filling by ИНН share: a server in DaData's shape, words in English."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from pytest_django import Settings

from tests.integrations.enrichment.dadata_server import DaDataServer, dadata_server


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def dadata(settings: Settings) -> Iterator[DaDataServer]:
    """This installation asks it."""
    with dadata_server() as server:
        settings.ENRICHMENT, settings.DADATA_URL = "", server.url
        settings.DADATA_KEY, settings.DADATA_SECRET = "the-key", "the-secret"
        yield server


@pytest.fixture
def offline(settings: Settings) -> None:
    """This installation asks the fixture."""
    settings.ENRICHMENT = "fixture"
