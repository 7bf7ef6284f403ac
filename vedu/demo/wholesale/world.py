"""Builds the wholesale world: two years of deals won and lost, and the work of today."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import cycle
from random import Random
from typing import NamedTuple

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from vedu.clients.client import Client
from vedu.clients.findable import gathering
from vedu.clients.handover import Handover
from vedu.clients.kinds import nightly
from vedu.clients.sales_point import SalesPoint
from vedu.clients.tree import Tie
from vedu.demo.people import hire_all
from vedu.demo.wholesale.answers import Answers
from vedu.demo.wholesale.briefs import briefs
from vedu.demo.wholesale.calling import calling
from vedu.demo.wholesale.catalogue import catalogue, first_goods
from vedu.demo.wholesale.clients import Registry
from vedu.demo.wholesale.counter import counter_sales
from vedu.demo.wholesale.encounters import business_events
from vedu.demo.wholesale.endings import Endings, Place
from vedu.demo.wholesale.inquiries import inquiries
from vedu.demo.wholesale.manners import manners
from vedu.demo.wholesale.rules import keep_rules
from vedu.demo.wholesale.scripts import Scripts
from vedu.demo.wholesale.sequences import sequences
from vedu.demo.wholesale.story import Story
from vedu.demo.wholesale.talks import talks
from vedu.demo.wholesale.twins import enter_twice
from vedu.demo.wholesale.visits import visits
from vedu.demo.wholesale.words import TALKS
from vedu.foundation.bulk_work import bulk_work, one_batch
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.user import User
from vedu.insight.rebuttals.jobs import learn_rates
from vedu.insight.stage_norms.jobs import learn_norms
from vedu.insight.techniques.jobs import count_techniques_of
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.deals.presets.install import install_business
from vedu.sales.pins.pin import Pin
from vedu.sales.touches.next_step import NextStep

PEOPLE = (
    ("lapin", "Сергей Лапин", "head", "Отдел продаж"),
    ("kotova", "Анна Котова", "seller", "Активные продажи"),
    ("belov", "Игорь Белов", "seller", "Активные продажи"),
    ("demina", "Марина Дёмина", "seller", "Активные продажи"),
    ("galeev", "Тимур Галеев", "seller", "Активные продажи"),
    ("sorokina", "Ольга Сорокина", "seller", "Регионы"),
    ("zuev", "Павел Зуев", "seller", "Регионы"),
    ("mironova", "Дарья Миронова", "caller", "Обзвон"),
    ("shilova", "Ксения Шилова", "consultant", "Магазин"),
    ("gromov", "Виктор Громов", "owner", ""),
    ("fomina", "Галина Фомина", "accountant", ""),
    ("admin", "Артём Носов", "administrator", ""),
)
CHUNK = 100
YEARS = timedelta(days=730)
HOLD = timedelta(days=28)


class Size(NamedTuple):
    """``deals`` in all, ``open_deals`` of them today's; ``counter`` clients came to the shop by themselves."""

    clients: int = 2000
    deals: int = 2900
    open_deals: int = 380
    counter: int = 100


FULL = Size()
# As much work today, with an eighth of the past behind it.
SMALL = Size(clients=800, deals=700)


@bulk_work()
def build(say: Callable[[str], None], *, size: Size = FULL) -> None:
    """Deterministic but for the day it is built on: the world always has a today."""
    rng, now = Random(20), timezone.now()  # noqa: S311 - a demo, not a secret
    people = {user.username: user for user in hire_all(PEOPLE)}
    active, shop = pipelines = install_business("wholesale")
    prefetch_related_objects(pipelines, "stages")
    clients = _clients(rng, people["lapin"], now - YEARS - timedelta(days=1), size, say)
    sellers = [user for user in people.values() if user.role == "seller"]
    first_goods(people["lapin"], now)
    _deals(rng, now, clients, sellers, active, size, say)
    counter = [client for client in clients if client.owner_id is None][: size.counter]
    _came_to_the_shop(counter, people)
    counter_sales(rng, now, counter, people["shilova"], shop)
    # Its own dice: what comes after it stays as it was.
    briefs(Random(21), now, people["lapin"])  # noqa: S311 - a demo, not a secret
    catalogue(Random(23), now, people["lapin"], sellers)  # noqa: S311 - a demo, not a secret
    talks(Random(24), now, active)  # noqa: S311 - a demo, not a secret
    business_events(Random(26), now, people)  # noqa: S311 - a demo, not a secret
    visits(Random(27), now, people)  # noqa: S311 - a demo, not a secret
    inquiries(Random(28), now, people["shilova"], people["kotova"])  # noqa: S311 - a demo, not a secret
    _holding(clients, people["lapin"])
    _handovers(people, now)
    for seller in sellers:
        _morning(rng, seller, now)
        _at_hand(seller)
    sequences(Random(31), now, people)  # noqa: S311 - a demo, not a secret
    keep_rules(now, people["gromov"], people["lapin"], active)
    manners(Random(29), now, people["lapin"], sellers)  # noqa: S311 - a demo, not a secret
    enter_twice(clients, people["lapin"], now)
    calling(Random(29), now, people)  # noqa: S311 - a demo, not a secret
    nightly.reckon(now)
    learn_norms(now)
    learn_rates(now)
    count_techniques_of(now)


def _clients(rng: Random, head: User, at: datetime, size: Size, say: Callable[[str], None]) -> list[Client]:
    registry, clients = Registry(rng, head, at), list[Client]()
    for _chunk in range(size.clients // CHUNK):
        with one_batch(), transaction.atomic(), gathering():
            clients += [registry.add() for _number in range(CHUNK)]
    prefetch_related_objects(clients, "contacts")
    say(f"  {len(clients)} clients")
    return clients


def _deals(
    rng: Random,
    now: datetime,
    clients: list[Client],
    sellers: list[User],
    active: Pipeline,
    size: Size,
    say: Callable[[str], None],
) -> None:
    """Closed deals first, in the order of time; then the open ones of today. A client is one seller's."""
    dice = Random(22)  # noqa: S311 - a demo, not a secret
    answers = Answers(Random(23))  # noqa: S311 - a demo, not a secret
    scripts = Scripts(Random(25), now)  # noqa: S311 - a demo, not a secret
    endings, stages = Endings(rng, dice, now), list(active.stages.all())
    past = size.deals - size.open_deals
    turns, starts = _turns(rng, clients, sellers), _starts(rng, now, past)
    for chunk in chunked(range(size.deals), CHUNK):
        with one_batch(), transaction.atomic():
            for number in chunk:
                closed = number < past
                place = Place(0, next(starts)) if closed else endings.place(stages)
                client, owner = next(turns)
                own = list(client.contacts.all())
                story = Story(rng, owner, client, own, stages, place.start, dice, answers, scripts)
                story.begin(active)
                endings.close(story) if closed else endings.leave_open(story, place.position)
        if chunk[-1] % 500 == 499:
            say(f"  {chunk[-1] + 1} deals")


def _starts(rng: Random, now: datetime, count: int) -> Iterator[datetime]:
    """Moments when closed deals began, in the order of time."""
    days = sorted(rng.uniform(0, YEARS.days - HOLD.days) for _number in range(count))
    return (now - YEARS + timedelta(days=day) for day in days)


def _turns(rng: Random, clients: list[Client], sellers: list[User]) -> Iterator[tuple[Client, User]]:
    """Each client comes back to the same seller; three of ten stay free."""
    taken = clients[: len(clients) * 7 // 10]
    led = [(client, sellers[number % len(sellers)]) for number, client in enumerate(taken)]
    rng.shuffle(led)
    return cycle(led)


def _came_to_the_shop(clients: list[Client], people: dict[str, User]) -> None:
    """Where those come through who come by themselves."""
    point = SalesPoint.open("Магазин на Складской", by=people["lapin"], address="ул. Складская, 4")
    for client in clients:
        client.describe(by=people["shilova"], sales_point_id=point.pk)


def _holding(clients: list[Client], head: User) -> None:
    """A company with a dealer and his two outlets; each of them is led by somebody of its own."""
    led = set(Client.objects.in_work().values_list("pk", flat=True))
    top, dealer, *outlets = [client for client in clients if client.pk not in led][:4]
    dealer.place_under(top, Tie.DEALER, by=head)
    for outlet in outlets:
        outlet.place_under(dealer, Tie.OUTLET, by=head)


def _handovers(people: dict[str, User], now: datetime) -> None:
    """Two requests that wait for the owner's word."""
    anna, igor = people["kotova"], people["belov"]
    for client in Client.objects.in_work().filter(owner=igor).order_by("pk")[:2]:
        Handover.request(client, by=anna, why="Клиент позвонил мне сам и просит вести его дальше.", at=now)


def _at_hand(seller: User) -> None:
    """The largest of what the seller leads."""
    for deal in Deal.objects.open().filter(owner=seller).order_by("-amount", "pk")[:2]:
        Pin.put(deal, by=seller)


def _morning(rng: Random, seller: User, now: datetime) -> None:
    """What the seller has already done today: a few calls that were planned for it."""
    deals = Deal.objects.open().filter(owner=seller, next_step_at__gt=now + timedelta(days=2)).order_by("pk")
    for number, deal in enumerate(deals[: rng.randint(2, 4)]):
        at = now - timedelta(minutes=12 * (number + 1))
        step = NextStep(kind="call", title="Узнать, дошли ли образцы", due_at=at, has_time=False)
        task = deal.plan(step, by=seller, at=at - timedelta(days=1))
        deal.log_touch(by=seller, channel="call", text=rng.choice(TALKS), seconds=rng.randint(90, 600), at=at)
        task.complete(by=seller, result="Поговорили", at=at)
