"""Pinned deals as rows (recent/_menu.html)."""

from typing import NamedTuple

from django.urls import reverse

from vedu.foundation.people.user import User
from vedu.sales.pins.pin import MOST_PINS, Pin


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
            reverse("deal:card", args=[pk]),
            client,
            f"{deal} · {stage}",
            reverse("recent:unpin", args=[pk]),
        )
        for pk, client, deal, stage in rows
    ]
