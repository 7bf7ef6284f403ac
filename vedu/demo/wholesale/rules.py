"""The rules of the company, and the clock that has acted by them for some days: countdowns, notices, a living pool."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.hold_keeping import keep_holds
from vedu.clients.hold_rule import Hold, HoldRule
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.calendar_day import is_working_time
from vedu.foundation.people.notice import Notice
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.sales.deals.neglect_keeping import keep_neglect
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.reminders.digest import send_digests
from vedu.sales.reminders.escalation import escalate
from vedu.sales.reminders.reminding import remind

HOLD_DAYS, HEAD_DAYS, POOL_DAYS, CLAIMS = 120, 3, 10, 120
# So long ago the rules were set. Neglect is counted for fewer days than lead to the pool: deals stay where they are.
HOLDS_SINCE, NEGLECT_SINCE = 12, 5
NOON = time(12)


def keep_rules(now: datetime, boss: User, head: User, active: Pipeline) -> None:
    """Set by the owner of the business and the head, then kept day by day till this morning."""
    _decide(boss, head, active)
    for days in range(HOLDS_SINCE, -1, -1):
        noon = _working_noon(now - timedelta(days=days))
        if noon is not None and noon <= now:
            keep_holds(noon)
            if days <= NEGLECT_SINCE:
                keep_neglect(noon)
            _read_before(noon - timedelta(days=1))
            if not days:
                _remind(noon)


def _remind(at: datetime) -> None:
    """What the bell has to tell today."""
    send_digests(at - timedelta(hours=3))
    remind(at)
    escalate(at)


def _decide(boss: User, head: User, active: Pipeline) -> None:
    key = Segment.define("Ключевые", [_at_least("purchases", 2)], by=head, about="Купили и вернулись за новым заказом")
    Segment.define(
        "Производства рядом",
        [
            {"field": "kind", "op": "in", "values": ["company"]},
            {"field": "city", "op": "in", "values": ["Казань", "Нижний Новгород", "Самара"]},
        ],
        by=head,
        about="Возим своей машиной",
        is_icp=True,
    )
    HoldRule.decide([Hold(key, None), Hold(None, HOLD_DAYS)], by=boss)
    active.decide_neglect(HEAD_DAYS, POOL_DAYS, by=boss)
    ClaimLimit.decide(Role.SELLER, CLAIMS, by=boss)


def _at_least(field: str, number: int) -> dict[str, object]:
    return {"field": field, "op": "at_least", "values": [str(number)]}


def _working_noon(at: datetime) -> datetime | None:
    noon = timezone.make_aware(datetime.combine(timezone.localtime(at).date(), NOON))
    return noon if is_working_time(noon) else None


def _read_before(at: datetime) -> None:
    """Yesterday's news have been read."""
    Notice.objects.unread().filter(at__lte=at).update(read_at=at)
