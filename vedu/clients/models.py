"""The register: every model of this floor, each from its room."""

from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.handover import Handover
from vedu.clients.hold_rule import HoldRule
from vedu.clients.imports.batch import ImportBatch
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.refused_row import RefusedRow
from vedu.clients.imports.run import ImportRun
from vedu.clients.kinds.base_night import BaseMonth, BaseNight
from vedu.clients.kinds.change import BaseKindChange, LifecycleChange
from vedu.clients.kinds.rfm_group import RfmGroup
from vedu.clients.kinds.rhythm_rule import RhythmRule
from vedu.clients.ownership import Ownership
from vedu.clients.requisites import Requisites
from vedu.clients.sales_point import SalesPoint
from vedu.clients.segments.segment import Segment

__all__ = [
    "BaseKindChange",
    "BaseMonth",
    "BaseNight",
    "ClaimLimit",
    "Client",
    "Contact",
    "ContactPoint",
    "ExternalId",
    "Handover",
    "HoldRule",
    "ImportBatch",
    "ImportRun",
    "LifecycleChange",
    "Ownership",
    "RefusedRow",
    "Requisites",
    "RfmGroup",
    "RhythmRule",
    "SalesPoint",
    "Segment",
]
