"""A row about a deal, read and checked."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from vedu.clients.imports.draft import ClientDraft
from vedu.sales.deals.pipeline import Stage
from vedu.sales.imports.stage_book import OPEN


@dataclass(slots=True)
class DealDraft:
    """``result`` is open, won or lost; ``key`` is the deal's external id, ``digest`` that of the row."""

    key: str
    digest: str
    name: str
    client: ClientDraft
    stage: Stage
    result: str
    amount: Decimal
    currency: str
    owner_id: int
    opened_at: datetime
    client_owner_id: int | None = None
    closed_at: datetime | None = None
    expected_on: date | None = None
    source: str = ""
    lost_reason: str = ""
    has_no_client: bool = False

    @property
    def is_open(self) -> bool:
        return self.result == OPEN
