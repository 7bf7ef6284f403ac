"""Everything the head sees in the morning, in at most a dozen queries."""

from dataclasses import dataclass
from functools import cached_property

from vedu.clients.handover import Handover
from vedu.foundation.people.roles import SELLING
from vedu.foundation.people.user import User
from vedu.web.clients.waiting import Waiting, waiting_of
from vedu.web.head import hello
from vedu.web.head.figures import FiguresOf, figures_of
from vedu.web.head.help import Help, whom_to_help
from vedu.web.head.neglected import Neglected, neglected_of
from vedu.web.head.sums import main_currency
from vedu.web.head.team_table import TeamRow, team_rows
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock

MOST_DECISIONS = 20


@dataclass
class Morning:
    """Each part is read when the template asks for it."""

    user: User

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @cached_property
    def people(self) -> list[User]:
        """Those whom this person leads and who sell."""
        ids = self.user.managed_ids()
        selling = User.objects.filter(is_active=True, role__in=SELLING)
        return list(selling if ids is None else selling.filter(pk__in=ids))

    @cached_property
    def figures(self) -> FiguresOf:
        return figures_of([user.pk for user in self.people], self.clock)

    @cached_property
    def main(self) -> str:
        return main_currency(figures.amount for figures in self.figures.values())

    @property
    def greeting(self) -> str:
        return hello.greeting(self.user, self.clock)

    @property
    def won(self) -> hello.Won:
        return hello.won_of(self.figures.values(), self.main, self.clock)

    @cached_property
    def helps(self) -> list[Help]:
        return whom_to_help(self.people, self.figures, self.main, self.clock)

    @cached_property
    def decisions(self) -> list[Waiting]:
        asked = Handover.objects.answerable_by(self.user).select_related("client", "giver", "receiver")
        return waiting_of(asked[:MOST_DECISIONS], self.user, self.clock.now)

    @cached_property
    def neglected(self) -> tuple[list[Neglected], int]:
        return neglected_of(self.figures, self.clock)

    @property
    def team(self) -> list[TeamRow]:
        """Leading people is no row of its own: those who lead stand here with what they sell themselves."""
        people = [user for user in self.people if not (user.is_leading and self.figures[user.pk].is_idle)]
        return team_rows(people, self.figures, self.main, self.clock.language, address_of("day:index"))
