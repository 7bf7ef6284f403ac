"""The tree around a client: what it hangs on, what hangs on it, who leads each (clients/_tree.html)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.tree import Tie, above
from vedu.web.shell.address import address_of
from vedu.web.shell.person import person_markup

MOST = 30


@dataclass(frozen=True, slots=True)
class TreeRow:
    """``level`` counts from the top."""

    level: int
    url: str
    name: str
    tie: str
    bubble: SafeString
    owner: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """``number`` of all that hang on the client within two levels, ``hidden`` those that are not shown."""

    rows: list[TreeRow]
    number: int
    hidden: int


def tree_of(client: Client) -> Tree:
    """Nothing is asked where it stands alone; else two queries, and one for each level above the second."""
    higher = above(client)[::-1] if client.parent_id else []
    below = Client.objects.filter(Q(parent=client.pk) | Q(parent__parent=client.pk))
    is_asked = getattr(client, "has_branches", True)
    found = list(below.select_related("owner").order_by("name_folded", "pk")[: MOST + 1]) if is_asked else []
    if not higher and not found:
        return Tree([], 0, 0)
    number = below.count() if len(found) > MOST else len(found)
    rows = [_row(one, level, client) for level, one in enumerate([*higher, client])]
    rows += [_row(one, level, client) for one, level in _nested(client, found[:MOST], len(higher))]
    return Tree(rows, number, number - len(rows) + len(higher) + 1)


def _nested(client: Client, found: Iterable[Client], level: int) -> Iterator[tuple[Client, int]]:
    """Each child with its own below it; one whose parent is not shown stays hidden too."""
    children = defaultdict[int | None, list[Client]](list)
    for one in found:
        children[one.parent_id].append(one)
    for child in children[client.pk]:
        yield child, level + 1
        for grandchild in children[child.pk]:
            yield grandchild, level + 2


def _row(one: Client, level: int, client: Client) -> TreeRow:
    owner = one.owner
    return TreeRow(
        level=level,
        url=address_of("clients:card", one.pk),
        name=one.name,
        tie=str(Tie(one.tie).label) if one.tie else "",
        bubble=person_markup(owner.name, owner.pk, "", True) if owner else SafeString(""),
        owner=owner.name if owner else _("nobody leads it"),
        is_own=one.pk == client.pk,
    )
