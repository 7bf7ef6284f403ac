"""The counter of the demo world: who waits now, who is being served, and a month of first responses."""

from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from vedu.clients.channel import Channel
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.sales_point import SalesPoint
from vedu.demo.wholesale.names import person_name
from vedu.foundation.people.user import User
from vedu.sales.inquiries.beginning import Arrival, begin
from vedu.sales.inquiries.extra_offer import going_with
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.selection import fitting
from vedu.sales.touches.channel import Outcome

# Name, words, channel, minutes ago.
WAITING = (
    ("Ирина Лаптева", "Нужны коробки под 40 тортов к пятнице, с окошком", Channel.FORM, 3),
    ("Олег Чернов", "", Channel.CALL, 9),
    ("Кофейня «Зерно»", "Пришлите цену на стаканы 250 мл с логотипом", Channel.EMAIL, 14),
    ("Мария Белкина", "Есть ли лотки под суши, поштучно?", Channel.MESSENGER, 47),
)
SERVED = (
    ("Антон Ветров", "Торты мнутся в дороге, магазин возвращает", 120, 22),
    ("Светлана Гусева", "Упаковка для подарков на Новый год", 30, 8),
    ("Дмитрий Панин", "Коробки для переезда, разные", 15, 5),
)
PAST = (
    "Нужны коробки для кондитерской",
    "Сколько стоит скотч с логотипом?",
    "Есть ли стрейч-плёнка в наличии?",
    "Пакеты для хлеба, 500 штук",
    "Крафтовые пакеты с ручками",
)
DAYS = 24


def inquiries(rng: Random, now: datetime, consultant: User, seller: User) -> None:
    """After the catalogue. Those of today stand open with their timers."""
    point = SalesPoint.objects.active().first()
    # Whatever the hour of the day it is built at, the past was at work.
    noon = timezone.localtime(now).replace(hour=14, minute=0)
    for number, name in enumerate(_people(rng)):
        with transaction.atomic():
            by = consultant if number % 3 else seller
            at = noon - timedelta(days=1 + number, minutes=rng.randint(0, 200))
            _answered(rng, name, PAST[number % len(PAST)], by, at)
    with transaction.atomic():
        _served(rng, now, consultant, point)
        for name, words, channel, minutes in WAITING:
            came = Arrival(_phone(rng), name, words, channel, is_here=False, source="сайт")
            begin(came, by=consultant, at=now - timedelta(minutes=minutes))
        _passed_on(now, consultant, seller)


def _people(rng: Random) -> list[str]:
    """One a day, never twice the same."""
    found = set[str]()
    while len(found) < DAYS:
        found.add(person_name(rng)[0])
    return sorted(found)


def _answered(rng: Random, name: str, words: str, by: User, at: datetime) -> None:
    """Most within the norm, and of no consequence yet: asked and gone."""
    came = Arrival(_phone(rng), name, words, Channel.FORM, is_here=False, source="сайт")
    inquiry = begin(came, by=by, at=at)
    wait = timedelta(minutes=rng.choice((2, 4, 5, 7, 9, 12, 14, 25, 50)))
    inquiry.answer(by=by, channel=Channel.CALL, outcome=Outcome.TALKED, text="Рассказали о ценах", at=at + wait)
    assert inquiry.deal is not None
    inquiry.deal.refresh_from_db()
    day = (at + wait + timedelta(days=90)).date()
    inquiry.deal.postpone(by=by, until=day, note="Пока выбирает", at=at + wait)


def _served(rng: Random, now: datetime, consultant: User, point: SalesPoint | None) -> None:
    """At the counter now: one chooses, two come to the cash desk."""
    for number, (name, words, quantity, minutes) in enumerate(SERVED):
        at = now - timedelta(minutes=minutes)
        inquiry = begin(Arrival(_phone(rng), name, sales_point=point), by=consultant, at=at)
        inquiry.ask(by=consultant, words=words, at=at + timedelta(minutes=1))
        if number < len(SERVED) - 1:
            _order(inquiry, quantity, consultant, at + timedelta(minutes=3))


def _order(inquiry: Inquiry, quantity: int, by: User, at: datetime) -> None:
    """What fits best, and what goes with it."""
    assert inquiry.deal is not None
    inquiry.pick({fitting(inquiry.deal)[0].product: quantity}, by=by, at=at)
    for extra in going_with(inquiry)[:1]:
        inquiry.offer_extra(extra, "taken", by=by, quantity=max(1, quantity // 10), at=at)
    inquiry.order(by=by, at=at)


def _passed_on(now: datetime, consultant: User, seller: User) -> None:
    """A client of a seller called the shop."""
    led = Client.objects.in_work().filter(owner=seller, points__kind="phone").order_by("pk").first()
    point = ContactPoint.objects.filter(client=led, kind="phone").first()
    if point is not None:
        came = Arrival(point.value, words="Спрашивает, когда привезут заказ", channel=Channel.CALL)
        begin(came, by=consultant, at=now - timedelta(minutes=6))


def _phone(rng: Random) -> str:
    return f"+79{rng.randint(10, 89)}{rng.randint(1_000_000, 9_999_999)}"
