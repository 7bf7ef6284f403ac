"""Holdings, dealers and their outlets as a tree of clients (BASE-1). Each is led by its own owner."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients.protection import led_by_another
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid

if TYPE_CHECKING:
    from vedu.clients.client import Client

MOST_LEVELS = 5


class Tie(models.TextChoices):
    """What a client is to the one above it."""

    COMPANY = "company", pgettext_lazy("tie of clients", "company of the holding")
    BRANCH = "branch", pgettext_lazy("tie of clients", "branch")
    DEALER = "dealer", pgettext_lazy("tie of clients", "dealer")
    OUTLET = "outlet", pgettext_lazy("tie of clients", "outlet")


def place_under(client: "Client", parent: "Client", tie: str, *, by: User, at: datetime | None = None) -> None:
    """Raises Invalid for a circle, for too many levels, and for an unknown tie; ClientIsLed as every change does."""
    client.require_workable(by)
    if not parent.is_visible_to(by):
        raise led_by_another(parent, by)
    if tie not in Tie.values:
        raise invalid("tie", "unknown-word", _("Say what it is to the other: %(ties)s.") % {"ties": ", ".join(Tie)})
    with transaction.atomic():
        _lock(client, parent)
        _require_no_circle(client, parent)
        before = client.parent_id
        client.parent, client.tie = parent, tie
        client.save(update_fields=["parent", "tie"])
        tell("client.placed", by=by, client_id=client.pk, at=at, parent=parent.pk, tie=str(tie), before=before)


def stand_alone(client: "Client", *, by: User, at: datetime | None = None) -> None:
    """Out of the tree; what hangs below goes along."""
    client.require_workable(by)
    if client.parent_id is None:
        raise Refused(Reason("stands-alone", _("This client stands under no other.")))
    before, client.parent, client.tie = client.parent_id, None, ""
    client.save(update_fields=["parent", "tie"])
    tell("client.placed", by=by, client_id=client.pk, at=at, parent=None, tie="", before=before)


def above(client: "Client") -> list["Client"]:
    """Up to the top, the nearest first."""
    found: list[Client] = []
    while (parent := (found[-1] if found else client).parent) is not None and len(found) <= MOST_LEVELS:
        found.append(parent)
    return found


def levels_below(client: "Client") -> int:
    """How many levels hang below: one question of existence each, however many clients they hold."""
    return sum(
        type(client).objects.filter(**{"__".join(["parent"] * depth): client.pk}).exists()
        for depth in range(1, MOST_LEVELS)
    )


def _require_no_circle(client: "Client", parent: "Client") -> None:
    higher = [parent, *above(parent)]
    if any(one.pk == client.pk for one in higher):
        sentence = _("“%(client)s” stands above “%(parent)s” already: it cannot stand below it as well.")
        raise invalid("parent", "tree-circle", sentence % {"client": client.name, "parent": parent.name})
    if len(higher) + 1 + levels_below(client) > MOST_LEVELS:
        sentence = _("The tree would have more than %(levels)d levels: hang the client higher.")
        raise invalid("parent", "tree-too-deep", sentence % {"levels": MOST_LEVELS})


def _lock(client: "Client", parent: "Client") -> None:
    """In one order for everyone; of two changes that close a circle together one waits and then sees the other."""
    ids = {client.pk, parent.pk, *(one.pk for one in above(parent))}
    list(type(client).objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))
    for one in (client, parent):
        one.refresh_from_db(fields=["parent", "tie"])
