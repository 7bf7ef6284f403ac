"""The table of the team: a row for each person, comparable numbers with a bar (head/_team.html)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString

from vedu.foundation.people.user import User
from vedu.web.deals.chip import Chip
from vedu.web.deals.listing.choice import ListChoice
from vedu.web.deals.scope import TEAM
from vedu.web.head.figures import Figures, FiguresOf
from vedu.web.head.sums import share, sums_text
from vedu.web.shell.person import person_markup


@dataclass(frozen=True, slots=True)
class Bar:
    """``text`` beside a bar of ``percent`` of the largest in the column."""

    text: str
    percent: int


class Trouble(NamedTuple):
    """A number that should be none, and the list behind it."""

    number: str
    url: str


@dataclass(frozen=True, slots=True)
class TeamRow:
    """Empty texts where there is nothing to see."""

    bubble: SafeString
    name: str
    day_url: str
    amount: Bar
    expected: str
    deals: str
    overdue: Trouble
    stepless: Trouble
    over_norm: Trouble
    touches: Bar
    touches_today: str
    won: Bar
    won_number: str


def team_rows(people: Sequence[User], figures: FiguresOf, main: str, language: str, day_url: str) -> list[TeamRow]:
    """Those with the most open money first. ``main`` is the currency that the bars compare."""
    most = _Most([figures[user.pk] for user in people], main)
    order = sorted(people, key=lambda user: (-figures[user.pk].amount[main], user.name))
    return [_row(user, figures[user.pk], main, most, language, day_url) for user in order]


class _Most:
    """The largest of each column that has bars."""

    def __init__(self, known: Sequence[Figures], main: str) -> None:
        self.amount = max((each.amount[main] for each in known), default=0)
        self.touches = max((each.touches_week for each in known), default=0)
        self.won = max((each.won_amount[main] for each in known), default=0)


def _row(user: User, own: Figures, main: str, most: _Most, language: str, day_url: str) -> TeamRow:
    return TeamRow(
        bubble=person_markup(user.name, user.pk, "", True),
        name=user.name,
        day_url=f"{day_url}?person={user.pk}" if day_url else "",
        amount=Bar(sums_text(own.amount, main, language), share(own.amount[main], most.amount)),
        expected=sums_text(own.expected, main, language),
        deals=number(own.deals),
        overdue=Trouble(number(own.overdue), listed(user, Chip.OVERDUE)),
        stepless=Trouble(number(own.stepless), listed(user, Chip.STEPLESS)),
        over_norm=Trouble(number(own.over_norm), listed(user, Chip.OVER_NORM)),
        touches=Bar(number(own.touches_week), share(own.touches_week, most.touches)),
        touches_today=number(own.touches_today),
        won=Bar(sums_text(own.won_amount, main, language), share(own.won_amount[main], most.won)),
        won_number=number(own.won),
    )


def number(count: int) -> str:
    return str(count) if count else ""


def listed(user: User, chip: Chip) -> str:
    """Those deals of this person."""
    return ListChoice(scope=TEAM, owner=user.pk, chip=chip).address()
