"""The register: every model of this floor, each from its room."""

from vedu.integrations.enrichment.filling import Filling
from vedu.integrations.enrichment.party_answer import PartyAnswer

__all__ = ["Filling", "PartyAnswer"]
