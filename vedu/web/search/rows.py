"""Finds as ready rows: where each leads, what it is, who leads the client."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.foundation.people.user import User
from vedu.foundation.search.query import Hit
from vedu.web.search.marked import marked
from vedu.web.shell.icons import icon_markup


@dataclass(frozen=True, slots=True)
class Row:
    url: str
    icon: SafeString
    title: SafeString
    detail: str


def rows(hits: Sequence[Hit], text: str, user: User) -> list[Row]:
    names = owner_names({hit.owner_id for hit in hits if hit.owner_id})
    return [
        Row(
            url=address(hit),
            icon=icon_markup(ICONS[hit.kind]),
            title=marked(hit.title, text),
            detail=detail(hit, lead(hit, names, user)),
        )
        for hit in hits
    ]


def owner_names(ids: Collection[int]) -> dict[int, str]:
    """In the fields a name is made of."""
    owners = User.objects.filter(pk__in=ids).only("first_name", "last_name", "username")
    return {owner.pk: owner.name for owner in owners} if ids else {}


def lead(hit: Hit, names: dict[int, str], user: User) -> str:
    """Who leads the client of this find (OWN-1)."""
    if hit.owner_id is None:
        return pgettext("search", "free")
    if hit.owner_id == user.pk:
        return _("led by you")
    return _("led by %(name)s") % {"name": names.get(hit.owner_id, "")}


def detail(hit: Hit, led: str) -> str:
    if hit.kind == "deal" and not hit.is_open:
        led = pgettext("search", "closed")
    return ", ".join(part for part in (hit.detail, led) if part)


def address(hit: Hit) -> str:
    return ADDRESSES[hit.kind](hit)


ICONS = {"client": "building", "contact": "user", "deal": "layout-kanban"}


@cache
def around(view: str) -> tuple[str, str]:
    """What stands before and after the number in the address of a card: asked once, not for each find."""
    before, _number, after = reverse(view, args=[0]).rpartition("0")
    return before, after


def card(view: str, pk: int | None) -> str:
    return str(pk).join(around(view))


ADDRESSES: dict[str, Callable[[Hit], str]] = {
    "client": lambda hit: card("clients:card", hit.object_id),
    "contact": lambda hit: f"{card('clients:card', hit.client_id)}#contact-{hit.object_id}",
    "deal": lambda hit: card("deal:card", hit.object_id),
}
