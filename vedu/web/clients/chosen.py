"""What a person chose to see in the list of clients: whose, in which state, of which kind, found by which words."""

from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any, Self
from urllib.parse import urlencode

from django.http import QueryDict

from vedu.clients.client import Client, ClientKind, Clients
from vedu.clients.owner_state import OwnerState
from vedu.foundation.people.roles import Visibility
from vedu.foundation.people.user import User
from vedu.web.clients.countdown import SOON_DAYS
from vedu.web.clients.narrow import ANY, Narrow
from vedu.web.clients.order import ORDERS
from vedu.web.shell.address import address_of

MINE, TEAM, FREE = "mine", "team", "free"
# Held ones that go back to the base within a week.
SOON = "soon"
STATES = (OwnerState.LED, OwnerState.HELD, OwnerState.NEGLECTED, SOON)
LONGEST_ID = 18


@dataclass(frozen=True, slots=True)
class Chosen:
    """ "" says nothing; ``segment`` is an id; ``city`` and ``kind`` narrow free clients; ``narrow`` anyone's by base
    kind, lifecycle and RFM; ``after`` is the mark of the page."""

    scope: str = MINE
    state: str = ""
    segment: str = ""
    city: str = ""
    kind: str = ""
    narrow: Narrow = ANY
    q: str = ""
    sort: str = "name"
    after: str = ""

    @classmethod
    def of(cls, query: QueryDict, user: User) -> Self:
        """From the address; words that are not known here count as not said."""
        scope, state = query.get("scope", ""), query.get("state", "")
        scope = scope if scope in scopes_of(user) else usual_scope(user)
        segment, sort, kind = query.get("segment", ""), query.get("sort", ""), query.get("kind", "")
        is_free = scope == FREE
        return cls(
            scope=scope,
            state=state if state in STATES and not is_free else "",
            segment=segment if segment.isascii() and segment.isdigit() and len(segment) <= LONGEST_ID else "",
            city=query.get("city", "").replace("\0", "").strip()[:120] if is_free else "",
            kind=kind if kind in ClientKind.values and is_free else "",
            narrow=Narrow.of(query),
            q=" ".join(query.get("q", "").split())[:200],
            sort=sort if sort in orders_of(scope) else "name",
            after=query.get("after", "")[:400],
        )

    def address(self, **changes: Any) -> str:
        """The list with something else chosen; a change begins at the first page."""
        chosen = replace(self, **{"after": "", **changes})
        said = {field.name: getattr(chosen, field.name) for field in fields(chosen)}
        said |= said.pop("narrow")._asdict()
        words = {name: value for name, value in said.items() if value and (name, value) != ("sort", "name")}
        return f"{address_of('clients:index')}?{urlencode(words)}"

    def narrowing(self, **changes: str) -> str:
        """The address with another base kind, stage or group."""
        return self.address(narrow=self.narrow._replace(**changes))

    @property
    def is_free(self) -> bool:
        return self.scope == FREE

    def scoped(self, user: User) -> Clients:
        """Whose clients, before states and words."""
        if self.scope == FREE:
            return Client.objects.free()
        visible = Client.objects.visible_to(user)
        return visible.filter(owner=user) if self.scope == MINE else visible.owned()

    def narrowed(self, clients: Clients) -> Clients:
        """Of the city and the kind that were chosen."""
        said = {name: value for name in ("city", "kind") if (value := getattr(self, name))}
        return clients.filter(**said) if said else clients


def in_state(clients: Clients, state: str, now: datetime) -> Clients:
    return clients.hold_ending(now + timedelta(days=SOON_DAYS)) if state == SOON else clients.in_state(state, now)


def scopes_of(user: User) -> tuple[str, ...]:
    """One who only looks has no clients of his own; one who sees only his own has no team's."""
    own = (MINE,) if user.is_selling else ()
    wide = () if user.sees == Visibility.OWN else (TEAM,)
    return (*own, *wide, FREE)


def usual_scope(user: User) -> str:
    """Those who lead people or only look come to see everyone's."""
    scopes = scopes_of(user)
    return scopes[0] if not user.is_leading or TEAM not in scopes else TEAM


def orders_of(scope: str) -> list[str]:
    """A free client is held by nobody."""
    return [sort for sort in ORDERS if (scope == FREE) <= (sort != "hold")]
