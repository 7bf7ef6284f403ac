"""The client base as a table for comparison: columns are streamed, no model instance is made."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator

import numpy as np

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.clients.duplicates.facts import FIELDS, Facts
from vedu.clients.duplicates.linkage.table import Builder, Ints, Table
from vedu.clients.requisites import Requisites

PORTION = 5000
COMPARED_POINTS = (ContactPointKind.PHONE, ContactPointKind.EMAIL, ContactPointKind.SITE)
Told = Callable[[int], None]


def client_table(told: Told = lambda _read: None) -> tuple[Table, Ints, list[str]]:
    """(table, ids of the clients of its rows, their КПП). ``told`` is called with the number of clients read."""
    builder, ids, kpps = Builder(FIELDS), array("q"), list[str]()
    for portion in _portions():
        for client_id, (facts, kpp) in portion.items():
            builder.add(facts.row())
            ids.append(client_id)
            kpps.append(kpp)
        told(builder.size)
    return builder.table(), np.frombuffer(ids, np.int64) if ids else np.empty(0, np.int64), kpps


def _portions() -> Iterator[dict[int, tuple[Facts, str]]]:
    last = 0
    while True:
        clients = Client.objects.filter(pk__gt=last).order_by("pk").values_list("pk", "name", "kind", "city")
        rows = list(clients[:PORTION])
        if not rows:
            return
        first, last = rows[0][0], rows[-1][0]
        yield _portion(rows, first, last)


def _portion(rows: list[tuple[int, str, str, str]], first: int, last: int) -> dict[int, tuple[Facts, str]]:
    span = {"client_id__gte": first, "client_id__lte": last}
    points: dict[int, list[tuple[str, str]]] = defaultdict(list)
    kept = ContactPoint.objects.filter(**span, kind__in=COMPARED_POINTS).order_by()
    for client_id, kind, value in kept.values_list("client_id", "kind", "value"):
        points[client_id].append((kind, value))
    people: dict[int, list[str]] = defaultdict(list)
    for client_id, name in Contact.objects.filter(**span).order_by().values_list("client_id", "name"):
        people[client_id].append(name)
    columns = ("client_id", "legal_name", "inn", "kpp", "address")
    official = {row[0]: row[1:] for row in Requisites.objects.filter(**span).values_list(*columns)}
    portion = {}
    for client_id, name, kind, city in rows:
        legal_name, inn, kpp, address = official.get(client_id, ("", "", "", ""))
        facts = Facts(name, kind, legal_name, city, address, inn, points[client_id], people[client_id])
        portion[client_id] = facts, kpp
    return portion
