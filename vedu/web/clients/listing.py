"""Everything the list of clients shows: choices with counts, rows, the next page, and what to say when it is empty."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from vedu.clients.client import Client, Clients
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.web.clients.batch.registry import actions_of
from vedu.web.clients.chosen import FREE, MINE, SOON, TEAM, Chosen, in_state, orders_of, scopes_of
from vedu.web.clients.counts import Choice, scope_choices, state_choices
from vedu.web.clients.found import ids_found
from vedu.web.clients.kind_words import kinds_name
from vedu.web.clients.narrow import ANY
from vedu.web.clients.narrow_choices import kind_choices, narrow_marks
from vedu.web.clients.order import ORDERS, Page, page_of
from vedu.web.clients.pool import Pool, PoolRow
from vedu.web.clients.rows import Row, rows_of
from vedu.web.shell.address import address_of


class Offer(NamedTuple):
    """A button of the bar under the list."""

    label: str
    url: str
    icon: str


@dataclass
class Listing:
    """Lazy: a part that shows only the rows counts nothing."""

    chosen: Chosen
    user: User
    now: datetime

    @cached_property
    def page(self) -> Page:
        clients = in_state(self.clients, self.chosen.state, self.now) if self.chosen.state else self.clients
        return page_of(clients.select_related("owner"), self.chosen.sort, self.chosen.after)

    @cached_property
    def clients(self) -> Clients:
        """Of the chosen people, segment, kinds and words, in any state."""
        clients = self.chosen.narrowed(self.chosen.scoped(self.user))
        clients = self.chosen.narrow.applied(clients, self.now)
        if self.segment is not None:
            clients = clients.filter(self.segment.where(self.now))
        return clients.filter(pk__in=ids_found(self.chosen.q, self.user)) if self.chosen.q else clients

    @cached_property
    def segments(self) -> list[Segment]:
        return list(Segment.objects.all())

    @cached_property
    def segment(self) -> Segment | None:
        """One that is gone narrows nothing."""
        chosen = self.chosen.segment
        return next((one for one in self.segments if str(one.pk) == chosen), None) if chosen else None

    @property
    def shown(self) -> list[Client]:
        return self.page.clients

    @cached_property
    def rows(self) -> list[Row]:
        return rows_of(self.shown, self.user, self.now)

    @cached_property
    def pool(self) -> Pool:
        return Pool(self.user, self.now)

    @cached_property
    def pool_rows(self) -> list[PoolRow]:
        return self.pool.rows(self.shown)

    @property
    def next_url(self) -> str:
        return self.chosen.address(after=self.page.mark) if self.page.mark else ""

    @property
    def scopes(self) -> Iterator[Choice]:
        return scope_choices(self.chosen, self.user)

    @property
    def states(self) -> Iterator[Choice]:
        return state_choices(self.chosen, self.clients, self.now)

    @property
    def kinds(self) -> list[Choice]:
        return kind_choices(self.chosen)

    @property
    def kind(self) -> str:
        """The name of the menu: what is chosen in it."""
        return kinds_name(self.chosen.narrow.base) if self.chosen.narrow.base else _("Any kind")

    @property
    def marks(self) -> list[Choice]:
        """What else narrows the list; each is taken off by its link."""
        return narrow_marks(self.chosen)

    @property
    def narrowed(self) -> list[tuple[str, str]]:
        """For the form of the search."""
        return [(name, value) for name, value in self.chosen.narrow._asdict().items() if value]

    @property
    def orders(self) -> list[Choice]:
        return [
            Choice(str(ORDERS[sort].label), self.chosen.address(sort=sort), sort == self.chosen.sort)
            for sort in orders_of(self.chosen.scope)
        ]

    @property
    def order(self) -> str:
        return str(ORDERS[self.chosen.sort].label)

    @property
    def actions(self) -> list[Offer]:
        """What may be done with the chosen clients."""
        return [Offer(kind.label(), kind.url(), kind.icon) for kind in actions_of(self.user)]

    @property
    def imports_url(self) -> str:
        return address_of("imports:index") if self.user.is_leading else ""

    @property
    def here(self) -> str:
        """The same list again, from its beginning."""
        return self.chosen.address()

    @property
    def empty(self) -> str:
        """Which words an empty list says."""
        chosen = self.chosen
        if chosen.q or chosen.state or chosen.segment or chosen.city or chosen.kind or chosen.narrow != ANY:
            return "unfound"
        return {MINE: "mine", FREE: "free"}.get(chosen.scope, "base")

    @property
    def everything_url(self) -> str:
        return self.chosen.address(q="", state="", segment="", city="", kind="", narrow=ANY)

    @property
    def free_url(self) -> str:
        return self.chosen.address(q="", state="", segment="", narrow=ANY, scope=FREE)

    @property
    def soon_url(self) -> str:
        """What comes into the pool next, of those whom the person sees."""
        scope = TEAM if TEAM in scopes_of(self.user) else MINE
        return Chosen(scope=scope, state=SOON, sort="hold").address()


def listing(chosen: Chosen, user: User) -> Listing:
    return Listing(chosen, user, timezone.now())
