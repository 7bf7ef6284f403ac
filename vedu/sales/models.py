"""The register: every model of this floor, each from its room."""

from vedu.sales.business_events.business_event import BusinessEvent, EventParticipant
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.event_deal import EventDeal
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.caller_tally import CallerTally
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.catalogue.attempt import CheckAttempt
from vedu.sales.catalogue.benefit_words import BenefitWord
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.check import KnowledgeCheck
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.knowledge import Benefit, Comparison, Doubt, ProductProperty, Proof
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.review import ProductReview
from vedu.sales.checklists.checklist import Checklist
from vedu.sales.checklists.filled_checklist import FilledChecklist
from vedu.sales.contact_policy.contact_rule import ContactRule
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.contact_policy.touch_cost import TouchCost
from vedu.sales.deals.closing import Closing, Reopening
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence import Evidence
from vedu.sales.deals.move import Move
from vedu.sales.deals.neglect import Neglect
from vedu.sales.deals.pipeline import Gate, Pipeline, Stage
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.deals.totals import StageTotal
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.item import InquiryItem
from vedu.sales.message_templates.message_template import MessageTemplate, MessageTemplateVersion
from vedu.sales.message_templates.profile import SellerProfile
from vedu.sales.message_templates.sent_message import SentMessage
from vedu.sales.objections.objection_action import ObjectionAction
from vedu.sales.objections.rebuttal import Rebuttal, RebuttalVersion
from vedu.sales.pins.pin import Pin
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.choice import PlaybookChoice
from vedu.sales.playbooks.playbook import Playbook, PlaybookUse, PlaybookVersion
from vedu.sales.reminders.overdue_rule import OverdueRule
from vedu.sales.reminders.reminder import Reminder
from vedu.sales.sequences.enrolment import Enrolment, EnrolmentStep
from vedu.sales.sequences.sequence import Sequence, SequenceStep, SequenceVersion
from vedu.sales.sequences.stop import SequenceStop
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.signals.signal_mark import SignalMark
from vedu.sales.talk.argument import DealArgument
from vedu.sales.talk.committee import CommitteeMember
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection
from vedu.sales.talk.reply import Reply
from vedu.sales.time_budgets.time_budget import TimeBudget
from vedu.sales.touches.reorder import Reorder
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch
from vedu.sales.visits.visit import Visit
from vedu.sales.visits.visit_list import VisitList

__all__ = [
    "Answer",
    "Benefit",
    "BenefitWord",
    "BusinessEvent",
    "CallAttempt",
    "CallerTally",
    "CallingList",
    "Category",
    "CheckAttempt",
    "BuyingSignal",
    "Checklist",
    "Closing",
    "CommitteeMember",
    "Comparison",
    "ContactPreference",
    "TouchCost",
    "ContactRule",
    "Deal",
    "DealArgument",
    "DealProduct",
    "Doubt",
    "Encounter",
    "Enrolment",
    "EnrolmentStep",
    "EventDeal",
    "EventParticipant",
    "Evidence",
    "FilledChecklist",
    "Gate",
    "Inquiry",
    "InquiryItem",
    "KnowledgeCheck",
    "MessageTemplate",
    "MessageTemplateVersion",
    "Move",
    "Need",
    "Neglect",
    "Objection",
    "ObjectionAction",
    "OverdueRule",
    "Pin",
    "Pipeline",
    "Playbook",
    "PlaybookChoice",
    "PlaybookUse",
    "PlaybookVersion",
    "Product",
    "ProductProperty",
    "ProductReview",
    "Proof",
    "QueuedClient",
    "Rebuttal",
    "RebuttalVersion",
    "RefusalReason",
    "Reminder",
    "Reopening",
    "Reorder",
    "Reply",
    "SellerProfile",
    "SentMessage",
    "Sequence",
    "SequenceStep",
    "SequenceStop",
    "SequenceVersion",
    "SignalMark",
    "Stage",
    "StageTotal",
    "Task",
    "TimeBudget",
    "Touch",
    "Visit",
    "VisitList",
]
