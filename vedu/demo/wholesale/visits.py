"""Field work of the demo world: a list for today that is half walked, and one of yesterday (CHAN-6)."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.db.models import Exists, OuterRef

from vedu.clients.client import Client
from vedu.clients.newcomer import Newcomer
from vedu.clients.preparation.brief import Brief
from vedu.foundation.people.installation import day_start, local_day
from vedu.foundation.people.user import User
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.visits.outcome import VisitOutcome
from vedu.sales.visits.visit import Visit
from vedu.sales.visits.visit_list import VisitList

STOPS, WALKED = 7, 2
WHY = ("Показать новый короб с замком", "Забрать ответ по пробной партии", "Узнать, кто теперь закупает")
TALKS = (
    "Были в цехе, короба складывают в коридоре. Просят два размера вместо пяти.",
    "Показали образец, технолог забрал на пробу.",
    "Директор в отпуске, оставили прайс с печатью.",
)
DOORS, WALKED_DOORS = "ул. Баумана 1–15 нечётные", ("absent", "refused", "interested", "talked", "absent")
FOUND = Newcomer(
    company="Пекарня «На Баумана»", person="Гузель Ахметова", job_title="хозяйка", phone="+7 917 904-31-12"
)


def visits(rng: Random, now: datetime, people: Mapping[str, User]) -> None:
    """Both regional sellers walk: one today, one yesterday."""
    with transaction.atomic():
        _today(rng, people["zuev"], now)
    with transaction.atomic():
        _yesterday(rng, people["sorokina"], now)


def _today(rng: Random, walker: User, now: datetime) -> None:
    """His clients of one city, in the order of the streets; the first two are done."""
    city = _usual_city(walker)
    made = VisitList.plan(on=local_day(now), by=walker, title=f"{city}: пекарни", at=now - timedelta(hours=20))
    for client in _own(walker, city):
        made.add_clients([client], by=walker, why=rng.choice(WHY))
    made.arrange(by=walker)
    made.add_doors("ул. Баумана 21–29 нечётные", by=walker, city=city)
    for number, visit in enumerate(_stops(made)[:WALKED]):
        at = now - timedelta(minutes=35 * (WALKED - number))
        outcome = VisitOutcome.TALKED if number == 0 else VisitOutcome.ABSENT
        _finish(rng, visit, outcome, walker, at)


def _yesterday(rng: Random, walker: User, now: datetime) -> None:
    """A street of doors, and three clients; one door became a client."""
    city, begun = _usual_city(walker), day_start(local_day(now)) - timedelta(hours=14)
    made = VisitList.plan(on=local_day(begun), by=walker, title=f"{city}, ул. Баумана", at=begun - timedelta(days=1))
    made.add_doors(DOORS, by=walker, city=city)
    made.add_clients(_own(walker, city)[:3], by=walker, why=WHY[0])
    stops = _stops(made)
    for number, outcome in enumerate(WALKED_DOORS):
        _finish(rng, stops[number], outcome, walker, begun + timedelta(minutes=20 * number))
    for number, visit in enumerate(stops[-3:]):
        _finish(rng, visit, VisitOutcome.TALKED, walker, begun + timedelta(minutes=140 + 40 * number))


def _usual_city(walker: User) -> str:
    cities = Counter(Client.objects.filter(owner=walker).exclude(city="").values_list("city", flat=True))
    return min(cities, key=lambda city: (-cities[city], city)) if cities else "Казань"


def _own(walker: User, city: str) -> list[Client]:
    """Those with a brief first, then those in work."""
    has_brief = Exists(Brief.objects.filter(client=OuterRef("pk")))
    own = Client.objects.filter(owner=walker, city=city).select_related("owner").annotate(has_brief=has_brief)
    return list(own.order_by("-has_brief", "-open_deals", "pk")[:STOPS])


def _stops(made: VisitList) -> list[Visit]:
    return list(made.visits.select_related("client__owner", "visit_list__owner"))


def _finish(rng: Random, visit: Visit, outcome: str, walker: User, at: datetime) -> None:
    is_talk = outcome == VisitOutcome.TALKED and visit.client is not None
    is_found = outcome == VisitOutcome.INTERESTED
    kind = TaskKind.MEETING if is_found else TaskKind.CALL
    step = NextStep(
        kind=kind, due_at=at + timedelta(days=3), title="Принести образцы" if is_found else "Узнать решение"
    )
    visit.finish(
        outcome,
        by=walker,
        note=rng.choice(TALKS) if is_talk or is_found else "",
        next_step=step if is_talk or is_found else None,
        newcomer=FOUND if is_found else None,
        at=at,
    )
