"""The large base: 50,000 companies and contacts, 100,000 deals, 7 stages, 20 sellers. Built once, then kept.

One of another size has as many deals for each company and for each seller: a company that grows hires."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import islice
from random import Random
from typing import TypeVar

from django.db import connection, models, transaction
from django.utils import timezone

from vedu.clients import findable as findable_clients
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.ownership import Ownership
from vedu.foundation.many_rows import insert, reserve_ids, update
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.foundation.values.fold import fold
from vedu.sales.deals import findable as findable_deals
from vedu.sales.deals import totals
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Gate, Pipeline, Stage
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

DEALS, STAGES = 100_000, 7
DEALS_OF_COMPANY, DEALS_OF_SELLER = 2, 5_000
BATCH = 5_000
OPEN_SHARE = 0.6
WORDS = ("Север", "Волга", "Кедр", "Маяк", "Полюс", "Сокол", "Лагуна", "Вектор", "Аврора", "Гранит", "Рубин", "Заря")
Row = TypeVar("Row", bound=models.Model)


def build(size: int = DEALS) -> None:
    """Fill an empty migrated database with ``size`` deals. A filled one is left as it is."""
    if Deal.objects.count() >= size:
        return
    rng, now = Random(7), timezone.now()  # noqa: S311 - the same base every time, no secret
    sellers, pipeline = _sellers(max(4, size // DEALS_OF_SELLER)), _pipeline()
    clients = _write(Client, _clients(rng, sellers, size // DEALS_OF_COMPANY, now))
    contacts = _write(Contact, _contacts(clients))
    _write(ContactPoint, _points(rng, contacts))
    _write(Ownership, _ownerships(clients))
    deals = _write(Deal, _deals(rng, clients, pipeline, size, now))
    _write(Move, _moves(deals))
    _write(Touch, _touches(rng, deals))
    _give_steps(_write(Task, _tasks(rng, deals, now)))
    _index(clients, deals)
    totals.rebuild(Deal.objects.all(), [pipeline.pk])
    _analyze()


def _sellers(count: int) -> list[User]:
    team = Team.found("Sales")
    User.objects.create_user("boss", role="owner", password=None, first_name="Vera", last_name="Boss")
    names = [User(username=f"seller{n}", first_name="Seller", last_name=f"N{n}", team=team) for n in range(count)]
    return User.objects.bulk_create(names)


def _pipeline() -> Pipeline:
    gates = {1: EvidenceKind.DECISION_MAKER, 2: EvidenceKind.CONTACT, 3: EvidenceKind.NEED}
    pipeline = Pipeline.objects.create(name="Bench", contact_norm_days=14)
    for place in range(STAGES):
        stage = Stage.objects.create(
            pipeline=pipeline, name=f"Stage {place + 1}", position=place, day_norm=5 + place, chance=10 + 12 * place
        )
        if place in gates:
            Gate.objects.create(stage=stage, evidence=gates[place])
    return pipeline


def _write(model: type[Row], rows: Iterator[Row]) -> list[Row]:
    """Past the ORM, which takes ten times as long."""
    written, columns = list[Row](), [field.attname for field in model._meta.concrete_fields]
    while batch := list(islice(rows, BATCH)):
        with transaction.atomic():
            for row, pk in zip(batch, reserve_ids(model, len(batch)), strict=True):
                row.pk = pk
            insert(model, columns, [[getattr(row, column) for column in columns] for row in batch])
        written += batch
    return written


def _clients(rng: Random, sellers: list[User], count: int, now: datetime) -> Iterator[Client]:
    for number in range(count):
        name = f"ООО «{rng.choice(WORDS)}-{rng.choice(WORDS)} {number}»"
        owner = sellers[number % len(sellers)]
        created = now - timedelta(days=rng.randint(30, 700))
        yield Client(
            name=name,
            name_folded=fold(name),
            city=rng.choice(("Москва", "Самара", "Пермь")),
            created_at=created,
            owner=owner,
            owner_since=created,
            open_deals=1,
            contact_norm_days=14,
            contact_due_at=now + timedelta(days=rng.randint(-5, 14)),
        )


def _contacts(clients: list[Client]) -> Iterator[Contact]:
    for client in clients:
        name = f"Иван Петров {client.pk}"
        yield Contact(client=client, name=name, name_folded=fold(name), job_title="директор")


def _points(rng: Random, contacts: list[Contact]) -> Iterator[ContactPoint]:
    for contact in contacts:
        phone = f"+79{rng.randint(10, 99)}{contact.pk % 10_000_000:07d}"
        yield ContactPoint(client_id=contact.client_id, contact=contact, kind="phone", value=phone, typed=phone)
        email = f"client{contact.pk}@bench.example"
        yield ContactPoint(client_id=contact.client_id, contact=contact, kind="email", value=email, typed=email)


def _ownerships(clients: list[Client]) -> Iterator[Ownership]:
    for client in clients:
        yield Ownership(client=client, owner_id=client.owner_id or 0, from_at=client.created_at, cause="claim")


def _deals(rng: Random, clients: list[Client], pipeline: Pipeline, count: int, now: datetime) -> Iterator[Deal]:
    stages = list(pipeline.stages.all())
    for number in range(count):
        client, stage = clients[number % len(clients)], rng.choice(stages)
        is_open, since = rng.random() < OPEN_SHARE, now - timedelta(days=rng.uniform(0, 20))
        yield Deal(
            name=f"Поставка {number}",
            client=client,
            pipeline=pipeline,
            stage=stage,
            owner_id=client.owner_id or 0,
            amount=Decimal(rng.randint(20, 900) * 1000),
            opened_at=since - timedelta(days=rng.randint(0, 90)),
            state="open" if is_open else rng.choice(("won", "lost")),
            closed_at=None if is_open else since,
            chance=stage.chance,
            stage_since=since,
            stage_due_at=since + timedelta(days=stage.day_norm),
            attend_at=since,
            last_touch_at=since,
            last_two_way_at=since,
        )


def _moves(deals: list[Deal]) -> Iterator[Move]:
    for deal in deals:
        yield Move(deal=deal, to_stage_id=deal.stage_id, by_id=deal.owner_id, at=deal.stage_since)


def _touches(rng: Random, deals: list[Deal]) -> Iterator[Touch]:
    for deal in deals:
        for _number in range(rng.randint(0, 2)):
            yield Touch(
                client_id=deal.client_id,
                deal=deal,
                by_id=deal.owner_id,
                channel="call",
                outcome="talked",
                two_way=True,
                text="Обсудили сроки и цену",
                at=deal.stage_since,
            )


def _tasks(rng: Random, deals: list[Deal], now: datetime) -> Iterator[Task]:
    """Nine of ten open deals have a step, from three days ago to a month ahead."""
    for deal in deals:
        if deal.state == "open" and rng.random() < 0.9:
            due = now + timedelta(days=rng.uniform(-3, 30))
            yield Task(
                client_id=deal.client_id,
                deal=deal,
                assignee_id=deal.owner_id,
                kind="call",
                title="Позвонить",
                due_at=due,
            )


def _give_steps(tasks: list[Task]) -> None:
    rows = [(task.deal_id, task.pk, task.due_at, task.late_at, task.due_at) for task in tasks]
    with transaction.atomic():
        update(Deal, ["next_step_id", "next_step_at", "step_late_at", "attend_at"], rows)


def _index(clients: list[Client], deals: list[Deal]) -> None:
    for start in range(0, len(clients), BATCH):
        with transaction.atomic():
            findable_clients.refresh([client.pk for client in clients[start : start + BATCH]])
    for start in range(0, len(deals), BATCH):
        with transaction.atomic():
            findable_deals.refresh(deals[start : start + BATCH])


def _analyze() -> None:
    with connection.cursor() as cursor:
        # Vacuumed as a base in use is: else the server's own housekeeping would run while we measure.
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
