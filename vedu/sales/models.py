"""The register: every model of this floor, each from its room."""

from vedu.sales.checklists.checklist import Checklist
from vedu.sales.checklists.filled_checklist import FilledChecklist
from vedu.sales.deals.closing import Closing, Reopening
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence import Evidence
from vedu.sales.deals.move import Move
from vedu.sales.deals.neglect import Neglect
from vedu.sales.deals.pipeline import Gate, Pipeline, Stage
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.deals.totals import StageTotal
from vedu.sales.objections.objection_action import ObjectionAction
from vedu.sales.objections.rebuttal import Rebuttal, RebuttalVersion
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.choice import PlaybookChoice
from vedu.sales.playbooks.playbook import Playbook, PlaybookUse, PlaybookVersion
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.signals.signal_mark import SignalMark
from vedu.sales.talk.committee import CommitteeMember
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection
from vedu.sales.talk.reply import Reply
from vedu.sales.touches.reorder import Reorder
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

__all__ = [
    "Answer",
    "BuyingSignal",
    "Checklist",
    "Closing",
    "CommitteeMember",
    "Deal",
    "Evidence",
    "FilledChecklist",
    "Gate",
    "Move",
    "Need",
    "Neglect",
    "Objection",
    "ObjectionAction",
    "Pipeline",
    "Playbook",
    "PlaybookChoice",
    "PlaybookUse",
    "PlaybookVersion",
    "Rebuttal",
    "RebuttalVersion",
    "RefusalReason",
    "Reopening",
    "Reorder",
    "Reply",
    "SignalMark",
    "Stage",
    "StageTotal",
    "Task",
    "Touch",
]
