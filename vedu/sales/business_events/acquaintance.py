"""Somebody met at an event who stood on no list: in one go, on the spot (CHAN-6)."""

from datetime import datetime

from django.db import transaction

from vedu.clients.client import Client
from vedu.clients.newcomer import Newcomer
from vedu.foundation.people.user import User
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.touches.next_step import NextStep


def get_acquainted(
    event: BusinessEvent,
    who: Newcomer | Client,
    *,
    by: User,
    note: str = "",
    next_step: NextStep | None = None,
    at: datetime | None = None,
) -> Encounter:
    """A new client, or one of the base whom nobody planned to meet. Raises what plan() and meet() do."""
    with transaction.atomic():
        if isinstance(who, Client):
            encounter = Encounter.plan(event, who, by=by, is_planned=False, at=at)
            encounter.meet(by=by, note=note, next_step=next_step, at=at)
            return encounter
        words = {name: getattr(who, name) for name in ("company", "person", "job_title", "phone", "email")}
        encounter = Encounter.plan(event, by=by, is_planned=False, at=at, **words)
        encounter.meet(by=by, note=note, next_step=next_step, newcomer=who, at=at)
    return encounter
