"""A new step from the calendar: with which deal, what and when."""

from datetime import date
from typing import NamedTuple

from django.http import Http404
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.deals.deal import Deal

MOST = 400


class Choice(NamedTuple):
    pk: int
    words: str


def deals_of(person: User) -> list[Choice]:
    """His open deals by the names of their clients."""
    found = Deal.objects.open().filter(owner=person).order_by("client__name", "name")
    return [
        Choice(pk, f"{client}: {name}") for pk, client, name in found.values_list("pk", "client__name", "name")[:MOST]
    ]


def deal_chosen(said: str, viewer: User) -> Deal:
    """Raises Invalid when none was chosen, 404 for one that the viewer does not see."""
    if not said:
        raise invalid("deal", "deal-needed", _("Choose the deal of the step."))
    seen = Deal.objects.visible_to(viewer).select_related("client__owner", "owner")
    found = seen.filter(pk=int(said)).first() if said.isascii() and said.isdigit() and len(said) < 19 else None
    if found is None:
        raise Http404
    return found


def day_said(said: str, today: date) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        return today.isoformat()
