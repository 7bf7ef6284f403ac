"""The state of a client as a colour, an icon and words (OWN-1); red always says why."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vedu.clients.client import Client
from vedu.clients.owner_state import OwnerState

ICONS = {
    OwnerState.FREE: "lock-open",
    OwnerState.LED: "shield-check",
    OwnerState.HELD: "hourglass",
    OwnerState.NEGLECTED: "alert-triangle",
}


class StateWords(NamedTuple):
    """``why`` is the fact behind the state."""

    state: str
    icon: str
    words: str
    why: str


def state_words(client: Client, now: datetime) -> StateWords:
    state = client.state_at(now)
    return StateWords(state, ICONS[state], state_word(state), _why(client, state, now))


def state_word(state: str) -> str:
    """The state as it stands after the owner's name."""
    match state:
        case OwnerState.FREE:
            return pgettext("state of a client", "free")
        case OwnerState.LED:
            return pgettext("state of a client", "protected")
        case OwnerState.HELD:
            return pgettext("state of a client", "held")
        case _:
            return pgettext("state of a client", "neglected")


def neglect(client: Client, now: datetime) -> str:
    """Why a neglected client is one: a deal without a step, or silence longer than the norm."""
    deals, norm = client.stepless_deals, client.contact_norm_days or 0
    if deals == 1:
        return _("a deal without a next step")
    if deals:
        return ngettext("%(deals)d deal without a next step", "%(deals)d deals without a next step", deals) % {
            "deals": deals
        }
    if client.last_two_way_at is None:
        words = ngettext("no talk yet, the norm is %(days)d day", "no talk yet, the norm is %(days)d days", norm)
        return words % {"days": norm}
    days = (now - client.last_two_way_at).days
    words = ngettext("no talk for %(days)d day, norm %(norm)d", "no talk for %(days)d days, norm %(norm)d", days)
    return words % {"days": days, "norm": norm}


def _why(client: Client, state: str, now: datetime) -> str:
    match state:
        case OwnerState.FREE:
            return _("nobody leads this client")
        case OwnerState.LED:
            return _open(client.open_deals)
        case OwnerState.HELD:
            return _("no open deals")
        case _:
            return neglect(client, now)


def _open(deals: int) -> str:
    if deals == 1:
        return _("an open deal")
    return ngettext("%(deals)d open deal", "%(deals)d open deals", deals) % {"deals": deals}
