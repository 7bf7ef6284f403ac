"""Who supplies the client today, and competitors that are there (clients/_supply.html)."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.competitors.supply import Mood, Supply
from vedu.web.clients.since import day_text
from vedu.web.shell.address import address_of


class SupplyRow(NamedTuple):
    """``url`` leads to the arguments against a competitor of the directory, "" for another name."""

    name: str
    url: str
    is_main: bool
    since: str
    mood: str
    is_unhappy: bool
    likes: str
    dislikes: str
    remark: str
    noted: str
    end_url: str


def supplies_of(client: Client, now: datetime) -> list[SupplyRow]:
    """The supplier of today first; one query."""
    return [_row(supply, now) for supply in client.supplies.present().select_related("by")]


def _row(supply: Supply, now: datetime) -> SupplyRow:
    since = supply.since_on
    return SupplyRow(
        name=supply.name,
        url=f"{address_of('competitors:index')}#competitor-{supply.competitor_id}" if supply.competitor_id else "",
        is_main=supply.is_main,
        since=_("since %(month)s") % {"month": f"{since.month:02}.{since.year}"} if since else "",
        mood=str(Mood(supply.mood).label) if supply.mood else "",
        is_unhappy=supply.mood in (Mood.UNHAPPY, Mood.MIXED),
        likes=supply.likes,
        dislikes=supply.dislikes,
        remark=supply.remark,
        noted=_("%(person)s, %(day)s") % {"person": supply.by.name, "day": day_text(supply.at, now)},
        end_url=address_of("clients:ended_supply", supply.pk),
    )
