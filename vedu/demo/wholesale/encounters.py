"""Business events of the demo world: an exhibition with what it brought, and one in two weeks with whom to meet there
(CHAN-6)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db import transaction

from vedu.clients.client import Client
from vedu.clients.newcomer import Newcomer
from vedu.demo.wholesale.briefs import HOOKS, OFFERS
from vedu.foundation.people.installation import local_day
from vedu.foundation.people.user import User
from vedu.foundation.values.money import Money
from vedu.sales.business_events.acquaintance import get_acquainted
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.deals.deal import Deal, DealState

PAST, AHEAD = timedelta(days=68), timedelta(days=12)
HOUR = timedelta(hours=1)
NOTES = (
    "Подошли к стенду сами, просят образцы короба с замком.",
    "Показали печать логотипа, взяли прайс для директора.",
    "Упаковку выбирают раз в год, решают осенью.",
    "Жалуются на брак у поставщика, просят пробную партию.",
    "Договорились созвониться после выставки.",
)
ACQUAINTANCES = (
    ("Кондитерская «Миндаль и мёд»", "Алина Сафина", "управляющая", "+7 917 255-40-18", "Казань"),
    ("Фабрика-кухня «Обед»", "Руслан Валеев", "технолог", "+7 937 640-22-71", "Самара"),
    ("Сыроварня «Белый хутор»", "Нина Кравец", "владелица", "+7 927 318-05-66", "Саратов"),
)
STRANGERS = (
    (
        "Сеть пекарен «Добрый колос»",
        "Эльмира Хасанова",
        "закупки",
        "Открывают 11 точек к весне, упаковку ещё не выбрали.",
    ),
    ("Производство тортов «Ажур»", "", "", "В прошлом году стояли напротив: короба у них мнутся."),
)
MET, BOUGHT, NOT_COUNTED, MISSED, TO_MEET = 9, 4, 4, 3, 8


def business_events(rng: Random, now: datetime, people: Mapping[str, User]) -> None:
    """After the deals: those that were opened soon after the exhibition came from there."""
    goers = [people[login] for login in ("kotova", "belov", "zuev")]
    with transaction.atomic():
        _past(rng, now, people["lapin"], goers)
    with transaction.atomic():
        _ahead(rng, now, people["zuev"], [people["sorokina"], people["kotova"]])


def _past(rng: Random, now: datetime, head: User, goers: Sequence[User]) -> None:
    starts_on = local_day(now - PAST)
    event = BusinessEvent.plan(
        by=head,
        at=now - PAST - timedelta(days=40),
        name="ПродТех Поволжье",
        kind="exhibition",
        city="Самара",
        place="«Экспо-Волга», павильон 1, стенд Б-14",
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=2),
        cost=Money.parse("286000"),
        goal="Двадцать встреч с пекарнями и кондитерскими, три пробные партии до праздников.",
    )
    for goer in goers:
        event.send(goer, by=head, at=event.created_at)
    opened = event.counts_from + 10 * HOUR
    clients = [*_who_bought_after(event, goers), *_others(goers, now)]
    for number, client in enumerate(clients):
        at = opened + timedelta(days=number % 3, minutes=17 * number)
        _planned(rng, event, client, at, is_met=number < len(clients) - MISSED)
    for number, words in enumerate(ACQUAINTANCES):
        _acquaintance(rng, event, goers[number % len(goers)], words, opened + timedelta(days=number, hours=3))


def _who_bought_after(event: BusinessEvent, goers: Sequence[User]) -> list[Client]:
    """Some have bought, some are on their way."""
    window = {"opened_at__gte": event.counts_from + 30 * HOUR, "opened_at__lt": event.counts_until}
    deals = Deal.objects.filter(owner__in=goers, **window).select_related("client__owner").order_by("pk")
    won, still_open = (deals.filter(state=state)[:MET] for state in (DealState.WON, DealState.OPEN))
    found = [*won[:BOUGHT], *still_open[: MET - BOUGHT]]
    return list({deal.client_id: deal.client for deal in found}.values())


def _others(goers: Sequence[User], now: datetime) -> Iterable[Client]:
    """Known for long, without a deal since."""
    known = Client.objects.filter(owner__in=goers, open_deals=0, deals_closed_at__lt=now - PAST * 2)
    return known.select_related("owner").order_by("pk")[: NOT_COUNTED + MISSED]


def _planned(rng: Random, event: BusinessEvent, client: Client, at: datetime, *, is_met: bool) -> None:
    why, offer = rng.choice(HOOKS), rng.choice(OFFERS)
    assert client.owner is not None
    encounter = Encounter.plan(event, client, by=client.owner, at=at - timedelta(days=9), why=why, offer=offer)
    if is_met:
        encounter.meet(by=client.owner, note=rng.choice(NOTES), at=at)
    else:
        encounter.miss(by=client.owner, note="Не приехали на стенд.", at=at)


def _acquaintance(
    rng: Random, event: BusinessEvent, goer: User, words: tuple[str, str, str, str, str], at: datetime
) -> None:
    company, person, job_title, phone, city = words
    who = Newcomer(company=company, person=person, job_title=job_title, phone=phone, city=city)
    get_acquainted(event, who, by=goer, note=rng.choice(NOTES), at=at)


def _ahead(rng: Random, now: datetime, organizer: User, others: Sequence[User]) -> None:
    starts_on = local_day(now + AHEAD)
    event = BusinessEvent.plan(
        by=organizer,
        at=now - timedelta(days=20),
        name="ИнтерФуд Казань",
        kind="exhibition",
        city="Казань",
        place="Казань Экспо, зал 3",
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=2),
        cost=Money.parse("174000"),
        goal="Познакомиться с сетями пекарен Татарстана, договориться о пробных партиях.",
    )
    for one in others:
        event.send(one, by=organizer, at=event.created_at)
    at = now - timedelta(days=3)
    for number, goer in enumerate([organizer, *others]):
        own = Client.objects.filter(owner=goer, open_deals=1).select_related("owner").order_by("-pk")
        for client in own[number : TO_MEET // 2 + number]:
            contact = client.contacts.first()
            why, offer = rng.choice(HOOKS), rng.choice(OFFERS)
            Encounter.plan(event, client, by=goer, contact=contact, at=at, why=why, offer=offer)
    for company, person, job_title, why in STRANGERS:
        said: dict[str, Any] = {"company": company, "person": person, "job_title": job_title, "why": why}
        Encounter.plan(event, by=organizer, at=now - timedelta(days=2), offer=rng.choice(OFFERS), **said)
