"""How a visit ended (CHAN-6): a touch and a next step at a client, a new client or another day at a door."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.newcomer import Newcomer
from vedu.foundation.people.installation import day_start, local_day
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.led_deal import led_deal
from vedu.sales.touches.channel import Channel, TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch
from vedu.sales.visits.adding import Places
from vedu.sales.visits.outcome import TOUCHES, VisitOutcome

if TYPE_CHECKING:
    from vedu.sales.visits.visit import Visit

APPOINTMENTS = frozenset({TaskKind.MEETING, TaskKind.VISIT, TaskKind.DEMO})


def finish(
    visit: "Visit",
    outcome: str,
    *,
    by: User,
    note: str,
    next_step: NextStep | None,
    again_on: date | None,
    newcomer: Newcomer | None,
    at: datetime | None,
) -> None:
    visit.visit_list.require_work(by)
    at = at or timezone.now()
    _require_words(visit, outcome, next_step, again_on, local_day(at))
    with transaction.atomic():
        _require_first(visit)
        visit.take_outcome(outcome, by=by, note=note, at=at)
        contact = _enter(visit, newcomer, by=by, at=at) if _is_won_door(visit, outcome) else None
        if visit.client is not None:
            visit.touch = _touch(visit, visit.client, contact, next_step, by=by, at=at)
            agreed = outcome in (VisitOutcome.TALKED, VisitOutcome.INTERESTED, VisitOutcome.AGAIN)
            visit.has_appointment = bool(agreed and next_step and next_step.kind in APPOINTMENTS)
        elif again_on is not None:
            visit.again_on = again_on
            visit.has_appointment = outcome == VisitOutcome.AGAIN
            _put_on_the_list_of(visit, again_on, by=by)
        visit.save()


def _is_won_door(visit: "Visit", outcome: str) -> bool:
    return visit.client is None and outcome == VisitOutcome.INTERESTED


def _require_words(
    visit: "Visit", outcome: str, next_step: NextStep | None, again_on: date | None, today: date
) -> None:
    if outcome not in VisitOutcome.values:
        raise invalid("outcome", "unknown-word", _("Choose how the visit ended."))
    if visit.client is not None or outcome == VisitOutcome.INTERESTED:
        return
    if next_step is not None:
        raise invalid("next_step", "client-needed", _("At a door a next step needs a client: press “interested”."))
    if outcome == VisitOutcome.AGAIN and again_on is None:
        raise invalid("again_on", "day-needed", _("Choose the day on which to come again."))
    if again_on is not None and again_on <= today:
        raise invalid("again_on", "day-past", _("Come again on a day that is still ahead."))


def _require_first(visit: "Visit") -> None:
    """A press too many writes nothing twice. At a door with no client a slip of the thumb is put right."""
    kept = type(visit).objects.select_for_update().get(pk=visit.pk)
    if kept.outcome and (kept.client_id is not None or kept.again_on is not None):
        sentence = _("This visit is written down already: add what is new on the client's card.")
        raise Refused(Reason("already-visited", sentence, {"client": kept.client_id}))


def _enter(visit: "Visit", newcomer: Newcomer | None, *, by: User, at: datetime) -> Contact | None:
    """The client that the door became: its address and city are those of the line."""
    source = visit.visit_list.title or pgettext("source of a client", "Door to door")
    said = newcomer or Newcomer()
    address, city = said.address or visit.address, said.city or visit.city
    visit.client, contact = replace(said, address=address, city=city, source=source).enter(by=by, at=at)
    return contact


def _touch(
    visit: "Visit", client: Client, contact: Contact | None, step: NextStep | None, *, by: User, at: datetime
) -> Touch:
    deal = led_deal(client, by, at)
    _end_planned(visit, client, deal, by=by, at=at)
    return Touch.log(
        client,
        by=by,
        channel=Channel.VISIT,
        outcome=TOUCHES[visit.outcome],
        text=visit.note,
        contact=contact,
        deal=deal,
        next_step=step,
        at=at,
    )


def _end_planned(visit: "Visit", client: Client, deal: Deal | None, *, by: User, at: datetime) -> None:
    """Visits to this client that were planned for this day or before are done with it."""
    ends_at = day_start(local_day(at) + timedelta(days=1))
    planned = Task.objects.open().filter(client=client, kind=TaskKind.VISIT, assignee=visit.visit_list.owner_id)
    for task in planned.filter(due_at__lt=ends_at).select_related("deal", "assignee"):
        task.client = client
        if task.deal is not None:
            task.deal.client = client
        if deal is not None and task.deal_id == deal.pk:
            task.deal = deal
        task.complete(by=by, result=str(VisitOutcome(visit.outcome).label), at=at)


def _put_on_the_list_of(visit: "Visit", day: date, *, by: User) -> None:
    """The walker's list of that day, or a new one by the same name."""
    current = visit.visit_list
    lists = type(current).objects.filter(owner=current.owner_id, on=day)
    target = lists.first() or type(current).plan(on=day, by=by, owner=current.owner, title=current.title)
    Places(target).add_doors([visit.address], city=visit.city)
