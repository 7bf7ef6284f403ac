"""What a person chose to see in the list of clients: whose, in which state, found by which words, in which order."""

from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from vedu.clients.client import Client, Clients
from vedu.clients.owner_state import OwnerState
from vedu.foundation.people.roles import Visibility
from vedu.foundation.people.user import User
from vedu.web.clients.narrow import ANY, Narrow
from vedu.web.clients.order import ORDERS

MINE, TEAM, FREE = "mine", "team", "free"
STATES = (OwnerState.LED, OwnerState.HELD, OwnerState.NEGLECTED)


@dataclass(frozen=True, slots=True)
class Chosen:
    """``state`` "" is any; ``after`` is the mark of the page. ``narrow``: by base kind, lifecycle and RFM."""

    scope: str = MINE
    state: str = ""
    narrow: Narrow = ANY
    q: str = ""
    sort: str = "name"
    after: str = ""

    @classmethod
    def of(cls, query: QueryDict, user: User) -> Self:
        """From the address; words that are not known here count as not said."""
        scope = query.get("scope", "")
        state = query.get("state", "")
        sort = query.get("sort", "")
        return cls(
            scope=scope if scope in scopes_of(user) else usual_scope(user),
            state=state if state in STATES and scope != FREE else "",
            narrow=Narrow.of(query),
            q=" ".join(query.get("q", "").split())[:200],
            sort=sort if sort in ORDERS else "name",
            after=query.get("after", "")[:400],
        )

    def address(self, **changes: Any) -> str:
        """The list with something else chosen; a change begins at the first page."""
        chosen = replace(self, **{"after": "", **changes})
        said = {
            "scope": chosen.scope,
            "state": chosen.state,
            **chosen.narrow._asdict(),
            "q": chosen.q,
            "sort": chosen.sort,
            "after": chosen.after,
        }
        words = {name: value for name, value in said.items() if value and (name, value) != ("sort", "name")}
        return f"{reverse('clients:index')}?{urlencode(words)}"

    def narrowed(self, **changes: str) -> str:
        """The address with another kind, stage or group."""
        return self.address(narrow=self.narrow._replace(**changes))

    def scoped(self, user: User) -> Clients:
        """Whose clients, before states and words."""
        if self.scope == FREE:
            return Client.objects.free()
        visible = Client.objects.visible_to(user)
        return visible.filter(owner=user) if self.scope == MINE else visible.owned()


def scopes_of(user: User) -> tuple[str, ...]:
    """One who only looks has no clients of his own; one who sees only his own has no team's."""
    own = (MINE,) if user.is_selling else ()
    wide = () if user.sees == Visibility.OWN else (TEAM,)
    return (*own, *wide, FREE)


def usual_scope(user: User) -> str:
    """Those who lead people or only look come to see everyone's."""
    scopes = scopes_of(user)
    return scopes[0] if not user.is_leading or TEAM not in scopes else TEAM
