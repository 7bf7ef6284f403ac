"""The first line of the morning: the greeting by the hour, and what the month has brought."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.values.words_of_time import words_in
from vedu.web.head.figures import Figures, month_start
from vedu.web.head.sums import sums_text
from vedu.web.shell.clock import Clock

DAWN, NOON, EVENING = 5, 12, 17


class Won(NamedTuple):
    """Deals of the team since the first of the month; ``day`` is that first."""

    number: int
    value: str
    day: str


def greeting(user: User, clock: Clock) -> str:
    hour = clock.now.astimezone(clock.zone).hour
    name = " ".join(filter(None, (user.first_name, user.patronymic))) or user.name
    if DAWN <= hour < NOON:
        return _("Good morning, %(name)s.") % {"name": name}
    if NOON <= hour < EVENING:
        return _("Good afternoon, %(name)s.") % {"name": name}
    return _("Good evening, %(name)s.") % {"name": name}


def won_of(team: Iterable[Figures], main: str, clock: Clock) -> Won:
    number, sums = 0, defaultdict[str, Decimal](Decimal)
    for figures in team:
        number += figures.won
        for currency, amount in figures.won_amount.items():
            sums[currency] += amount
    first = month_start(clock).date()
    day = f"{first.day}\u00a0{words_in(clock.language).months[first.month - 1]}"
    return Won(number, sums_text(sums, main, clock.language), day)
