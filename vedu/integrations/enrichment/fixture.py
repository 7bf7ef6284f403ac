"""A provider that works offline: made-up companies in DaData's shape, for trying out, demonstration and tests."""

from typing import Any, ClassVar

from vedu.integrations.enrichment.dadata_shape import party_in
from vedu.integrations.enrichment.fixture_parties import PARTIES
from vedu.integrations.enrichment.party import PartyFacts


class Fixture:
    code: ClassVar[str] = "fixture"
    is_local: ClassVar[bool] = True

    def find(self, inn: str, kpp: str = "") -> PartyFacts | None:
        """By ИНН the head office, with a КПП the branch that has it."""
        found = [party for party in PARTIES if _is_asked(party["data"], inn, kpp)]
        return party_in({"suggestions": found[:1]})


def _is_asked(data: dict[str, Any], inn: str, kpp: str) -> bool:
    return bool(data["inn"] == inn and (not kpp or data["kpp"] == kpp))
