"""The register: every model of this floor, each from its room."""

from vedu.clients.assignment.rule import AssignmentRule
from vedu.clients.assignment.specialisation import Specialisation
from vedu.clients.assignment.territory import Territory
from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.handover import Handover
from vedu.clients.imports.batch import ImportBatch
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.refused_row import RefusedRow
from vedu.clients.imports.run import ImportRun
from vedu.clients.ownership import Ownership
from vedu.clients.reassignment.reassignment import Reassignment, ReassignmentRow
from vedu.clients.requisites import Requisites
from vedu.clients.segments.segment import Segment

__all__ = [
    "AssignmentRule",
    "ClaimLimit",
    "Client",
    "Contact",
    "ContactPoint",
    "ExternalId",
    "Handover",
    "ImportBatch",
    "ImportRun",
    "Ownership",
    "Reassignment",
    "ReassignmentRow",
    "RefusedRow",
    "Requisites",
    "Segment",
    "Specialisation",
    "Territory",
]
