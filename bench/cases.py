"""What is measured: each page and verb with its limit, and requests that never repeat."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle

from django.urls import reverse

from vedu.clients.client import Client
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline

SELLER = "seller3"


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    path: str
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """``limit`` in CPU milliseconds per request of server and database. The boss sees everything: the heaviest
    case of a page; a seller has a day and clients of his own."""

    name: str
    limit: float
    requests: Callable[[], Iterator[Request]]
    who: str = "boss"


def cases() -> list[Case]:
    return [
        Case("board", 15, lambda: cycle([Request("GET", reverse("deals:index"))])),
        Case("deals list", 12, lambda: cycle([Request("GET", reverse("deals:list"))])),
        Case("deal card", 12, _cards),
        Case("search", 8, _searches),
        Case("day plan", 12, lambda: cycle([Request("GET", reverse("day:index"))]), who=SELLER),
        Case("move", 8, _moves),
        Case("create", 8, _creations, who=SELLER),
    ]


def _cards() -> Iterator[Request]:
    ids = Deal.objects.open().order_by("pk").values_list("pk", flat=True)[:2000:7]
    return (Request("GET", reverse("deal:card", args=[pk])) for pk in cycle(list(ids)))


def _searches() -> Iterator[Request]:
    """Part of a name, of a phone, of an e-mail; the fragment that the search box loads."""
    words = ("север-во", "кедр мая", "79", "client12", "поставка 77", "иван 4", "ab", "4321", "ООО")
    return (Request("GET", f"{reverse('search:index')}?q={_quoted(word)}") for word in cycle(words))


def _moves() -> Iterator[Request]:
    """Forward to the second stage, whose way is free, then the next deal."""
    pipeline = Pipeline.objects.get(name="Bench")
    second = pipeline.stages.get(position=1)
    ids = Deal.objects.open().filter(stage=pipeline.first_stage).order_by("pk").values_list("pk", flat=True)[:5000]
    body = json.dumps({"stage": second.pk})
    return (Request("POST", f"/api/v1/deals/{pk}/moves", body) for pk in list(ids))


def _creations() -> Iterator[Request]:
    pipeline = Pipeline.objects.get(name="Bench")
    clients = Client.objects.filter(owner__username=SELLER).order_by("-pk").values_list("pk", flat=True)[:2000]
    value = {"amount": "1000.00", "currency": "RUB"}
    for pk in cycle(list(clients)):
        body = {"name": "Bench", "company": pk, "pipeline": pipeline.pk, "value": value}
        yield Request("POST", "/api/v1/deals", json.dumps(body))


def _quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text)
