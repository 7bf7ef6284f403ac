"""How many clients stand behind each filter. Nobody needs to know that there are 48 311: counts stop at a thousand."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import pgettext

from vedu.clients.client import Clients
from vedu.clients.owner_state import OwnerState
from vedu.foundation.people.roles import Visibility
from vedu.foundation.people.user import User
from vedu.web.clients.chosen import FREE, MINE, SOON, STATES, TEAM, Chosen, in_state, scopes_of
from vedu.web.shell.capped_counts import capped_counts, count_text

CAP = 1000


class Choice(NamedTuple):
    """A link of the filter bar. ``number`` is "" where none is shown, ``colour`` a class."""

    label: str
    url: str
    is_on: bool
    number: str = ""
    colour: str = ""


def scope_choices(chosen: Chosen, user: User) -> Iterator[Choice]:
    """Whose clients: links that keep the words and the order."""
    everyone = user.sees == Visibility.ALL
    labels = {
        MINE: pgettext("whose clients", "Mine"),
        TEAM: pgettext("whose clients", "Everyone's") if everyone else pgettext("whose clients", "The team's"),
        FREE: pgettext("whose clients", "Free"),
    }
    for scope in scopes_of(user):
        address = chosen.address(scope=scope, state="", city="", kind="")
        yield Choice(labels[scope], address, scope == chosen.scope)


def state_choices(chosen: Chosen, clients: Clients, now: datetime) -> Iterator[Choice]:
    """States with their counts; pressing the one that is on takes it off. Free clients have only one state."""
    if chosen.scope == FREE:
        return
    counts = capped_counts({state: in_state(clients, state, now) for state in STATES}, CAP)
    for state in STATES:
        is_on = state == chosen.state
        address = chosen.address(state="" if is_on else state)
        yield Choice(_many(state), address, is_on, count_text(counts[state], CAP), state)


def _many(state: str) -> str:
    """The state as the name of several clients."""
    match state:
        case OwnerState.LED:
            return pgettext("clients", "Protected")
        case OwnerState.HELD:
            return pgettext("clients", "Held")
        case _ if state == SOON:
            return pgettext("clients", "Leaving soon")
        case _:
            return pgettext("clients", "Neglected")
