"""What sellers keep to in their talks, by the checklists that they filled in (TALK-6)."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Sum

from vedu.insight.win_rate import WinRate
from vedu.sales.checklists.filled_checklist import FilledChecklist, FilledChecklists

MOST_READ = 2_000
# In fewer talks a line says nothing that a person could use.
FEWEST_TALKS = 5


class Kept(NamedTuple):
    """``talks`` that were gone through; ``lines`` kept to of all."""

    talks: int
    lines: WinRate


class Missed(NamedTuple):
    """A line of a checklist and in how many talks it was kept to."""

    checklist: str
    text: str
    kept: WinRate


def kept_lines(owner_ids: Collection[int] | None, since: datetime) -> dict[int, Kept]:
    """By seller; None asks for everybody. One query."""
    rows = (
        _filled(owner_ids, since)
        .order_by()
        .values("seller")
        .annotate(talks=Count("touch", distinct=True), kept=Sum("done"), all=Sum("total"))
    )
    return {row["seller"]: Kept(row["talks"], WinRate(row["kept"], row["all"])) for row in rows}


def missed_lines(owner_ids: Collection[int] | None, since: datetime) -> list[Missed]:
    """The lines that are kept to least in FEWEST_TALKS or more, of the last 2,000 that were filled in; the words of the
    latest. One query."""
    done, asked, words = Counter[Any](), Counter[Any](), dict[Any, tuple[str, str]]()
    filled = _filled(owner_ids, since).order_by("-at").values_list("checklist", "checklist__name", "items")
    for checklist, name, items in filled[:MOST_READ]:
        for item in items:
            place = (checklist, item["key"])
            asked[place] += 1
            done[place] += item["done"]
            words.setdefault(place, (name, item["text"]))
    enough = {place: count for place, count in asked.items() if count >= FEWEST_TALKS}
    lines = [Missed(*words[place], WinRate(done[place], count)) for place, count in enough.items()]
    return sorted(lines, key=lambda line: line.kept.share)


def _filled(owner_ids: Collection[int] | None, since: datetime) -> FilledChecklists:
    filled = FilledChecklist.objects.filter(at__gte=since)
    return filled if owner_ids is None else filled.filter(seller__in=owner_ids)
