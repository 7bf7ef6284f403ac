"""Which provider this installation asks: by its settings, none until a key is set."""

from django.conf import settings

from vedu.integrations.enrichment.dadata import DaData
from vedu.integrations.enrichment.fixture import Fixture
from vedu.integrations.enrichment.provider import Provider


def chosen_provider() -> Provider | None:
    """VEDU_ENRICHMENT: "fixture", "dadata", "off"; without it DaData as soon as there is a key."""
    match settings.ENRICHMENT:
        case "fixture":
            return Fixture()
        case "" | "dadata" if settings.DADATA_KEY:
            return DaData(settings.DADATA_KEY, settings.DADATA_SECRET, settings.DADATA_URL)
    return None
