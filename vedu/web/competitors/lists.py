"""The clients and the lost deals behind the numbers of the directory."""

from typing import NamedTuple

from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Mood, Supply
from vedu.foundation.people.user import User
from vedu.sales.deals.lost_to import lost_to
from vedu.web.clients.since import day_text
from vedu.web.preparation.deal_list import Row as DealRow
from vedu.web.preparation.deal_list import row_of
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock

MOST = 200


class ClientRow(NamedTuple):
    url: str
    name: str
    city: str
    owner: str
    is_main: bool
    mood: str
    dislikes: str
    noted: str


def clients_with(competitor: Competitor, user: User) -> list[ClientRow]:
    """The clients that this person sees and the competitor works with; one query."""
    now = Clock.here().now
    present = Supply.objects.present().visible_to(user).filter(competitor=competitor)
    found = present.select_related("client__owner").order_by("client__name_folded", "pk")
    return [
        ClientRow(
            url=address_of("clients:card", supply.client_id),
            name=supply.client.name,
            city=supply.client.city,
            owner=supply.client.owner.name if supply.client.owner else "",
            is_main=supply.is_main,
            mood=str(Mood(supply.mood).label) if supply.mood else "",
            dislikes=supply.dislikes,
            noted=day_text(supply.at, now),
        )
        for supply in found[:MOST]
    ]


def losses_to(competitor: Competitor, user: User) -> list[DealRow]:
    clock = Clock.here()
    return [row_of(deal, clock) for deal in lost_to(competitor, user).select_related("client", "owner")[:MOST]]
