"""Handovers of a client that wait for an answer, in words, with the buttons of the one who decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from vedu.clients.handover import Handover
from vedu.foundation.people.user import User
from vedu.web.clients.since import day_text
from vedu.web.shell.address import address_of


@dataclass(frozen=True, slots=True)
class Waiting:
    """``accept`` and ``decline`` are the words of the buttons; empty ``accept_url`` when another decides.

    ``is_own``: this person asked, and now he waits."""

    client_url: str
    client: str
    text: str
    why: str
    asked: str
    is_own: bool
    accept: str = ""
    decline: str = ""
    accept_url: str = ""
    decline_url: str = ""


def waiting_of(handovers: Iterable[Handover], user: User, now: datetime) -> list[Waiting]:
    """Handovers come with client, giver and receiver loaded."""
    return [_waiting(handover, user, now) for handover in handovers]


def may_answer(handover: Handover, user: User) -> bool:
    return handover.answerer.pk == user.pk or user.manages(handover.giver_id)


def _waiting(handover: Handover, user: User, now: datetime) -> Waiting:
    facts: dict[str, Any] = {
        "client_url": address_of("clients:card", handover.client_id),
        "client": handover.client.name,
        "text": _text(handover, user),
        "why": handover.why,
        "asked": day_text(handover.asked_at, now),
        "is_own": (handover.receiver_id if handover.is_request else handover.giver_id) == user.pk,
    }
    if not may_answer(handover, user):
        return Waiting(**facts)
    accept, decline = (_("Hand over"), _("Keep")) if handover.is_request else (_("Accept"), _("Decline"))
    return Waiting(
        **facts,
        accept=accept,
        decline=decline,
        accept_url=address_of("handovers:acceptance", handover.pk),
        decline_url=address_of("handovers:refusal", handover.pk),
    )


def _text(handover: Handover, user: User) -> str:
    """Who asks whom for what; the person himself is «you»."""
    giver, receiver = handover.giver, handover.receiver
    if handover.is_request and receiver.pk == user.pk:
        return _("You asked for this client; %(giver)s has not answered yet") % {"giver": giver.name}
    if handover.is_request:
        return _("%(receiver)s asks for this client; now it is led by %(giver)s") % {
            "receiver": receiver.name,
            "giver": giver.name,
        }
    if giver.pk == user.pk:
        return _("You offered this client; %(receiver)s has not answered yet") % {"receiver": receiver.name}
    if receiver.pk == user.pk:
        return _("%(giver)s offers you this client") % {"giver": giver.name}
    return _("%(giver)s offers this client to a colleague: %(receiver)s") % {
        "giver": giver.name,
        "receiver": receiver.name,
    }
