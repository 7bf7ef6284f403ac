"""BASE-3: the RFM scores of all who bought, by two passes over them and nobody else."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Q

from vedu.clients.client import Client
from vedu.clients.kinds.rfm_group import areas, groups_by_rfm
from vedu.clients.kinds.rfm_score import cuts, score
from vedu.clients.kinds.usual_rhythm import pages
from vedu.foundation.many_rows import update
from vedu.foundation.people.installation import local_day

FACTS = ("last_purchase_at", "purchases", "bought")


class Reckoned(NamedTuple):
    """``cuts`` by the letters of R, F, M: ordinals of days, numbers of purchases, whole units of money."""

    buyers: int
    left_out: int
    cuts: Mapping[str, Sequence[int]]
    changed: int


def reckon_rfm() -> Reckoned:
    """Compared are those who bought for money in the main currency; the others get no scores."""
    buyers, left_out, by = _cuts()
    changed = _write(by)
    gone = Client.objects.filter(rfm__isnull=False).filter(Q(last_purchase_at=None) | Q(bought__lte=0))
    changed += gone.update(rfm=None, rfm_group="")
    return Reckoned(buyers, left_out, by, changed)


def _cuts() -> tuple[int, int, Mapping[str, Sequence[int]]]:
    """The whole of it is three numbers a buyer."""
    columns, left_out = {letter: array("q") for letter in "RFM"}, 0
    for page in pages(Client.objects.all(), *FACTS):
        for _pk, last, purchases, bought in page:
            if bought <= 0:
                left_out += 1
                continue
            for letter, value in zip("RFM", _values(last, purchases, bought), strict=True):
                columns[letter].append(value)
    return len(columns["R"]), left_out, {letter: cuts(values) for letter, values in columns.items()}


def _write(by: Mapping[str, Sequence[int]]) -> int:
    groups, changed = groups_by_rfm(areas()), 0
    for page in pages(Client.objects.all(), *FACTS, "rfm", "rfm_group"):
        rows = [*_differing(page, by, groups)]
        with transaction.atomic():
            update(Client, ["rfm", "rfm_group"], rows)
        changed += len(rows)
    return changed


def _differing(
    page: Sequence[Any], by: Mapping[str, Sequence[int]], groups: Mapping[str, str]
) -> Iterator[tuple[int, str, str]]:
    for pk, last, purchases, bought, known, known_group in page:
        if bought <= 0:
            continue
        values = zip("RFM", _values(last, purchases, bought), strict=True)
        rfm = "".join(str(score(value, by[letter])) for letter, value in values)
        if (rfm, groups[rfm]) != (known, known_group):
            yield pk, rfm, groups[rfm]


def _values(last: datetime, purchases: int, bought: Decimal) -> tuple[int, int, int]:
    return local_day(last).toordinal(), purchases, int(bought)
