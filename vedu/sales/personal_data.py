"""What the tables of this floor hold of people: their names, and which words in them go with a person (BASE-9)."""

from django.utils.translation import gettext_lazy, pgettext_lazy

from vedu.clients.consent.tables import know, know_event
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.event_deal import EventDeal
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.checklists.filled_checklist import FilledChecklist
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.deals.closing import Closing, Reopening
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence import Evidence
from vedu.sales.deals.move import Move
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.item import InquiryItem
from vedu.sales.message_templates.sent_message import SentMessage
from vedu.sales.objections.objection_action import ObjectionAction
from vedu.sales.pins.pin import Pin
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.choice import PlaybookChoice
from vedu.sales.reminders.reminder import Reminder
from vedu.sales.sequences.enrolment import Enrolment, EnrolmentStep
from vedu.sales.sequences.stop import SequenceStop
from vedu.sales.signals.signal_mark import SignalMark
from vedu.sales.talk.argument import DealArgument
from vedu.sales.talk.committee import CommitteeMember
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection
from vedu.sales.talk.reply import Reply
from vedu.sales.touches.reorder import Reorder
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch
from vedu.sales.visits.visit import Visit


def register_tables() -> None:
    know(Touch, pgettext_lazy("table", "Touches"), wiped=("text",), keeps=gettext_lazy("when and by what we touched"))
    know(Task, pgettext_lazy("table", "Tasks"), wiped=("result",))
    know(Reorder, pgettext_lazy("table", "Reminders to buy again"))
    know(CommitteeMember, pgettext_lazy("table", "Roles in purchases"), wiped=("note",))
    know(Need, pgettext_lazy("table", "Needs"), keeps=gettext_lazy("what was needed, without names"))
    know(Answer, pgettext_lazy("table", "Answers"), keeps=gettext_lazy("what was asked and answered, without names"))
    know(Pin, pgettext_lazy("table", "Pins of colleagues"))
    know(PlaybookChoice, pgettext_lazy("table", "Chosen playbooks"))
    know(Objection, pgettext_lazy("table", "Objections"))
    know(
        Inquiry,
        pgettext_lazy("table", "Inquiries"),
        wiped=("words", "draft"),
        keeps=gettext_lazy("when he came and how soon he was answered"),
    )
    know(InquiryItem, pgettext_lazy("table", "Products of inquiries"))
    know(DealProduct, pgettext_lazy("table", "Products of deals"))
    know(DealArgument, pgettext_lazy("table", "Arguments"), keeps=gettext_lazy("what was said, without names"))
    know(Reply, pgettext_lazy("table", "Replies to objections"))
    know(ObjectionAction, pgettext_lazy("table", "What was given against doubts"))
    know(SignalMark, pgettext_lazy("table", "Buying signals"))
    know(FilledChecklist, pgettext_lazy("table", "Checklists of talks"))
    know(Deal, pgettext_lazy("table", "Deals"), keeps=gettext_lazy("stages, sums and days, without names"))
    know(
        Encounter,
        pgettext_lazy("table", "Meetings at business events"),
        wiped=("company", "person", "job_title", "phone", "email", "why", "offer", "note"),
        keeps=gettext_lazy("when and by what we touched"),
    )
    know(EventDeal, pgettext_lazy("table", "Deals of business events"))
    know(Visit, pgettext_lazy("table", "Visits"), wiped=("address", "street", "why", "note"))
    know(ContactPreference, pgettext_lazy("table", "How people like to be reached"))
    know(
        CallAttempt,
        pgettext_lazy("table", "Calls of calling lists"),
        wiped=("number", "route"),
        keeps=gettext_lazy("when and by what we touched"),
    )
    know(QueuedClient, pgettext_lazy("table", "Places in calling lists"))
    know(Reminder, pgettext_lazy("table", "Reminders of tasks"))
    know(SentMessage, pgettext_lazy("table", "Messages by templates"))
    know(Enrolment, pgettext_lazy("table", "Sequences"), keeps=gettext_lazy("when and by what we touched"))
    know(EnrolmentStep, pgettext_lazy("table", "Steps of sequences"))
    know(SequenceStop, pgettext_lazy("table", "Stops of sequences"), wiped=("note",))
    know(Move, pgettext_lazy("table", "Moves of deals"))
    know(Closing, pgettext_lazy("table", "Closings of deals"))
    know(Reopening, pgettext_lazy("table", "Reopenings of deals"))
    know(Evidence, pgettext_lazy("table", "Evidence"), keeps=gettext_lazy("documents and payments, without names"))
    know_event("note.written", "text")
    know_event("inquiry.begun", "words")
    know_event("inquiry.passed_on", "words")
    know_event("task.done", "result")
