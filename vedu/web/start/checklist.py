"""Three steps from an empty base to the first call: the template, the base, the people."""

from dataclasses import dataclass, field
from functools import cached_property

from vedu.clients.client import Client
from vedu.foundation.people.authority import teams_of
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.web.shell.address import address_of
from vedu.web.start.businesses import Business, businesses
from vedu.web.team.forms import InvitationForm
from vedu.web.team.page import Key


@dataclass
class Checklist:
    """A step is done when the base says so; nothing is ticked by hand."""

    user: User
    keys: list[Key] = field(default_factory=list)
    sent_invitation: InvitationForm | None = None

    @cached_property
    def has_deals(self) -> bool:
        return Deal.objects.exists()

    @cached_property
    def pipelines(self) -> list[str]:
        return list(Pipeline.objects.in_use().values_list("name", flat=True))

    @cached_property
    def has_clients(self) -> bool:
        return Client.objects.exists()

    @cached_property
    def colleagues(self) -> int:
        return User.objects.filter(is_active=True).exclude(pk=self.user.pk).count()

    @property
    def businesses(self) -> list[Business]:
        return businesses()

    @property
    def current(self) -> int:
        """The first step that is not done; 0 when all are."""
        done = (self.pipelines, self.has_clients, self.colleagues)
        return next((number for number, is_done in enumerate(done, 1) if not is_done), 0)

    @property
    def imports_url(self) -> str:
        return address_of("imports:index")

    @property
    def board_url(self) -> str:
        return address_of("deals:index")

    @cached_property
    def invitation(self) -> InvitationForm:
        return self.sent_invitation or InvitationForm(
            by=self.user, teams=teams_of(self.user), initial={"team": self.user.team_id}
        )
