"""What came of a meeting at an event: a touch, a next step, a new client whose source is the event (CHAN-6)."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.newcomer import Met, Newcomer
from vedu.foundation.people.installation import local_day
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.sales.business_events.encounter_result import EncounterResult
from vedu.sales.deals.led_deal import led_deal
from vedu.sales.touches.channel import Channel, Outcome
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

if TYPE_CHECKING:
    from vedu.sales.business_events.encounter import Encounter


def meet(
    encounter: "Encounter",
    *,
    by: User,
    note: str,
    next_step: NextStep | None,
    newcomer: Newcomer | None,
    at: datetime | None,
) -> Touch:
    at = at or timezone.now()
    _require_begun(encounter, by, at)
    if encounter.result == EncounterResult.MET:
        raise Refused(Reason("already-met", _("This meeting is written down already: add a touch on the card.")))
    is_new = encounter.client is None
    with transaction.atomic():
        met = _entered(encounter, newcomer, by=by, at=at) if encounter.client is None else None
        client, contact = met or Met(encounter.client, encounter.contact)  # type: ignore[arg-type]
        touch = Touch.log(
            client,
            by=by,
            channel=Channel.EVENT,
            outcome=Outcome.TALKED,
            text=note,
            contact=contact,
            deal=None if is_new else led_deal(client, by, at),
            next_step=next_step,
            at=at,
        )
        facts = {"client": client, "contact": contact, "touch": touch, "is_new_client": is_new}
        encounter.decide(EncounterResult.MET, by=by, note=note, at=at, **facts)
        encounter.tell("encounter.met", by=by, at=at)
    return touch


def miss(encounter: "Encounter", *, by: User, note: str, next_step: NextStep | None, at: datetime | None) -> None:
    at = at or timezone.now()
    _require_begun(encounter, by, at)
    if next_step is not None and encounter.client is None:
        sentence = _("A next step needs a client: put the company into the base first.")
        raise invalid("step_kind", "client-needed", sentence)
    with transaction.atomic():
        if next_step is not None and encounter.client is not None:
            Task.plan(encounter.client, next_step, by=by, deal=led_deal(encounter.client, by, at), at=at)
        encounter.decide(EncounterResult.MISSED, by=by, note=note, at=at)
        encounter.tell("encounter.missed", by=by, at=at)


def _entered(encounter: "Encounter", newcomer: Newcomer | None, *, by: User, at: datetime) -> Met:
    known = newcomer or Newcomer(
        company=encounter.company,
        person=encounter.person,
        job_title=encounter.job_title,
        phone=encounter.phone,
        email=encounter.email,
    )
    return replace(known, source=encounter.event.name).enter(by=by, at=at)


def _require_begun(encounter: "Encounter", by: User, at: datetime) -> None:
    encounter.require_mine(by)
    if not encounter.event.has_begun(local_day(at)):
        sentence = _("The event has not begun: mark meetings from its first day on.")
        raise Refused(Reason("event-ahead", sentence, {"business_event": encounter.event_id}))
