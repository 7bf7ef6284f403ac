"""By what else a list of clients may be narrowed: base kind, lifecycle, RFM, and who changed lately."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple, Self

from vedu.clients.client import Clients
from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.counts import left_since, turned
from vedu.clients.kinds.lifecycle import Lifecycle
from vedu.clients.kinds.rfm_group import SCORES, rfms_of

WORDS = (*BaseKind.values, *Lifecycle.values)
SPANS = {"30": timedelta(days=30), "90": timedelta(days=90)}


class Narrow(NamedTuple):
    """All "" is any. ``base`` is a base kind; ``rfm`` the code of a group, or a cell of the grid: "54" is recency 5,
    value 4. ``came`` and ``left`` are kinds or stages, ``days`` since when."""

    base: str = ""
    life: str = ""
    rfm: str = ""
    came: str = ""
    left: str = ""
    days: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """From the address; words that are not known here count as not said."""

        def known(name: str, words: "tuple[str, ...] | list[str]") -> str:
            word = query.get(name, "")
            return word if word in words else ""

        came, left = known("came", WORDS), known("left", WORDS)
        days = query.get("days", "")
        return cls(
            base=known("base", BaseKind.values),
            life=known("life", Lifecycle.values),
            rfm=query.get("rfm", "")[:16],
            came=came,
            left=left,
            days=(days if days in SPANS else "30") if came or left else "",
        )

    def applied(self, clients: Clients, now: datetime) -> Clients:
        if self.base:
            clients = clients.filter(base_kind=self.base)
        if self.life:
            clients = clients.filter(lifecycle=self.life)
        if self.rfm:
            clients = clients.filter(rfm__in=rfms_of(*self.cell)) if self.cell else clients.filter(rfm_group=self.rfm)
        if self.came:
            clients = turned(clients, self.came, now - SPANS[self.days])
        return left_since(clients, self.left, now - SPANS[self.days]) if self.left else clients

    @property
    def cell(self) -> tuple[int, int] | None:
        """Recency and value, where a cell is meant."""
        is_cell = len(self.rfm) == 2 and all(sign in {str(score) for score in SCORES} for sign in self.rfm)
        return (int(self.rfm[0]), int(self.rfm[1])) if is_cell else None


ANY = Narrow()
