"""What a person chose to see in the list of deals."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from vedu.foundation.people.user import User
from vedu.foundation.search.query import find
from vedu.sales.deals.deal import Deal, Deals, DealState
from vedu.web.deals.chip import CHIPS, Chip, chosen
from vedu.web.deals.listing.order import orders_of
from vedu.web.deals.money_field import read_sum
from vedu.web.deals.scope import Owners, owners_in, scope_in
from vedu.web.shell.address import address_of, with_words
from vedu.web.shell.clock import Clock, Moments
from vedu.web.shell.number import number

MOST_BY_WORDS = 500
# What goes without saying in an address.
USUAL = {("state", DealState.OPEN), ("sort", "newest")}


@dataclass(frozen=True, slots=True)
class ListChoice:
    """Numbers 0 and texts "" say nothing; ``low`` and ``high`` bound the sum, as typed."""

    scope: str = ""
    pipeline: int = 0
    stage: int = 0
    state: str = DealState.OPEN
    owner: int = 0
    q: str = ""
    low: str = ""
    high: str = ""
    chip: str = ""
    sort: str = "newest"
    after: str = ""

    @classmethod
    def of(cls, said: Mapping[str, str], user: User) -> Self:
        """From an address; words that are not known here count as not said."""
        state = said.get("state", "")
        state = state if state in DealState.values else DealState.OPEN.value
        chip, sort = said.get("chip", ""), said.get("sort", "")
        return cls(
            scope=scope_in(said.get("scope", ""), user),
            pipeline=number(said.get("pipeline", "")),
            stage=number(said.get("stage", "")),
            state=state,
            owner=number(said.get("owner", "")),
            q=" ".join(said.get("q", "").split())[:200],
            low=said.get("low", "").strip()[:24],
            high=said.get("high", "").strip()[:24],
            chip=chip if chip in CHIPS and state == DealState.OPEN else "",
            sort=sort if sort in orders_of(state) else "newest",
            after=said.get("after", "")[:80],
        )

    @property
    def words(self) -> dict[str, str]:
        """As an address or a form says it, without what goes without saying."""
        return _said({name: getattr(self, name) for name in self.__slots__})

    def address(self, **changes: str | int) -> str:
        """The list with something else chosen, from its first page."""
        chosen = {name: getattr(self, name) for name in self.__slots__}
        return with_words(address_of("deals:list"), _said({**chosen, "after": "", **changes}))

    def everything(self, user: User) -> Deals:
        """All that is chosen but the chip."""
        deals = self.everything_of(owners_in(self.scope, user))
        return deals.filter(pk__in=_ids_found(self.q, user)) if self.q else deals

    def everything_of(self, owners: Owners) -> Deals:
        """Whatever the words: those are found by the search, not by the base of deals."""
        deals = Deal.objects.owned_by(owners).filter(state=self.state)
        for field, value in (("pipeline", self.pipeline), ("stage", self.stage), ("owner", self.owner)):
            deals = deals.filter(**{field: value}) if value else deals
        for bound, text in (("amount__gte", self.low), ("amount__lte", self.high)):
            amount = read_sum(text)
            deals = deals.filter(**{bound: amount}) if amount is not None else deals
        return deals

    def deals(self, user: User, clock: Clock) -> Deals:
        return self._behind_chip(self.everything(user), clock)

    def deals_of(self, owners: Owners, clock: Clock | Moments) -> Deals:
        """Whatever the words, as ``everything_of``."""
        return self._behind_chip(self.everything_of(owners), clock)

    def _behind_chip(self, deals: Deals, clock: Clock | Moments) -> Deals:
        return chosen(deals, Chip(self.chip), clock) if self.chip else deals


def _said(chosen: Mapping[str, str | int]) -> dict[str, str]:
    return {name: str(value) for name, value in chosen.items() if value and (name, value) not in USUAL}


def _ids_found(text: str, user: User) -> list[int]:
    """Deals by words of their name or of the client's, through the one search of the product."""
    ids = user.visible_owner_ids()
    hits = find(text, visible_owner_ids=ids, user_id=user.pk, kinds=("deal",), limit=MOST_BY_WORDS).hits
    return [hit.object_id for hit in hits]
