"""The deals of a client: open ones first with their next step, then how the others ended (clients/_deals.html)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from typing import Any

from django.db.models import Case, IntegerField, OuterRef, Subquery, Value, When
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.values.durations import norm_text
from vedu.foundation.values.money_text import money_text, short_money_text
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal, DealState
from vedu.sales.touches.channel import TaskKind
from vedu.web.clients.since import day_text
from vedu.web.deals.step_chip import StepChip, step_chip
from vedu.web.shell.address import address_of
from vedu.web.touches.line import DealName

MOST = 20


@dataclass(frozen=True, slots=True)
class DealRow:
    """``step`` is the chip of what comes next; None when nothing does."""

    url: str
    name: str
    is_open: bool
    stage: str
    value: str
    step: StepChip | None


@dataclass(frozen=True, slots=True)
class DealsTable:
    """``names`` of those shown, by id; ``hidden`` counts deals beyond them."""

    rows: list[DealRow]
    names: dict[int, DealName]
    won: str
    hidden: int


def deals_of(client: Client, user: User, now: datetime) -> DealsTable:
    """One query, with how each closed deal ended; one more when there are over twenty."""
    deals = Deal.objects.visible_to(user).filter(client=client)
    last = Closing.objects.filter(deal=OuterRef("pk")).order_by("-at", "-pk")[:1]
    loaded = deals.select_related("stage", "next_step").annotate(
        refusal=Subquery(last.values("reason__name")), return_on=Subquery(last.values("return_on"))
    )
    first = Case(When(state=DealState.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    found = list(loaded.order_by(first, "-opened_at", "-pk")[: MOST + 1])
    shown = found[:MOST]
    return DealsTable(
        rows=[_row(deal, now) for deal in shown],
        names={deal.pk: DealName(deal.name, deal.currency) for deal in shown},
        won=_won((deal.currency, deal.amount) for deal in shown if deal.state == DealState.WON),
        hidden=deals.count() - MOST if len(found) > MOST else 0,
    )


def _won(sums: Iterable[tuple[str, Decimal]]) -> str:
    """«8 выигранных на 2,30 млн ₽», of those shown."""
    totals: dict[str, list[Decimal]] = defaultdict(list)
    for currency, amount in sums:
        totals[currency].append(amount)
    number = sum(map(len, totals.values()))
    if not number:
        return ""
    language = get_language() or "en"
    value = " + ".join(short_money_text(sum(amounts), currency, language) for currency, amounts in totals.items())
    words = ngettext("%(number)d won, %(value)s", "%(number)d won, %(value)s", number)
    return words % {"number": number, "value": value}


def _row(deal: Any, now: datetime) -> DealRow:
    return DealRow(
        url=address_of("deal:card", deal.pk),
        name=deal.name,
        is_open=deal.is_open,
        stage=_stage(deal, now) if deal.is_open else _ending(deal, now),
        value=money_text(deal.amount, deal.currency, get_language() or "en"),
        step=_step(deal, now),
    )


def _stage(deal: Deal, now: datetime) -> str:
    """«Потребности, 4 из 7 дн.»."""
    return f"{deal.stage.name}, {norm_text(deal.days_in_stage(now), deal.stage.day_norm)}"


def _ending(deal: Any, now: datetime) -> str:
    day = day_text(deal.closed_at, now) if deal.closed_at else ""
    if deal.state == DealState.WON:
        return _("Won on %(day)s") % {"day": day}
    if deal.state == DealState.POSTPONED:
        return _("Put off on %(day)s") % {"day": day}
    return _("Refused on %(day)s: %(reason)s") % {"day": day, "reason": deal.refusal or ""}


def _step(deal: Any, now: datetime) -> StepChip | None:
    """The next step of an open deal, the return to a closed one."""
    zone = timezone.get_current_timezone()
    if not deal.is_open:
        return _return(deal.return_on, now, zone) if deal.return_on else None
    step = deal.next_step
    return step_chip(step and step.kind, step and step.due_at, bool(step and step.has_time), now, zone)


def _return(on: date, now: datetime, zone: tzinfo) -> StepChip:
    return step_chip(TaskKind.RETURN, timezone.make_aware(datetime.combine(on, time.min)), False, now, zone)
