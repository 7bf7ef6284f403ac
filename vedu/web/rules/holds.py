"""How long clients are held, as rows that are put in order, added and taken away before they are saved (OWN-3)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client, Clients
from vedu.clients.hold_rule import MOST_DAYS, Hold, HoldRule
from vedu.clients.segments.segment import Segment
from vedu.web.clients.counts import CAP
from vedu.web.shell.capped_counts import capped_counts, count_text

MOST_ROWS = 30


@dataclass(frozen=True, slots=True)
class HoldRow:
    """As typed. ``count`` are the held clients that this row decides about, as text."""

    segment: str = ""
    days: str = ""
    error: str = ""
    count: str = ""

    @property
    def is_wrong(self) -> bool:
        return bool(self.days) and not (_is_number(self.days) and 1 <= int(self.days) <= MOST_DAYS)


@dataclass
class HoldsForm:
    """``others`` are the days of all whom no row names; ``changed`` when it is not what is kept."""

    rows: list[HoldRow]
    others: HoldRow
    segments: Sequence[Segment] = field(default_factory=lambda: list(Segment.objects.all()))
    changed: bool = False

    @classmethod
    def kept(cls) -> Self:
        """What stands behind a rule for all others never acts, so it is not shown."""
        rows, others = list[HoldRow](), HoldRow()
        for rule in HoldRule.objects.all():
            days = "" if rule.days is None else str(rule.days)
            if rule.segment_id is None:
                others = HoldRow(days=days)
                break
            rows.append(HoldRow(str(rule.segment_id), days))
        return cls(rows, others)

    @classmethod
    def said(cls, post: QueryDict) -> Self:
        typed = zip(post.getlist("segment"), post.getlist("days"), strict=False)
        rows = [HoldRow(segment.strip(), days.strip()) for segment, days in typed][:MOST_ROWS]
        return cls(rows, HoldRow(days=post.get("others", "").strip()), changed=True)

    def arrange(self, do: str) -> None:
        """``add``, or ``remove-2``, ``up-2``, ``down-2`` with the number of a row."""
        word, _sep, place = do.partition("-")
        number = int(place) if _is_number(place) else -1
        if word == "add" and len(self.rows) < MOST_ROWS:
            self.rows.append(HoldRow())
        if not 0 <= number < len(self.rows):
            return
        row = self.rows.pop(number)
        if word in {"up", "down"}:
            self.rows.insert(max(0, number + (1 if word == "down" else -1)), row)

    def is_right(self) -> bool:
        """Says under each row what is wrong with it."""
        known = {str(segment.pk) for segment in self.segments}
        self.rows = [replace(row, error=_fault(row, known)) for row in self.rows]
        self.others = replace(self.others, error=_fault(self.others, {""}))
        return not any(row.error for row in (*self.rows, self.others))

    def holds(self) -> list[Hold]:
        by_id = {str(segment.pk): segment for segment in self.segments}
        rows = [Hold(by_id[row.segment], int(row.days) if row.days else None) for row in self.rows]
        return [*rows, Hold(None, int(self.others.days))] if self.others.days else rows

    def counted(self) -> "HoldsForm":
        """With how many clients each row touches now; one query."""
        counts = capped_counts(dict(enumerate(self._touched(timezone.now()))), CAP)
        *rows, others = [
            replace(row, count=count_text(counts[number], CAP)) for number, row in enumerate((*self.rows, self.others))
        ]
        return replace(self, rows=rows, others=others)

    def _touched(self, now: datetime) -> Iterator[Clients]:
        """The first row that a client belongs to decides."""
        by_id = {str(segment.pk): segment for segment in self.segments}
        rest = Client.objects.held()
        for row in self.rows:
            belongs = by_id[row.segment].where(now) if row.segment in by_id else Q(pk__in=())
            yield rest.filter(belongs)
            rest = rest.exclude(belongs)
        yield rest


def _fault(row: HoldRow, segments: set[str]) -> str:
    if row.segment not in segments:
        return _("Choose a segment.")
    return _("A number of days from 1 to 3650; empty: never.") if row.is_wrong else ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= len(str(MOST_DAYS))
