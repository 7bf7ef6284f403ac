"""The register: every model of this floor, each from its room."""

from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Supply
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.handover import Handover
from vedu.clients.hold_rule import HoldRule
from vedu.clients.imports.batch import ImportBatch
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.refused_row import RefusedRow
from vedu.clients.imports.run import ImportRun
from vedu.clients.ownership import Ownership
from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import BriefRule
from vedu.clients.requisites import Requisites
from vedu.clients.segments.segment import Segment

__all__ = [
    "Brief",
    "BriefRule",
    "ClaimLimit",
    "Client",
    "Competitor",
    "Contact",
    "ContactPoint",
    "ExternalId",
    "Handover",
    "HoldRule",
    "ImportBatch",
    "ImportRun",
    "Ownership",
    "RefusedRow",
    "Requisites",
    "Segment",
    "Supply",
]
