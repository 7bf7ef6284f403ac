"""The register: every model of this floor, each from its room."""

from vedu.clients.assignment.rule import AssignmentRule
from vedu.clients.assignment.specialisation import Specialisation
from vedu.clients.assignment.territory import Territory
from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Supply
from vedu.clients.consent.consent import Consent, Withdrawal
from vedu.clients.consent.erasure_act import ErasureAct
from vedu.clients.consent.opt_out import Lifting, OptOut
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.term import RequestTerm
from vedu.clients.consent.text import ConsentText
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.clients.duplicates.scan import DuplicateScan
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
from vedu.clients.merging.merge import Merge
from vedu.clients.ownership import Ownership
from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import BriefRule
from vedu.clients.reassignment.reassignment import Reassignment, ReassignmentRow
from vedu.clients.requisites import Requisites
from vedu.clients.sales_point import SalesPoint
from vedu.clients.segments.segment import Segment

__all__ = [
    "AssignmentRule",
    "BaseKindChange",
    "BaseMonth",
    "BaseNight",
    "ClaimLimit",
    "Client",
    "Consent",
    "ConsentText",
    "Brief",
    "BriefRule",
    "Competitor",
    "Contact",
    "ContactPoint",
    "DuplicateScan",
    "ErasureAct",
    "ExternalId",
    "Handover",
    "HoldRule",
    "ImportBatch",
    "ImportRun",
    "LifecycleChange",
    "Merge",
    "Lifting",
    "OptOut",
    "Ownership",
    "ProbablePair",
    "Reassignment",
    "ReassignmentRow",
    "RefusedRow",
    "RequestTerm",
    "Requisites",
    "RfmGroup",
    "RhythmRule",
    "SalesPoint",
    "Segment",
    "SubjectRequest",
    "Withdrawal",
    "Specialisation",
    "Territory",
    "Supply",
]
