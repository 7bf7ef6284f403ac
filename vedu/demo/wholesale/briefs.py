"""What sellers of the demo world found out beforehand: briefs, competitors, suppliers of clients (PREP-1, BASE-8)."""

from datetime import date, datetime, timedelta
from random import Random

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from vedu.clients.client import Client
from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Mood, Supply
from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import BriefRule
from vedu.demo.wholesale.words import NEEDS
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal

COMPETITORS = (
    (
        "«Картон-Волга»",
        "Завод в Самаре. Цена ниже на 5–7 %, но отгрузка от паллеты и предоплата.",
        "Возим от одной коробки.\nОтсрочка 14 дней после третьего заказа.\nПосчитать возвраты: брак до 4 %.",
    ),
    (
        "«УпакТорг»",
        "Перекупщик с большим складом. Всё есть, но печать не делают.",
        "Печатаем логотип за три дня.\nОдин менеджер, а не колл-центр.\nПоказать образец с печатью.",
    ),
    (
        "«Гофромастер»",
        "Семейный цех. Хвалят за качество, ругают за сроки перед праздниками.",
        "Держим запас под клиента на складе.\nШтраф за срыв срока — в договоре.",
    ),
)
HOOKS = (
    "Открывают вторую точку на набережной, ищут пекарей на hh.ru.",
    "Выиграли поставку в школы, старт через месяц.",
    "На выставке показали новую линейку замороженных тортов.",
    "В отзывах трижды за месяц пишут про мятые коробки.",
    "Поменяли логотип, на упаковке пока старый.",
)
OFFERS = (
    "Пробная партия на одну точку, сравнить возвраты за две недели.",
    "Запас под клиента на нашем складе, отгрузка раз в неделю.",
    "Печать в один цвет без клише: макет за день.",
    "Короба трёх размеров вместо четырнадцати.",
)
AUDITS = (
    "Сайт без цен, заявка уходит на общую почту. Ответили через сутки.",
    "В соцсетях фото торта в прозрачной коробке: видно, что мнётся крышка.",
    "Каталог в PDF за прошлый год, упаковка не указана вовсе.",
)
RIVALS = ("Соседняя сеть уже в фирменных коробках.", "На маркетплейсе рядом стоят «Сладкий двор» и «Пышка».")
ICEBREAKERS = (
    "Были на их дегустации весной: медовик правда хорош.",
    "Директор выступал на форуме кондитеров, выложена запись.",
    "Земляки: начинали в Сызрани.",
)
LIKES = ("цена", "привыкли, всё по звонку", "большой склад")
DISLIKES = ("срывает сроки перед праздниками", "картон намокает", "не печатает логотип", "только предоплата")
PREPARED_WHEN_WON, PREPARED_WHEN_NOT = 0.5, 0.34
SUPPLIED = 0.3


def briefs(rng: Random, now: datetime, head: User) -> None:
    """For clients that have an owner; a brief came before the first deal, the words on suppliers in its course."""
    BriefRule.decide({}, ready_percent=60, industry="wholesale", by=None)
    for name, about, arguments in COMPETITORS:
        Competitor.add(name, by=head, about=about, arguments=arguments)
    first = dict(Deal.objects.order_by().values_list("client").annotate(Min("opened_at")))
    won = set(Deal.objects.filter(state="won").values_list("client", flat=True))
    owned = Client.objects.owned().filter(pk__in=first).select_related("owner").order_by("pk")
    for client in owned:
        chance = PREPARED_WHEN_WON if client.pk in won else PREPARED_WHEN_NOT
        with transaction.atomic():
            if rng.random() < chance:
                _write(rng, client, min(first[client.pk], now) - timedelta(hours=2))
            if rng.random() < SUPPLIED:
                _supply(rng, client, min(first[client.pk] + timedelta(hours=3), now))


def _write(rng: Random, client: Client, at: datetime) -> None:
    """Four to six parts of the six; every fifth stops at two."""
    assert client.owner is not None
    said, problem, _now = rng.choice(NEEDS)
    texts = {
        "problem": f"{problem}. Похожие клиенты говорят: «{said}».",
        "hook": rng.choice(HOOKS),
        "offer": rng.choice(OFFERS),
        "audit": rng.choice(AUDITS),
        "icebreakers": rng.choice(ICEBREAKERS),
        "rivals": rng.choice(RIVALS),
    }
    kept = 2 if rng.random() < 0.2 else rng.randint(4, 6)
    parts = dict(list(texts.items())[:kept])
    Brief.write(client, by=client.owner, at=at, links=f"https://client{client.pk}.example", **parts)


def _supply(rng: Random, client: Client, at: datetime) -> None:
    assert client.owner is not None
    name = rng.choice([row[0] for row in COMPETITORS] + ["завод в области"])
    Supply.note(
        client,
        name,
        by=client.owner,
        is_main=rng.random() < 0.8,
        since_on=date(timezone.localdate(at).year - rng.randint(1, 6), rng.randint(1, 12), 1),
        mood=rng.choice((Mood.CONTENT, Mood.MIXED, Mood.MIXED, Mood.UNHAPPY)),
        likes=rng.choice(LIKES),
        dislikes=rng.choice(DISLIKES),
        at=at,
    )
