"""Which words tell an event. A kind that is not here is for machines and is not shown."""

from collections.abc import Callable

from vedu.web.touches import (
    client_words,
    consent_words,
    deal_words,
    event_words,
    preparation_words,
    talk_words,
    task_words,
)
from vedu.web.touches.line import Line, Setting, Told
from vedu.web.touches.touch_words import touch_line

_TELLERS: dict[str, Callable[[Told, Setting], Line | None]] = {
    "touch.logged": touch_line,
    "note.written": task_words.note_line,
    "task.planned": task_words.planned_line,
    "task.done": task_words.done_line,
    "task.rescheduled": task_words.rescheduled_line,
    "deal.opened": deal_words.opened_line,
    "deal.moved": deal_words.moved_line,
    "deal.won": deal_words.won_line,
    "deal.lost": deal_words.lost_line,
    "deal.postponed": deal_words.postponed_line,
    "deal.reopened": deal_words.reopened_line,
    "deal.described": deal_words.described_line,
    "deal.owner_changed": deal_words.passed_line,
    "answer.given": talk_words.given_line,
    "playbook.chosen": talk_words.playbook_line,
    "need.noted": talk_words.need_line,
    "need.confirmed": talk_words.confirmed_line,
    "objection.noted": talk_words.objection_line,
    "objection.answered": talk_words.answered_line,
    "objection.action_given": talk_words.action_line,
    "objection.action_ended": talk_words.action_ended_line,
    "signal.marked": talk_words.signal_line,
    "signal.unmarked": talk_words.unmarked_line,
    "touch.checked": talk_words.checked_line,
    "committee.named": talk_words.role_line,
    "evidence.recorded": talk_words.evidence_line,
    "argument.used": talk_words.argument_line,
    "deal.product_noted": talk_words.product_line,
    "deal.product_dropped": talk_words.product_dropped_line,
    "encounter.planned": event_words.planned_line,
    "encounter.met": event_words.met_line,
    "encounter.missed": event_words.missed_line,
    "encounter.dropped": event_words.dropped_line,
    "deal.event_linked": event_words.linked_line,
    "deal.event_unlinked": event_words.unlinked_line,
    "client.added": client_words.added_line,
    "client.owner_changed": client_words.passed_line,
    "client.released": client_words.released_line,
    "client.merged": client_words.merged_line,
    "client.parted": client_words.parted_line,
    "client.neglected": client_words.neglected_line,
    "client.described": client_words.described_line,
    "client.requisites_written": client_words.requisites_line,
    "client.enriched": preparation_words.enriched_line,
    "brief.written": preparation_words.brief_line,
    "supply.noted": preparation_words.supply_line,
    "supply.ended": preparation_words.supply_ended_line,
    "client.overridden": client_words.overridden_line,
    "contact.added": client_words.contact_line,
    "handover.asked": client_words.asked_line,
    "handover.declined": client_words.declined_line,
    "consent.given": consent_words.given_line,
    "consent.withdrawn": consent_words.withdrawn_line,
    "optout.added": consent_words.objected_line,
    "optout.lifted": consent_words.lifted_line,
    "optout.recognised": consent_words.recognised_line,
    "subject.asked": consent_words.asked_line,
    "subject.answered": consent_words.answered_line,
    "subject.exported": consent_words.exported_line,
    "subject.erased": consent_words.erased_line,
}


def line_of(event: Told, setting: Setting) -> Line | None:
    """The line without its hour; None when there is nothing to show."""
    teller = _TELLERS.get(event.kind)
    return teller(event, setting) if teller else None
