"""The head of the card: the value, the facts beside it, the client's clock beside ours (deal/_head.html)."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from vedu.clients.local_time import known_zone
from vedu.foundation.values.moments import hour_text, moment_text
from vedu.foundation.values.money_text import money_text
from vedu.sales.deals.deal import Deal
from vedu.web.deals.board.card import percent
from vedu.web.shell.clock import Clock

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Head:
    """``their_clock`` is empty when it agrees with ours. ``typed`` is the sum as its field takes it."""

    value: str
    typed: str
    place: str
    their_clock: str
    our_clock: str
    expected: str
    chance: str
    hoped: str


def head_of(deal: Deal, clock: Clock) -> Head:
    theirs, ours = _clocks(deal, clock)
    hoped = (deal.amount * deal.chance / 100).quantize(CENT)
    return Head(
        value=money_text(deal.amount, deal.currency, clock.language) if deal.amount else "",
        typed=_typed(deal.amount),
        place=deal.client.city,
        their_clock=theirs,
        our_clock=ours,
        expected=_day(deal, clock),
        chance=percent(deal.chance, clock.language),
        hoped=money_text(hoped.to_integral_value(), deal.currency, clock.language),
    )


def _clocks(deal: Deal, clock: Clock) -> tuple[str, str]:
    zone = known_zone(deal.client.time_zone, deal.client.region)
    if zone is None:
        return "", ""
    theirs, ours = hour_text(clock.now, zone), hour_text(clock.now, clock.zone)
    return ("", "") if theirs == ours else (theirs, ours)


def _day(deal: Deal, clock: Clock) -> str:
    if deal.expected_on is None:
        return ""
    day = moment_text(deal.expected_on, clock.now, clock.zone, language=clock.language)
    return _("we expect it %(day)s") % {"day": day}


def _typed(amount: Decimal) -> str:
    """A plain number with a point, which is read back in any language."""
    text = f"{amount:f}" if amount else ""
    return text.rstrip("0").rstrip(".") if "." in text else text
