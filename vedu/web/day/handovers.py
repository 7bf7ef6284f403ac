"""Handovers that wait for the person's own word (OWN-2), in the words of the client's card."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from vedu.clients.client import Client
from vedu.clients.handover import Handover
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.web.clients.waiting import Waiting, waiting_of

OWN = ("pk", "is_request", "why", "asked_at", "client_id", "client__name")
PERSON = ("pk", "first_name", "last_name", "username")


def handovers_of(user: User, now: datetime) -> Sequence[Waiting]:
    """One query; mostly there are none."""
    return waiting_of([_handover(*row) for row in _AWAITING.rows(user.pk)], user, now)


def _handover(
    pk: int, is_request: bool, why: str, asked_at: datetime, client_id: int, name: str, *sides: Any
) -> Handover:
    """As far as its words need it."""
    giver, receiver = (User(**dict(zip(PERSON, side, strict=True))) for side in (sides[:4], sides[4:]))
    client = Client(pk=client_id, name=name)
    facts = {"is_request": is_request, "why": why, "asked_at": asked_at}
    return Handover(pk=pk, client=client, giver=giver, receiver=receiver, **facts)


def _awaiting(user: Any) -> "QuerySet[Handover, Any]":
    sides = [f"{side}__{field}" for side in ("giver", "receiver") for field in PERSON]
    return Handover.objects.awaiting(user).values_list(*OWN, *sides)


_AWAITING = Prepared(_awaiting)
