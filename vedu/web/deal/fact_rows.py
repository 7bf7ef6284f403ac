"""Base facts of a deal, those that are known (deal/_facts.html)."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vedu.foundation.values.moments import full_text
from vedu.sales.deals.deal import Deal
from vedu.web.shell.clock import Clock


class FactRow(NamedTuple):
    name: str
    value: str


def fact_rows(deal: Deal, clock: Clock) -> list[FactRow]:
    rows = (
        FactRow(pgettext("deal", "Pipeline"), deal.pipeline.name),
        FactRow(pgettext("deal", "Opened"), full_text(clock.day_of(deal.opened_at), clock.zone, clock.language)),
        FactRow(pgettext("deal", "Source"), deal.source),
        FactRow(pgettext("deal", "Expected"), _expected(deal, clock)),
        FactRow(pgettext("deal", "Talked"), _talked(deal, clock)),
        FactRow(pgettext("deal", "Steps back"), _backwards(deal)),
    )
    return [row for row in rows if row.value]


def _expected(deal: Deal, clock: Clock) -> str:
    return full_text(deal.expected_on, clock.zone, clock.language) if deal.expected_on else ""


def _talked(deal: Deal, clock: Clock) -> str:
    if deal.last_two_way_at is None:
        return _("not yet")
    return full_text(clock.day_of(deal.last_two_way_at), clock.zone, clock.language)


def _backwards(deal: Deal) -> str:
    if not deal.back_moves:
        return ""
    return ngettext("%(moves)d time", "%(moves)d times", deal.back_moves) % {"moves": deal.back_moves}
