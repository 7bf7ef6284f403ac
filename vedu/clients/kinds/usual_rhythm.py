"""Every night: how often clients of each segment buy, and the rhythm of those who have none of their own (BASE-3)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Count

from vedu.clients.client import Client, Clients
from vedu.clients.kinds.rhythm import Usual, expected
from vedu.clients.kinds.rhythm_rule import RhythmRule
from vedu.foundation.many_rows import update

ENOUGH = 10
PAGE = 5000
COLUMNS = ("rhythm_days", "next_purchase_on", "rhythm_ends_at")
Row = tuple[int, datetime, int | None, int | None, date | None, datetime | None]


def reckon_medians(at: datetime) -> None:
    """By the own intervals of the clients of each rule; fewer than ten of them tell nothing. Rows of the rule for all
    the others are made here."""
    for rule, clients in _by_rule(at):
        median = _median(clients)
        if median != rule.median_days or rule.pk is None:
            rule.median_days = median
            rule.save()


def follow_rules(at: datetime) -> int:
    """The columns of every client who bought, by the rule it belongs to. Answers how many differed."""
    others = RhythmRule.in_force()[-1]
    changed = 0
    for rule, clients in _by_rule(at):
        for page in pages(clients, "last_purchase_at", "interval_days", *COLUMNS):
            rows = [*_differing(page, rule.usual(others))]
            with transaction.atomic():
                update(Client, COLUMNS, rows)
            changed += len(rows)
    return changed


def pages(clients: Clients, *columns: str) -> Iterator[Sequence[Any]]:
    """Those who bought, by their ids, some thousands at once; each row begins with the id."""
    last = 0
    bought = clients.filter(last_purchase_at__isnull=False).order_by("pk").values_list("pk", *columns)
    while page := list(bought.filter(pk__gt=last)[:PAGE]):
        yield page
        last = page[-1][0]


def _by_rule(at: datetime) -> Iterator[tuple[RhythmRule, Clients]]:
    """Each client with the first rule whose segment it belongs to."""
    rest = Client.objects.all()
    for rule in RhythmRule.in_force():
        if rule.segment is None:
            yield rule, rest
            return
        belongs = rule.segment.where(at)
        yield rule, rest.filter(belongs)
        rest = rest.exclude(belongs)


def _median(clients: Clients) -> int | None:
    """From how many clients have each interval: some hundreds of numbers, however large the base."""
    known = clients.filter(last_purchase_at__isnull=False, interval_days__isnull=False).order_by("interval_days")
    counted = list(known.values_list("interval_days").annotate(Count("pk")))
    total, passed = sum(count for _days, count in counted), 0
    if total < ENOUGH:
        return None
    for days, count in counted:
        passed += count
        if 2 * passed >= total:
            return int(days)
    return None


def _differing(page: Sequence[Row], usual: Usual) -> Iterator[tuple[int, int, date, datetime]]:
    for pk, last, interval, *known in page:
        right = expected(last, interval, usual)
        if right != tuple(known):
            yield pk, *right
