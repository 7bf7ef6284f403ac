"""Finds as ready rows: where each leads, what it is, who leads the client."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.client import Client
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.search.query import Hit
from vedu.web.clients.since import day_text
from vedu.web.search.marked import excerpt, marked
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


def note_rows(hits: Sequence[Hit], text: str) -> list[Row]:
    """The words around what was typed, of whom they were written, and when."""
    now = timezone.now()
    names = (
        dict(Client.objects.filter(pk__in={hit.client_id for hit in hits}).values_list("pk", "name")) if hits else {}
    )
    return [
        Row(
            url=card("clients:card", hit.client_id),
            icon=icon_markup(ICONS[hit.kind]),
            title=marked(excerpt(hit.title, text), text),
            detail=f"{names.get(hit.client_id or 0, '')}, {day_text(hit.touched_at, now)}",
        )
        for hit in hits
    ]


def owner_names(ids: Collection[int]) -> dict[int, str]:
    """In the fields a name is made of."""
    return {owner.pk: owner.name for chunk in chunked(ids, AT_ONCE) for owner in _OWNERS.objects_in(chunk)}


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


AT_ONCE = 32
_OWNERS = PreparedObjects(lambda *ids: User.objects.filter(pk__in=ids), ids=AT_ONCE)
ICONS = {"client": "building", "contact": "user", "deal": "layout-kanban", "note": "note"}


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
