"""Everything the page of people and teams shows."""

from dataclasses import dataclass, field
from functools import cached_property

from vedu.foundation.people.authority import teams_of
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.web.shell.clock import Clock
from vedu.web.team.forms import InvitationForm, TeamForm
from vedu.web.team.rows import Person, people_of


@dataclass
class Key:
    """The address where ``name`` sets his password; ``error`` when nobody could be hired by it."""

    name: str
    url: str = ""
    error: str = ""


@dataclass
class TeamPage:
    """A form that was sent back with its errors stands in place of an empty one; ``keys`` are shown this once."""

    viewer: User
    keys: list[Key] = field(default_factory=list)
    sent_invitation: InvitationForm | None = None
    sent_team: TeamForm | None = None

    @cached_property
    def places(self) -> list[Team]:
        return teams_of(self.viewer)

    @cached_property
    def people(self) -> list[Person]:
        return people_of(self.viewer, self.places, Clock.here())

    @property
    def teams(self) -> list[tuple[int, str, int]]:
        """How deep each stands, its name, how many work in it."""
        members = [person.team for person in self.people if person.is_active]
        return [(team.path.count("/") - 2, team.name, members.count(team.name)) for team in self.places]

    @property
    def invitation(self) -> InvitationForm:
        return self.sent_invitation or InvitationForm(
            by=self.viewer, teams=self.places, initial={"team": self.viewer.team_id}
        )

    @property
    def team_form(self) -> TeamForm:
        return self.sent_team or TeamForm(by=self.viewer, teams=self.places, initial={"parent": self.viewer.team_id})
