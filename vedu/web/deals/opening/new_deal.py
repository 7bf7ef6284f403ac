"""A new deal, with its client when he is new: all of it, or nothing."""

from typing import Any

from django.db import transaction

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.next_step import NextStep
from vedu.web.touches.step_fields import read_due


def open_deal(said: dict[str, Any], by: User) -> Deal:
    """``said`` as in NewDealForm. Raises Refused, ClientIsLed among them (OWN-2)."""
    with transaction.atomic():
        client = said["client"] or Client.add(name=said["client_name"], by=by)
        return Deal.open(
            client, said["pipeline"], name=said["name"], by=by, value=said["value"], next_step=_first_step(said)
        )


def _first_step(said: dict[str, Any]) -> NextStep:
    hour = said["step_time"].isoformat() if said["step_time"] else ""
    due_at, has_time = read_due(said["step_on"].isoformat(), hour)
    return NextStep(kind=said["step_kind"], due_at=due_at, has_time=has_time)
