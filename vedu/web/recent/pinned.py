"""Pinned deals as rows (recent/_menu.html)."""

from typing import NamedTuple

from vedu.foundation.people.user import User
from vedu.sales.pins.pin import MOST_PINS, Pin
from vedu.web.shell.address import address_of


class Pinned(NamedTuple):
    """``name`` of the client, ``about``: the deal and its stage. ``key`` is as the browser keeps recent cards."""

    key: str
    url: str
    name: str
    about: str
    unpin_url: str


def pinned_of(user: User) -> list[Pinned]:
    """One query."""
    columns = ("deal_id", "deal__client__name", "deal__name", "deal__stage__name")
    rows = Pin.objects.of(user).values_list(*columns)[:MOST_PINS]
    return [
        Pinned(
            f"deal-{pk}",
            address_of("deal:card", pk),
            client,
            f"{deal} · {stage}",
            address_of("recent:unpin", pk),
        )
        for pk, client, deal, stage in rows
    ]
