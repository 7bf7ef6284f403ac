"""The base of the benchmark of kills, in a process of its own.

Use: python -m bench.kills_base build SELLERS, over the sellers of bench.reminders, which says their tokens, deals and
stages, or python -m bench.kills_base count, which says what is there."""

import json
import os
import sys
from collections import Counter, defaultdict
from typing import Any

import django


def main() -> dict[str, Any]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vedu.settings")
    django.setup()
    return build(int(sys.argv[2])) if sys.argv[1] == "build" else count()


def build(sellers: int) -> dict[str, Any]:
    from vedu.clients.client import Client
    from vedu.foundation.people.token import ApiToken
    from vedu.foundation.people.user import User
    from vedu.sales.deals.deal import Deal
    from vedu.sales.deals.presets.active import WHOLESALE
    from vedu.sales.deals.presets.install import install

    (pipeline,) = install([WHOLESALE])
    people = [User.objects.get(username=f"seller{number}") for number in range(sellers)]
    User.objects.create_superuser("admin", role="administrator")
    deals = [Deal.open(Client.objects.filter(owner=one)[0], pipeline, name=f"Deal of {one}", by=one) for one in people]
    return {
        "writers": [
            {"token": ApiToken.issue(one), "deal": deal.pk} for one, deal in zip(people, deals, strict=True)
        ],
        "stages": list(pipeline.stages.order_by("position").values_list("pk", flat=True)[:2]),
    }  # fmt: skip


def count() -> dict[str, Any]:
    """``broken`` lists what is no whole."""
    from django.db import connection
    from django.db.models import Count

    from vedu.clients.client import Client
    from vedu.foundation.idempotency import KeptReply
    from vedu.sales.touches.touch import Touch

    broken = [*_chains(), *_totals(), *_search(connection)]
    broken += [f"half an answer: {reply}" for reply in KeptReply.objects.filter(status=0)]
    made = Client.objects.filter(name__startswith="Made ").values("name").annotate(times=Count("pk"))
    touched = Touch.objects.filter(text__startswith="Said ").values("text").annotate(times=Count("pk"))
    imported = Client.objects.filter(name__startswith="Фирма ")
    return {
        "made": {row["name"]: row["times"] for row in made},
        "touched": {row["text"]: row["times"] for row in touched},
        "moves": _moves(),
        "imported": imported.count(),
        "imported_different": imported.values("name").distinct().count(),
        "broken": broken,
    }


def _moves() -> list[int]:
    from vedu.sales.deals.move import Move

    return list(Move.objects.values_list("pk", flat=True))


def _chains() -> list[str]:
    """Each move of a deal begins where the one before ended, and the deal stands where the last one ended."""
    from vedu.sales.deals.deal import Deal
    from vedu.sales.deals.move import Move

    ways: dict[int, list[tuple[int | None, int]]] = defaultdict(list)
    for deal, before, after in Move.objects.order_by("at", "pk").values_list("deal", "from_stage", "to_stage"):
        ways[deal].append((before, after))
    torn = [deal for deal, way in ways.items() if any(a[1] != b[0] for a, b in zip(way, way[1:], strict=False))]
    astray = [deal.pk for deal in Deal.objects.all() if ways[deal.pk] and ways[deal.pk][-1][1] != deal.stage_id]
    return [f"moves of deal {deal} do not chain" for deal in torn] + [f"deal {deal} is astray" for deal in astray]


def _totals() -> list[str]:
    from vedu.sales.deals.deal import Deal
    from vedu.sales.deals.totals import StageTotal

    counted: Counter[tuple[int, int]] = Counter(Deal.objects.open().values_list("stage", "owner"))
    kept = {(row.stage_id, row.owner_id): row.deals for row in StageTotal.objects.exclude(deals=0)}
    return [] if kept == dict(counted) else [f"totals {kept}, counted {dict(counted)}"]


def _search(connection: Any) -> list[str]:
    """Every client has one entry among the names, and the index of parts holds just what stands on the shelves."""
    from vedu.clients.client import Client
    from vedu.foundation.search.entry import SearchEntry
    from vedu.foundation.search.schema import NAMES, NOTES

    entries = Counter(SearchEntry.objects.filter(kind="client").values_list("object_id", flat=True))
    broken = [] if entries == Counter(Client.objects.values_list("pk", flat=True)) else ["clients without one entry"]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for shelf in (NAMES, NOTES):
                cursor.execute(f"INSERT INTO {shelf.parts}({shelf.parts}, rank) VALUES ('integrity-check', 1)")
    return broken


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main()) + "\n")
