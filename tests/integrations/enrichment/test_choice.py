import pytest
from pytest_django import Settings

from vedu.integrations.enrichment.choice import chosen_provider


@pytest.mark.parametrize(
    ("word", "key", "provider"),
    [
        ("", "", None),
        ("", "key", "dadata"),
        ("dadata", "key", "dadata"),
        ("dadata", "", None),
        ("fixture", "", "fixture"),
        ("fixture", "key", "fixture"),
        ("off", "key", None),
    ],
)
def test_the_settings_choose(settings: Settings, word: str, key: str, provider: str | None) -> None:
    settings.ENRICHMENT, settings.DADATA_KEY = word, key
    chosen = chosen_provider()
    assert (chosen.code if chosen else None) == provider
