"""What a person chose to see on the board: which pipeline, whose deals, behind which chip."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal, Deals
from vedu.web.deals.chip import CHIPS, Chip, on_board
from vedu.web.deals.scope import Owners, owners_in, scope_in
from vedu.web.shell.address import address_of, with_words
from vedu.web.shell.clock import Clock, Moments
from vedu.web.shell.number import number


@dataclass(frozen=True, slots=True)
class BoardChoice:
    """``pipeline`` 0 is the first one; ``chip`` "" shows all open deals."""

    pipeline: int = 0
    scope: str = ""
    chip: str = ""

    @classmethod
    def of(cls, said: Mapping[str, str], user: User) -> Self:
        """From an address or a form; words that are not known here count as not said."""
        chip = said.get("chip", "")
        return cls(
            pipeline=number(said.get("pipeline", "")),
            scope=scope_in(said.get("scope", ""), user),
            chip=chip if chip in CHIPS else "",
        )

    @property
    def words(self) -> dict[str, str]:
        """As an address or a form says it."""
        said = {"pipeline": str(self.pipeline or ""), "scope": self.scope, "chip": self.chip}
        return {name: value for name, value in said.items() if value}

    def address(self, name: str = "deals:index", *args: object, **changes: str | int) -> str:
        """That page with something else chosen."""
        words = replace(self, **changes).words  # type: ignore[arg-type]
        return with_words(address_of(name, *args), words)

    def everything(self, user: User) -> Deals:
        """Open deals of the pipeline and scope, whatever the chip."""
        return self.everything_of(owners_in(self.scope, user))

    def everything_of(self, owners: Owners) -> Deals:
        return Deal.objects.owned_by(owners).open().filter(pipeline=self.pipeline)

    def deals(self, user: User, clock: Clock) -> Deals:
        return self.deals_of(owners_in(self.scope, user), clock)

    def deals_of(self, owners: Owners, clock: Clock | Moments) -> Deals:
        found = self.everything_of(owners)
        return on_board(found, Chip(self.chip), clock) if self.chip else found
