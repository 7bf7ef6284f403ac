"""Pages by key: what comes after the last row seen, so that the hundredth page costs what the first does."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Q


class Cursor(NamedTuple):
    """Where a page ended: the value that orders (None when the row has none), then the primary key."""

    value: datetime | Decimal | int | None
    pk: int

    @property
    def mark(self) -> str:
        """As one word of an address."""
        value = self.value.isoformat() if isinstance(self.value, datetime) else self.value
        return f"{'' if value is None else value}~{self.pk}"

    def behind(self, field: str, *, descending: bool = False) -> Q:
        """The rows that come after; those without a value stand last."""
        sign = "lt" if descending else "gt"
        same = Q(**{field: self.value, f"pk__{sign}": self.pk})
        if self.value is None:
            return same
        return same | Q(**{f"{field}__{sign}": self.value})


def read_cursor(mark: str, read: Callable[[str], Any]) -> Cursor | None:
    """None for no mark and for one that cannot be read: the pages then begin anew."""
    value, _, pk = mark.rpartition("~")
    try:
        return Cursor(read(value) if value else None, int(pk))
    except (ValueError, ArithmeticError):
        return None


def read_moment(text: str) -> datetime:
    """Raises ValueError for a moment without a zone too: the database knows only moments in a zone."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment
