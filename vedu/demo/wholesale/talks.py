"""What sellers of the demo world heard in their talks of late: answers, buying signals, checklists gone through."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from vedu.foundation.bulk_work import one_batch
from vedu.sales.checklists.filled_checklist import TALKS, FilledChecklist, lists_for
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.objections.objection_action import ActionKind, ObjectionAction
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.choice import version_for
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.signals.signal_mark import SignalMark
from vedu.sales.touches.touch import Touch

# By the key of the question in the eight steps: the stage where it is asked, and what clients answer.
ASKED: dict[str, tuple[int, tuple[str, ...]]] = {
    "hook": (0, ("Открывают второй цех", "Выиграли поставку в школы", "Ищут пекарей, значит, растут")),
    "who-decides": (1, ("Закупщица, но цену смотрит директор", "Решает технолог, платит бухгалтерия")),
    "how-decided": (1, ("Берут образцы у троих и сравнивают две недели", "Раз в год тендер, остальное по звонку")),
    "may-go-on": (2, ("yes", "yes", "yes", "no")),
    "how-much": (3, ("Шесть тысяч штук в месяц", "Две паллеты раз в две недели", "По сезону: летом вдвое больше")),
    "understood": (3, ("yes", "yes", "no")),
    "fits": (4, ("Крышка держит, нужен ещё размер поменьше", "Подходит, но печать хотят в два цвета")),
    "next-step": (4, ("Посчитать на три размера до пятницы", "Привезти образцы на склад в среду")),
    "besides": (5, ("no", "no", "yes")),
    "when-paid": (6, ("До конца недели", "В день отгрузки", "Отсрочка 14 дней")),
}
CLOSED = {"may-go-on", "understood", "besides"}
LATELY = timedelta(days=80)
GIVEN = (
    (ActionKind.SAMPLES, "Короба трёх размеров, по десять штук"),
    (ActionKind.REVIEWS, "Отзывы «Уютного дома» и «Пышки»"),
    (ActionKind.TRIAL, "Пробная партия на одну точку"),
)


def talks(rng: Random, now: datetime, active: Pipeline) -> None:
    """On the open deals, with the habits of each seller: who asks openly, who forgets what."""
    rows = Deal.objects.open().filter(pipeline=active).select_related("client", "owner", "stage", "pipeline")
    deals = list(rows.order_by("pk"))
    signals = list(BuyingSignal.objects.in_use())
    with one_batch(), transaction.atomic():
        _answers(rng, now, [deal for deal in deals if deal.stage.position and rng.random() < 0.4])
        for deal in deals:
            if deal.stage.position >= 3:
                _signals(rng, now, deal, signals)
        _checklists(rng, now, deals)
        for deal in [deal for deal in deals if deal.stage.position == 5][:8]:
            kind, note = rng.choice(GIVEN)
            until = timezone.localdate(now) + timedelta(days=rng.randint(1, 9))
            ObjectionAction.give(deal, kind, until_on=until, note=note, by=deal.owner, at=now)


def _answers(rng: Random, now: datetime, deals: Sequence[Deal]) -> None:
    version = version_for(deals[0]) if deals else None
    for deal in deals:
        openly = 0.3 + 0.1 * (deal.owner_id % 6)
        for key, (stage, said) in ASKED.items():
            asks = 0.95 - openly if key in CLOSED else openly * 0.7
            if version is not None and stage < deal.stage.position and rng.random() < asks:
                at = max(deal.opened_at, now - LATELY * rng.random())
                Answer.give(deal, version, key, rng.choice(said), by=deal.owner, at=at)


def _signals(rng: Random, now: datetime, deal: Deal, signals: Sequence[BuyingSignal]) -> None:
    """The nearer to the end, the more; the last ones a day ago."""
    count = rng.choice((0, 0, 1, 1, 2)) + max(0, deal.stage.position - 4)
    for signal in rng.sample(signals, min(count, len(signals))):
        SignalMark.mark(deal, signal, by=deal.owner, at=max(deal.opened_at, now - timedelta(days=rng.uniform(1, 40))))


def _checklists(rng: Random, now: datetime, deals: Sequence[Deal]) -> None:
    """The first talks and every fifth of the others; each seller forgets something of his own."""
    lately = Touch.objects.filter(deal__in=deals, channel__in=TALKS, two_way=True, at__gte=now - LATELY)
    all_talks = Touch.objects.filter(channel__in=TALKS, two_way=True).order_by()
    first = set(all_talks.values("client").annotate(first=Min("pk")).values_list("first", flat=True))
    for touch in lately.select_related("client", "deal", "by").order_by("pk"):
        if touch.pk not in first and rng.random() > 0.2:
            continue
        for number, checklist in enumerate(lists_for(touch)):
            keys = [line.key for line in checklist.lines]
            weak = keys[(touch.by_id + number) % len(keys)]
            done = [key for key in keys if rng.random() < (0.25 if key == weak else 0.85)]
            FilledChecklist.fill(touch, checklist, done, by=touch.by, at=min(now, touch.at + timedelta(minutes=9)))
