"""Calling of the demo world: a list of the whole team that is a third through, and Anna's own of today (CHAN-5)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import cycle
from random import Random

from django.db import transaction

from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.preparation.brief import Brief
from vedu.foundation.people.installation import day_start, local_day, local_hour
from vedu.foundation.people.user import User
from vedu.foundation.values.working_calendar import add_working_days, is_working_day
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.filling import Wanted
from vedu.sales.calling.lease import take_next
from vedu.sales.calling.recording import Said, record
from vedu.sales.calling.sifting import Callers
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.playbooks.playbook import Playbook
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep

CLIENTS, ATTEMPTS = 60, 22
GAP = timedelta(minutes=4)
BUSY_HOURS = range(11, 18)
SAID = (
    Said("no_answer"),
    Said("gatekeeper", gatekeeper="Лариса Викторовна", route="звонить после обеда и спросить отдел закупок"),
    Said("decision_maker", note="Берут плёнку и лоток, пироги мнутся. Попросили образец.", has_permission=True),
    Said("dropped"),
    Said("no_answer"),
    Said("call_back", note="Занята на приёмке, просит набрать завтра.", has_permission=False),
    Said("gatekeeper", gatekeeper="Ирина", decision_maker="Рустам Хакимов", route="добавочный 14, с десяти до часу"),
    Said("refused", note="Работают с одним поставщиком, менять не хотят.", has_permission=True),
    Said("decision_maker", note="Открывают третью пекарню, считают короба.", has_permission=True),
    Said("wrong_number"),
)
BRIEF = {
    "problem": "Пироги мнутся при доставке курьером: в отзывах об этом пишут трижды",
    "offer": "Короб с рёбрами, от 19,40 ₽",
    "hook": "В этом месяце открыли доставку по городу",
}


def calling(rng: Random, now: datetime, people: Mapping[str, User]) -> None:
    head = people["lapin"]
    free = Client.objects.free().filter(points__kind="phone", last_touch_at=None).order_by("pk").distinct()
    cold = list(free[:CLIENTS])
    with transaction.atomic():
        for client in cold[ATTEMPTS : ATTEMPTS + 3]:
            Brief.write(client, by=head, at=now - timedelta(days=1), **BRIEF)
        wanted, begun = Wanted(clients=[client.pk for client in cold]), _begun(now)
        made = CallingList.make(
            "Пекарни Поволжья",
            wanted,
            by=head,
            callers=Callers(team=head.team),
            playbook=Playbook.objects.in_use().first(),
            at=begun - timedelta(hours=2),
        )
        _call(rng, made, cycle([people["kotova"], people["mironova"], people["kotova"], people["belov"]]), begun, now)


def _begun(now: datetime) -> datetime:
    """Today when there was time for it, else on the working day before."""
    today = local_day(now)
    if is_working_day(today) and local_hour(now) in BUSY_HOURS:
        return now - ATTEMPTS * GAP
    return day_start(add_working_days(today, -1)) + timedelta(hours=11)


def _call(rng: Random, made: CallingList, callers: Iterator[User], begun: datetime, now: datetime) -> None:
    reasons = list(RefusalReason.objects.in_use())
    for number, said in zip(range(ATTEMPTS), cycle(SAID), strict=False):
        at, caller = begun + number * GAP, next(callers)
        queued = take_next(made, by=caller, at=at)
        if queued is None:
            return
        point = ContactPoint.objects.filter(client=queued.client, kind="phone").first()
        told = replace(said, number=point.value if point else "", seconds=rng.randint(20, 340))
        if said.outcome == "call_back":
            told = replace(told, call_back_at=_tomorrow(now, 12))
        if said.outcome == "refused":
            told = replace(told, refusal=rng.choice(reasons))
        if said.outcome == "decision_maker":
            told = replace(told, next_step=_step(now, number))
        record(queued, told, by=caller, at=at)


def _step(now: datetime, number: int) -> NextStep:
    kind, title = TaskKind.CALL, "Узнать, как показал себя образец"
    if number % 4 == 0:
        kind, title = TaskKind.MEETING, "Показать короб с рёбрами"
    return NextStep(kind=kind, due_at=_tomorrow(now, 11), title=title)


def _tomorrow(now: datetime, hour: int) -> datetime:
    return day_start(add_working_days(local_day(now), 1)) + timedelta(hours=hour)
