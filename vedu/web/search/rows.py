"""Finds as ready rows: where each leads, what it is, who leads the client."""

from collections.abc import Callable, Collection, Sequence
from functools import cache
from html import escape
from typing import NamedTuple

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.client import Client
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.search.query import Hit
from vedu.web.clients.since import day_text
from vedu.web.search.marked import excerpt, marked
from vedu.web.shell.address import address_of
from vedu.web.shell.as_format import as_format, mark
from vedu.web.shell.icons import icon_markup


class Row(NamedTuple):
    """Ready for the page: escaped already, for there are fifty of them."""

    url: str
    icon: str
    title: str
    detail: str


def markup(found: Sequence[Row], *, in_palette: bool) -> SafeString:
    """Filled by the template search/_hit.html."""
    hit = _format(in_palette)
    return mark_safe("".join([hit % row._asdict() for row in found]))


@cache
def _format(in_palette: bool) -> str:
    return as_format("search/_hit.html", {"in_palette": in_palette, "hit": Row(*map(mark, Row._fields))})


def rows(hits: Sequence[Hit], text: str, user: User) -> list[Row]:
    led = leads({hit.owner_id for hit in hits}, user)
    closed = pgettext("search", "closed")
    return [
        Row(
            url=address(hit),
            icon=icon_markup(ICONS[hit.kind]),
            title=marked(hit.title, text),
            detail=detail(hit, closed if hit.kind == "deal" and not hit.is_open else led[hit.owner_id]),
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
            url=address_of("clients:card", hit.client_id),
            icon=icon_markup(ICONS[hit.kind]),
            title=marked(excerpt(hit.title, text), text),
            detail=escape(f"{names.get(hit.client_id or 0, '')}, {day_text(hit.touched_at, now)}"),
        )
        for hit in hits
    ]


def owner_names(ids: Collection[int]) -> dict[int, str]:
    """In the fields a name is made of."""
    return {owner.pk: owner.name for chunk in chunked(ids, AT_ONCE) for owner in _OWNERS.objects_in(chunk)}


def leads(owner_ids: Collection[int | None], user: User) -> dict[int | None, str]:
    """Who leads the client of a find (OWN-1), in words; said once, for an owner stands in many rows."""
    names = owner_names({pk for pk in owner_ids if pk})
    led: dict[int | None, str] = {pk: _("led by %(name)s") % {"name": names.get(pk or 0, "")} for pk in owner_ids}
    return led | {None: pgettext("search", "free"), user.pk: _("led by you")}


def detail(hit: Hit, led: str) -> str:
    return escape(f"{hit.detail}, {led}" if hit.detail else led)


def address(hit: Hit) -> str:
    return ADDRESSES[hit.kind](hit)


AT_ONCE = 32
NAMED_BY = ("first_name", "last_name", "username")
_OWNERS = PreparedObjects(lambda *ids: User.objects.filter(pk__in=ids), ids=AT_ONCE, only={"": NAMED_BY})
ICONS = {"client": "building", "contact": "user", "deal": "layout-kanban", "note": "note"}


ADDRESSES: dict[str, Callable[[Hit], str]] = {
    "client": lambda hit: address_of("clients:card", hit.object_id),
    "contact": lambda hit: f"{address_of('clients:card', hit.client_id)}#contact-{hit.object_id}",
    "deal": lambda hit: address_of("deal:card", hit.object_id),
}
