"""Every touch of the base looked through once more by the usual rules, told anew and plainly."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from vedu.clients.consent.opt_out import OptOut
from vedu.foundation.values.working_calendar import is_working_day
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.touch import Touch

FAULTS = (
    "above the limit of a day",
    "above the limit of a week",
    "above the limit of a month",
    "in quiet hours",
    "too soon after the last",
    "soon after a refusal",
    "after an opt-out",
    "deals without a next step",
)


class Row(NamedTuple):
    client: int
    zone: str
    at: datetime
    channel: str
    direction: str
    outcome: str

    @property
    def is_ours(self) -> bool:
        return self.direction == "out"

    @property
    def calls_us(self) -> bool:
        return not self.is_ours or self.outcome == "call_back"

    @property
    def local(self) -> datetime:
        return self.at.astimezone(ZoneInfo(self.zone))


def faults() -> dict[str, int]:
    """How many of each kind; all zeros when nobody was annoyed or forgotten."""
    found = dict.fromkeys(FAULTS, 0)
    closed = _opted_out()
    columns = ("client", "client__time_zone", "at", "channel", "direction", "outcome")
    rows = map(Row._make, Touch.objects.order_by("client", "at", "pk").values_list(*columns))
    for client, touches in groupby(rows, key=lambda row: row.client):
        for fault in _of_client(touches, closed[client]):
            found[fault] += 1
    found["deals without a next step"] = Deal.objects.stepless().count()
    return found


def _of_client(touches: Iterable[Row], closed: list[tuple[str, datetime]]) -> Iterator[str]:
    before: list[Row] = []
    for row in touches:
        if row.is_ours:
            if _is_quiet(row):
                yield "in quiet hours"
            if any(channel == row.channel and since < row.at for channel, since in closed):
                yield "after an opt-out"
            if not (before and before[-1].calls_us):
                yield from _too_much(row, before)
        before.append(row)


def _is_quiet(row: Row) -> bool:
    local = row.local
    first, last = (8, 22) if is_working_day(local.date()) else (9, 20)
    return row.channel != "email" and not first <= local.hour < last


def _too_much(row: Row, before: list[Row]) -> Iterator[str]:
    ours = [one for one in before if one.is_ours]
    if sum(one.local.date() == row.local.date() for one in ours) >= 2:
        yield "above the limit of a day"
    if sum(row.at - timedelta(days=7) < one.at for one in ours) >= 5:
        yield "above the limit of a week"
    if sum(row.at - timedelta(days=30) < one.at for one in ours) >= 12:
        yield "above the limit of a month"
    if any(row.at < one.at + timedelta(hours=3) for one in ours):
        yield "too soon after the last"
    refusals = [one.at for one in before if one.outcome == "refused"]
    is_taken_back = bool(refusals) and any(one.calls_us and one.at > refusals[-1] for one in before)
    if refusals and not is_taken_back and row.at < refusals[-1] + timedelta(days=30):
        yield "soon after a refusal"


def _opted_out() -> dict[int, list[tuple[str, datetime]]]:
    found: dict[int, list[tuple[str, datetime]]] = defaultdict(list)
    for client_id, channel, at in OptOut.objects.exclude(client=None).values_list("client", "channel", "at"):
        found[client_id or 0].append((channel, at))
    return found
