"""Everything the card of a client shows; each part is read when a template asks for it."""

from dataclasses import dataclass
from datetime import datetime

from django.forms.models import model_to_dict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.requisites import Requisites
from vedu.clients.tree import Tie
from vedu.foundation.people.user import User
from vedu.web.clients.deals_table import DealsTable, deals_of
from vedu.web.clients.facts import Fact, facts_of
from vedu.web.clients.forms import FactsForm, PersonForm, PlacementForm, PointForm, RequisitesForm, SupplyForm
from vedu.web.clients.history import Period, history_of
from vedu.web.clients.owner_strip import OwnerStrip, owner_strip
from vedu.web.clients.people import People, people_of
from vedu.web.clients.requisites_panel import RequisitesPanel, requisites_of, requisites_panel
from vedu.web.clients.standing import Standing, standing_of
from vedu.web.clients.supplies import SupplyRow, supplies_of
from vedu.web.clients.tree_panel import Tree, tree_of
from vedu.web.clients.waiting import Waiting, waiting_of
from vedu.web.enrichment.standing import Standing as RegisterStanding
from vedu.web.enrichment.standing import standing_of as register_standing_of
from vedu.web.message_templates.link import WritingLink
from vedu.web.people.zones import ZONES
from vedu.web.preparation.panel import BriefPanel, brief_panel, empty_panel
from vedu.web.shell.address import address_of
from vedu.web.touches.client_composer import client_composer
from vedu.web.touches.composer import Composer
from vedu.web.touches.timeline import Timeline, of_client


@dataclass
class Card:
    client: Client
    user: User
    now: datetime

    @cached_property
    def handovers(self) -> list[Waiting]:
        """Those that wait and that this person may know of; no query when there are none."""
        if not getattr(self.client, "is_asked_for", True):
            return []
        asked = self.client.handovers.pending().visible_to(self.user)
        return waiting_of(asked.select_related("client", "giver", "receiver"), self.user, self.now)

    @property
    def owner(self) -> OwnerStrip:
        return owner_strip(self.client, self.user, self.now, is_asked=any(waiting.is_own for waiting in self.handovers))

    @property
    def is_seen(self) -> bool:
        return self.client.is_visible_to(self.user)

    @property
    def heading(self) -> str:
        """One who does not see the client reads its name only when it is offered to him, or when he has asked."""
        return self.client.name if self.is_seen or self.handovers else _("A client of another team")

    @property
    def new_deal_url(self) -> str:
        """ "" while there is no screen for it."""
        url = address_of("deals:new")
        return f"{url}?client={self.client.pk}" if url else ""

    @property
    def zones(self) -> tuple[str, ...]:
        return ZONES

    @property
    def may_work(self) -> bool:
        return self.client.is_workable_by(self.user)

    @cached_property
    def people(self) -> People:
        return people_of(self.client, self.user)

    @cached_property
    def requisites_row(self) -> Requisites:
        return requisites_of(self.client)

    @property
    def requisites(self) -> RequisitesPanel:
        return requisites_panel(self.requisites_row, self.now)

    @cached_property
    def brief(self) -> BriefPanel:
        is_begun = getattr(self.client, "has_brief", True)
        return brief_panel(self.client.pk, self.now) if is_begun else empty_panel(self.client.pk)

    @cached_property
    def supplies(self) -> list[SupplyRow]:
        return supplies_of(self.client, self.now) if getattr(self.client, "has_supplies", True) else []

    @property
    def supply_form(self) -> SupplyForm:
        return SupplyForm()

    @property
    def register_standing(self) -> RegisterStanding | None:
        """What the state register says of it, where that is a warning."""
        return register_standing_of(self.client, self.now)

    @cached_property
    def history(self) -> list[Period]:
        return history_of(self.client, self.now)

    @cached_property
    def deals(self) -> DealsTable:
        return deals_of(self.client, self.user, self.now)

    @cached_property
    def composer(self) -> Composer | None:
        """For those who may write here: a head of the owner too, who says why (override)."""
        if self.may_work or self.user.manages(self.client.owner_id):
            return client_composer(self.client, self.user, self.people.names)
        return None

    @property
    def writing(self) -> WritingLink:
        return WritingLink(address_of("message_templates:of_client", self.client.pk))

    @cached_property
    def timeline(self) -> Timeline:
        return of_client(self.client, self.user, deals=self.deals.names)

    @cached_property
    def standing(self) -> Standing:
        return standing_of(self.client, self.now)

    @cached_property
    def tree(self) -> Tree:
        return tree_of(self.client)

    @property
    def tree_form(self) -> PlacementForm:
        parent = self.client.parent
        return PlacementForm(initial={"parent": parent.name if parent else "", "tie": self.client.tie or Tie.OUTLET})

    @property
    def person_form(self) -> PersonForm:
        return PersonForm()

    @property
    def point_form(self) -> PointForm:
        return PointForm(people=self.people.names)

    @property
    def requisites_form(self) -> RequisitesForm:
        return RequisitesForm(initial=model_to_dict(self.requisites_row))

    @property
    def facts_form(self) -> FactsForm:
        return FactsForm(instance=self.client)

    @property
    def facts(self) -> list[Fact]:
        return facts_of(self.client, self.now)


def card_of(client: Client, user: User) -> Card:
    return Card(client, user, timezone.now())
